import { cellText, type Cell } from '../../model/grid.ts';
import { amountColumns } from './amount-cells.ts';
import type { Column } from './columns.ts';
import { totalLabel } from './labels.ts';
import { isMoney, trailingAmount } from './sentences.ts';
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

const CURRENCY = /€|eur/iu;

/** The label of a total and the amounts behind it, as many as `count`, each with its currency: "Total (A + B) 716 484 € 483 511 €"; `null` for any other text. */
export function rankedAmountsIn(text: string, count: number): { readonly label: string; readonly amounts: readonly string[] } | null {
  const amounts: string[] = [];
  let label = text;
  for (let stated = trailingAmount(label); stated !== null && CURRENCY.test(stated.amountText); stated = trailingAmount(label)) {
    amounts.unshift(stated.amountText);
    label = stated.label;
  }
  return count > 1 && amounts.length === count && totalLabel(label) !== null ? { label, amounts } : null;
}

/** Whether a row is nothing but the label of a total and a cell with an amount for each column of amounts, set elsewhere than these. */
export function isRankedTotal(rows: TableRows, row: number, columns: readonly Column[]): boolean {
  const cells = written(rows, row);
  const text = cells.map(cellText).join(' ');
  return cells.length <= 2 && rankedAmountsIn(text, amountColumns(columns).length) !== null;
}
