import { toCents } from '../../store/cents.ts';
import type { DocumentExport, MontantExport } from '../../model/contract.ts';
import { leftOut } from '../../model/counted.ts';
import { RUBRIQUES, type Base, type HorsSomme, type Rubrique, type StatutProgramme, type Taxe } from '../../model/vocabulary.ts';
import type { Row } from './tables/rows.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables/tables.ts';

/** The sum of the amounts of one axe, rubrique, base and tax: what may be added up. */
export interface AxeSum {
  readonly axe: number | null;
  readonly rubrique: Rubrique;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
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
  readonly #leftOut = new Map<HorsSomme, number>();
  #rejected = 0;

  /** Counts one document and the rows it gave. */
  add(document: DocumentExport, rows: readonly Row[]): void {
    if (document.statut === 'rejete') this.#rejected += 1;
    for (const programme of document.programmes) {
      const { statut, lignes } = programme;
      this.#statuts.set(statut, (this.#statuts.get(statut) ?? 0) + 1);
      const horsSomme = leftOut(programme);
      for (const why of horsSomme.values()) this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
      for (const { axe, montants } of lignes) {
        for (const montant of montants) if (!horsSomme.has(montant.id)) this.#addAmount(axe, montant);
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

  /** Cells of amounts that hold none. */
  get emptyAmounts(): number {
    const at = TABLES.montants.colonnes.findIndex(({ nom }) => nom === 'montant');
    return this.rows('montants') - (this.#filled.get('montants')?.[at] ?? 0);
  }

  programmes(statut: StatutProgramme): number {
    return this.#statuts.get(statut) ?? 0;
  }

  /** Share of the rows, from 0 to 1, where the column of that index holds something; `null` for a table without rows. */
  filled(table: TableName, column: number): number | null {
    const rows = this.rows(table);
    return rows === 0 ? null : (this.#filled.get(table)?.[column] ?? 0) / rows;
  }

  /** How many amounts of the dataset no sum counts, by reason. */
  get leftOut(): ReadonlyMap<HorsSomme, number> {
    return this.#leftOut;
  }

  /** By axe (lines without one last), then rubrique, base and tax. */
  sums(): AxeSum[] {
    const [bases, taxes] = [
      ['an', 'periode', null],
      [null, 'ttc', 'ht'],
    ];
    const order = ({ axe, rubrique, base, taxe }: AxeSum): number =>
      (((axe ?? 99) * 100 + RUBRIQUES.indexOf(rubrique)) * 10 + bases.indexOf(base)) * 10 + taxes.indexOf(taxe);
    return [...this.#sums.values()].sort((a, b) => order(a) - order(b));
  }

  #addAmount(axe: number | null, { rubrique, base, taxe, montant, preuves }: MontantExport): void {
    if (montant === null) return;
    const cents = toCents(montant);
    const key = `${axe} ${rubrique} ${base} ${taxe}`;
    const { nombre, somme, prouve } = this.#sums.get(key) ?? { nombre: 0, somme: 0n, prouve: 0n };
    const proven = preuves.length > 0 ? cents : 0n;
    this.#sums.set(key, { axe, rubrique, base, taxe, nombre: nombre + 1, somme: somme + cents, prouve: prouve + proven });
  }
}
