import { cellText, type Cell } from '../../model/grid.ts';
import { amountColumns } from './amount-cells.ts';
import type { Column } from './columns.ts';
import { totalLabel } from './labels.ts';
import { isMoney } from './sentences.ts';
import { written, type TableRows } from './table-rows.ts';

const YEAR = /^\s*(?:1[\s.]?9|2[\s.]?0)\d\d\s*$/u;

/** "2 023" without a currency: under a column that is none of amounts it is as likely a year. */
export function mayBeYear(text: string): boolean {
  return YEAR.test(text);
}

/**
 * The amounts of a row of totals that is set in cells of its own, no wider or narrower than it pleases, so that one stands under the column of text next to its own: as many as there are
 * columns of amounts, they stand for these in their order. By the cell that stands elsewhere, the column it is of; none for any other row.
 */
export function shiftedTotals(rows: TableRows, row: number, columns: readonly Column[]): ReadonlyMap<Cell, number> {
  const money = amountColumns(columns);
  const [label, ...amounts] = written(rows, row);
  const shifted = new Map<Cell, number>();
  const isTotal = label !== undefined && totalLabel(cellText(label))?.sure === true;
  if (!isTotal || amounts.length !== money.length || !amounts.every((cell) => isMoney(cellText(cell)))) return shifted;
  for (const [at, cell] of amounts.entries()) {
    const index = money[at]?.index ?? -1;
    const kind = columns[cell.column]?.kind ?? null;
    if (cell.column === index) continue;
    if (mayBeYear(cellText(cell))) return new Map();
    if (cell.column !== index - 1 || (kind !== 'description' && kind !== 'action' && kind !== 'calendrier')) return new Map();
    shifted.set(cell, index);
  }
  return shifted;
}
