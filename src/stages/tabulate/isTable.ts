import type { Word } from '../../model/page.ts';
import type { Lattice } from './lattice.ts';
import { at } from './lattice.ts';

/** A drawing (chart, plan) leaves most bands of its lines without text; a table, even an empty form, has labels in nearly all. */
const LABELLED = 0.5;

/** Whether the lines drawn are a table's: at least two columns and two cells with text, and text in most rows and columns. */
export function isTable(lattice: Lattice, words: readonly (readonly Word[])[]): boolean {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  if (columns < 2) return false;
  const filled = lattice.cells.filter((_, index) => at(words, index).length > 0);
  if (filled.length < 2) return false;
  const labelledRows = new Set<number>();
  const labelledColumns = new Set<number>();
  for (const cell of filled) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) labelledRows.add(row);
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) labelledColumns.add(column);
  }
  return labelledRows.size >= LABELLED * rows && labelledColumns.size >= LABELLED * columns && labelledColumns.size >= 2;
}
