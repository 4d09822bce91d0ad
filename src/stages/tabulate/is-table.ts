import type { Word } from '../../model/page.ts';
import type { Lattice } from './lattice.ts';
import { at } from './lattice.ts';

/** A drawing (chart, plan) leaves most rows and columns of its lines without text; a table, even an empty form, has a label in nearly each. */
const LABELLED = 0.5;

/** An amount with its currency and nothing else: the last rows of a table cut by the page break may hold little more. */
const MONEY = /^-?\d[\d\s.,]*\s?€$/u;

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.readings[0].text).join(' ');
}

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
  const isPriced = filled.some((cell) => MONEY.test(textOf(at(words, lattice.cells.indexOf(cell)))));
  return startColumns.size >= 2 && startRows.size >= LABELLED * rows && (isPriced || startColumns.size >= LABELLED * columns);
}
