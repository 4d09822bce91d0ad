import type { AmountDraft, Unread } from '../../model/draft.ts';
import type { Place } from '../../model/geometry.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import { amountColumns, amountOf, amountOfText } from './amount-cells.ts';
import type { Column } from './columns.ts';
import { wholeFigure } from './cut-totals.ts';
import { totalLabel } from './labels.ts';
import type { Labelled, RowCells } from './row-cells.ts';
import type { RowItem, RowTotal } from './row-items.ts';
import { trailingAmount } from './sentences.ts';
import { mayBeYear, rankedAmountsIn } from './shifted-totals.ts';

/** What the rows `from`…`to` state in the columns of amounts. */
export function entriesOf(cells: RowCells, columns: readonly Column[], from: number, to: number): AmountDraft[] {
  const entries: AmountDraft[] = [];
  for (const { index, amount, unit } of amountColumns(columns)) {
    for (let row = from; row <= to; row++) {
      const cell = cells.amountAt(row, index);
      if (cell === null || cell.row < from) continue;
      const draft = amountOf(cell, `m-${cell.id}`, amount, unit);
      if (draft.readings.some((reading) => reading.amount !== null)) entries.push(draft);
      break;
    }
  }
  return entries;
}

/** The figures of a row of totals that give no amount: somebody must look at them. */
export function unreadIn(cells: RowCells, columns: readonly Column[], from: number, to: number): Unread[] {
  return amountColumns(columns).flatMap(({ index }) => {
    const cell = cells.amountAt(from, index);
    const isFigure = cell !== null && cell.row >= from && cell.row <= to && /\d/u.test(cellText(cell));
    return isFigure ? [{ text: cellText(cell), place: cell.place }] : [];
  });
}

/** As many amounts behind a label as there are columns of them, whatever stands over them: figures below a table, set further right. */
function rankedInLabel(columns: readonly Column[], label: string, { id, place }: Cell): AmountDraft[] {
  const money = amountColumns(columns);
  const texts = rankedAmountsIn(label, money.length)?.amounts ?? [];
  return texts.flatMap((text, rank) => {
    const column = money[rank];
    return column === undefined ? [] : [amountOfText(text, `m-${id}-${String(rank)}`, column.amount, column.unit, place)];
  });
}

/** "TOTAL GÉNÉRAL : 187 200 €" printed in the label's own cell. */
export function entriesInLabel(columns: readonly Column[], label: string | null, labels: readonly Labelled[]): AmountDraft[] {
  const [first] = labels;
  const amounts = amountColumns(columns);
  const column = amounts.find(({ index }) => index === first?.cell.column) ?? amounts[0];
  if (label === null || column === undefined || first === undefined || totalLabel(label) === null) return [];
  const ranked = rankedInLabel(columns, label, first.cell);
  if (ranked.length > 0) return ranked;
  const stated = trailingAmount(label);
  // A cell of its own beside the label, in no column of amounts.
  if (stated === null || labels.some(({ cell }) => cell !== first.cell && mayBeYear(cellText(cell)))) return [];
  return [amountOfText(stated.amountText, `m-${first.cell.id}`, { ...column.amount, sure: false }, column.unit, first.cell.place)];
}

/** The total of the row above with the figures whose ends are all that this row holds; `null` where this row is a total of its own. */
export function cutTotal(
  cells: RowCells,
  columns: readonly Column[],
  above: RowItem | undefined,
  { label, entries }: RowTotal,
  row: number,
): RowTotal | null {
  if (label !== null || entries.length === 0 || above?.kind !== 'total') return null;
  const whole = new Map<string, AmountDraft>();
  for (const { index, amount, unit } of amountColumns(columns)) {
    const [head, end] = [cells.amountAt(row - 1, index), cells.amountAt(row, index)];
    if (head === null || end === null || head === end || !entries.some(({ id }) => id === `m-${end.id}`)) continue;
    const cell = wholeFigure(head, end);
    if (cell !== null) whole.set(`m-${head.id}`, amountOf(cell, `m-${head.id}`, amount, unit));
  }
  return whole.size < entries.length ? null : { ...above, entries: above.entries.map((entry) => whole.get(entry.id) ?? entry) };
}

/** The amount of a column in which a line has no cell. */
export function missingAmount(column: AmountDraft['column'], id: string, place: Place): AmountDraft {
  return { id, column, place, taxe: column.taxe, base: column.base, readings: [{ text: '', amount: null, cost: 0 }], doubt: null };
}
