import { toCents } from '../../store/cents.ts';
import type { DocumentExport } from '../../model/contract.ts';
import { RUBRIQUES, type Base, type Rubrique, type StatutProgramme } from '../../model/vocabulary.ts';
import type { Row } from './tables/rows.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables/tables.ts';

/** The sum of the amounts of one axe, rubrique and base: what may be added up. */
export interface AxeSum {
  readonly axe: number | null;
  readonly rubrique: Rubrique;
  readonly base: Base | null;
  /** Amounts that hold a value. */
  readonly nombre: number;
  /** Their sum, in cents. */
  readonly somme: bigint;
  /** The part of it that a printed total proves, in cents. */
  readonly prouve: bigint;
}

/** Counts what a dataset holds while it is written, one document after the other; its size does not grow with the number of documents. */
export class Statistics {
  readonly #rows = new Map<TableName, number>(TABLE_NAMES.map((name) => [name, 0]));
  readonly #filled = new Map<TableName, number[]>(TABLE_NAMES.map((name) => [name, TABLES[name].colonnes.map(() => 0)]));
  readonly #statuts = new Map<StatutProgramme, number>();
  readonly #sums = new Map<string, AxeSum>();
  #rejected = 0;

  /** Counts one document and the rows it gave. */
  add(document: DocumentExport, rows: readonly Row[]): void {
    if (document.statut === 'rejete') this.#rejected += 1;
    for (const { statut, lignes } of document.programmes) {
      this.#statuts.set(statut, (this.#statuts.get(statut) ?? 0) + 1);
      for (const { axe, montants } of lignes) {
        for (const { rubrique, base, montant, preuves } of montants) {
          if (montant !== null) this.#addAmount(axe, rubrique, base, toCents(montant), preuves.length > 0);
        }
      }
    }
    for (const { table, cells } of rows) {
      this.#rows.set(table, this.rows(table) + 1);
      const filled = this.#filled.get(table);
      cells.forEach((cell, index) => {
        if (filled !== undefined && cell !== null && cell !== '' && cell !== '[]') filled[index] = (filled[index] ?? 0) + 1;
      });
    }
  }

  get rejected(): number {
    return this.#rejected;
  }

  rows(table: TableName): number {
    return this.#rows.get(table) ?? 0;
  }

  programmes(statut: StatutProgramme): number {
    return this.#statuts.get(statut) ?? 0;
  }

  /** Share of the rows, from 0 to 1, where the column of that index holds something; `null` for a table without rows. */
  filled(table: TableName, column: number): number | null {
    const rows = this.rows(table);
    return rows === 0 ? null : (this.#filled.get(table)?.[column] ?? 0) / rows;
  }

  /** By axe (lines without one last), then rubrique, then base. */
  sums(): AxeSum[] {
    const bases = ['an', 'periode', null];
    const order = ({ axe, rubrique, base }: AxeSum): number => ((axe ?? 99) * 100 + RUBRIQUES.indexOf(rubrique)) * 10 + bases.indexOf(base);
    return [...this.#sums.values()].sort((a, b) => order(a) - order(b));
  }

  #addAmount(axe: number | null, rubrique: Rubrique, base: Base | null, cents: bigint, isProven: boolean): void {
    const key = `${axe} ${rubrique} ${base}`;
    const { nombre, somme, prouve } = this.#sums.get(key) ?? { nombre: 0, somme: 0n, prouve: 0n };
    this.#sums.set(key, { axe, rubrique, base, nombre: nombre + 1, somme: somme + cents, prouve: isProven ? prouve + cents : prouve });
  }
}
