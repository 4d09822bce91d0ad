import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetWriter } from '../../format.ts';
import type { Cell, CellType } from '../../tables/column.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../tables/tables.ts';
import { Sheet, SHEET_ROWS, type SheetCell, type SheetOptions } from './sheet.ts';
import { amountCell, DICTIONARY_WIDTHS, dictionaryRows, header, SUMMARY_WIDTHS, summaryRows } from './summary.ts';
import { writeWorkbook, type NamedSheet } from './workbook.ts';

const WIDTHS: Readonly<Record<CellType, number>> = { texte: 24, entier: 12, nombre: 10, montant: 16, liste: 20 };

/**
 * `programmes.xlsx`: a summary, a sheet a table (several where a table has more rows than a sheet may hold), the dictionary. Sheets are written side by side into
 * files of their own, then put together: memory holds no rows.
 *
 * @param sheetRows the most rows of a sheet, header included.
 */
export function xlsxWriter(folder: string, sheetRows = SHEET_ROWS): DatasetWriter {
  const tables = new Map(TABLE_NAMES.map((name) => [name, new TableSheets(folder, name, sheetRows)]));
  return {
    add(_stored, rows) {
      for (const { table, cells } of rows) tables.get(table)?.add(cells);
    },
    async end(facts) {
      const sheets: NamedSheet[] = [
        plainSheet(folder, 'Synthèse', { widths: SUMMARY_WIDTHS, hasHeader: false }, summaryRows(facts)),
        ...[...tables.values()].flatMap((table) => table.end()),
        plainSheet(folder, 'Dictionnaire', { widths: DICTIONARY_WIDTHS, hasHeader: true }, dictionaryRows(facts)),
      ];
      await writeWorkbook(join(folder, 'programmes.xlsx'), sheets);
      for (const { path } of sheets) rmSync(path);
    },
    abandon: () => tables.forEach((table) => table.close()),
  };
}

function plainSheet(folder: string, name: string, options: SheetOptions, rows: readonly (readonly SheetCell[])[]): NamedSheet {
  const sheet = new Sheet(sheetPath(folder, name), options);
  for (const row of rows) sheet.row(row);
  sheet.end();
  return { name, path: sheet.path };
}

function sheetPath(folder: string, name: string): string {
  return join(folder, `.${name}.xml`);
}

/** The sheets of one table: `montants`, `montants 2`… */
class TableSheets {
  readonly #sheets: { readonly name: string; readonly sheet: Sheet }[] = [];
  #current: Sheet;

  constructor(
    private readonly folder: string,
    private readonly table: TableName,
    private readonly sheetRows: number,
  ) {
    this.#current = this.#next();
  }

  add(cells: readonly Cell[]): void {
    if (this.#current.isFull) {
      this.#current.end();
      this.#current = this.#next();
    }
    const { colonnes } = TABLES[this.table];
    this.#current.row(cells.map((cell, index) => sheetCell(cell, colonnes[index]?.type ?? 'texte')));
  }

  end(): NamedSheet[] {
    this.#current.end();
    return this.#sheets.map(({ name, sheet }) => ({ name, path: sheet.path }));
  }

  close(): void {
    this.#current.close();
  }

  #next(): Sheet {
    const { colonnes } = TABLES[this.table];
    const name = this.#sheets.length === 0 ? this.table : `${this.table} ${this.#sheets.length + 1}`;
    const widths = colonnes.map(({ type }) => WIDTHS[type]);
    const sheet = new Sheet(sheetPath(this.folder, name), { widths, hasHeader: true, rows: this.sheetRows });
    sheet.row(colonnes.map(({ nom }) => header(nom)));
    this.#sheets.push({ name, sheet });
    return sheet;
  }
}

function sheetCell(cell: Cell, type: CellType): SheetCell {
  if (cell === null) return null;
  if (type === 'montant') return amountCell(String(cell));
  return typeof cell === 'number' ? { number: String(cell) } : { text: cell };
}
