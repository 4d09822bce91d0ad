import { cellText, type Cell } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Band } from './bands.ts';
import type { Column } from './columns.ts';
import { totalLabel } from './labels.ts';
import type { TableRows } from './table-rows.ts';

/** Rows at which a new page begins. */
function pageStarts(rows: TableRows, band: Band): number[] {
  const pageOf = (row: number): number | null => rows.starting(row)[0]?.place.page ?? null;
  const starts: number[] = [];
  for (let row = band.body.from + 1; row <= band.body.to; row++) {
    const page = pageOf(row);
    const before = pageOf(row - 1);
    if (page !== null && before !== null && page > before) starts.push(row);
  }
  return starts;
}

/** Whether a line begins in a row: not a total, which needs no label there, nor nothing at all. */
function holdsLine(rows: TableRows, row: number): boolean {
  const texts = rows.starting(row).map(cellText);
  return texts.some((text) => text !== '') && !texts.some((text) => totalLabel(text) !== null);
}

/** The table leaves labels blank in the middle of a page too: a blank repeats the label above, and says nothing about the one below. */
function leavesBlanks(rows: TableRows, band: Band, column: number, starts: readonly number[]): boolean {
  for (let row = band.body.from + 1; row <= band.body.to; row++) {
    const cell = rows.at(row, column);
    if (cell === null || cell.row !== row || cell.columnSpan > 1 || cellText(cell) !== '') continue;
    const end = cell.row + cell.rowSpan;
    if (!starts.includes(end) && !starts.includes(row) && end <= band.body.to && holdsLine(rows, row)) return true;
  }
  return false;
}

/**
 * Labels of merged cells that a page break cut, where the printer put the text on the second page only: the empty cell at the foot of a
 * page has the label of the first cell of the next. Told from a blank that repeats the label above by how the table treats blanks elsewhere,
 * and by which of the two axes the row's action belongs to.
 */
export function cutLabels(rows: TableRows, band: Band, columns: readonly Column[], knowledge: Knowledge): ReadonlyMap<Cell, string> {
  const labels = new Map<Cell, string>();
  const starts = pageStarts(rows, band);
  if (starts.length === 0) return labels;
  const action = columns.find((column) => column.kind === 'action');
  for (const column of columns.filter(({ kind }) => kind === 'axe' || kind === 'action')) {
    const blanks = leavesBlanks(rows, band, column.index, starts);
    for (const start of starts) {
      const foot = rows.at(start - 1, column.index);
      const head = rows.at(start, column.index);
      if (foot === null || head === null || foot === head || cellText(foot) !== '' || cellText(head) === '' || foot.columnSpan > 1)
        continue;
      const above = rows.at(foot.row - 1, column.index);
      const actionCell = action === undefined ? null : rows.at(foot.row, action.index);
      const axeOfAction =
        column.kind !== 'axe' || actionCell === null ? null : Number(knowledge.action(cellText(actionCell))?.action.charAt(0));
      const fits = (cell: Cell | null): boolean =>
        cell !== null && axeOfAction !== null && knowledge.axe(cellText(cell))?.axe === axeOfAction;
      if (fits(head) || (!blanks && !fits(above))) labels.set(foot, cellText(head));
    }
  }
  return labels;
}
