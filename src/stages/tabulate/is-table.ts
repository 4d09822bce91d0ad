import type { Word } from '../../model/page.ts';
import type { Lattice } from './lattice.ts';
import { at } from './lattice.ts';

/** A drawing (chart, plan) leaves most rows and columns of its lines without text; a table, even an empty form, has a label in nearly each. */
const LABELLED = 0.5;

/** Whether the lines drawn are a table's: cells with text side by side, and text that starts in most rows and columns. */
export function isTable(lattice: Lattice, words: readonly (readonly Word[])[]): boolean {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  const filled = lattice.cells.filter((_, index) => at(words, index).length > 0);
  const sideBySide = filled.some((cell) =>
    filled.some((other) => other !== cell && other.row < cell.row + cell.rowSpan && cell.row < other.row + other.rowSpan),
  );
  if (columns < 2 || !sideBySide) return false;
  const startRows = new Set(filled.map((cell) => cell.row));
  const startColumns = new Set(filled.map((cell) => cell.column));
  return startColumns.size >= 2 && startRows.size >= LABELLED * rows && startColumns.size >= LABELLED * columns;
}
