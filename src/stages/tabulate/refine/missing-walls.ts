import type { Word } from '../../../model/page.ts';
import { isFree } from '../align/chunks.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';
import { isMoney } from '../text/value.ts';
import { partedAt, withParted } from './parted.ts';

/** A column edge drawn beside fewer than this share of the rows is drawn for a few rows only (a header) and meant for all. */
const SELDOM = 0.5;
function crosses(cell: SpanRect, edge: number): boolean {
  return cell.column < edge && edge < cell.column + cell.columnSpan;
}

/** Share of the rows without an edge that must have text on both sides of it, where the page draws other edges in those rows. */
const MOSTLY = 0.6;

function isNearlyAll(count: number, all: number): boolean {
  return count >= 2 && count >= MOSTLY * all;
}

/** Text stands on both sides of an edge. */
function isParted(words: readonly Word[], x: number): boolean {
  return isFree(words, x) && words.some((word) => word.box[2] <= x + 1) && words.some((word) => word.box[0] >= x - 1);
}

/** A row over the whole width with texts in so many of the columns, white at each edge between, is none of one cell: fewer may be chance. */
const FEWEST_TEXTS = 3;
const FILLED = 0.6;
const FEWEST_ROWS = 2;

/** Sums of money in so many columns of one row, and nothing else in these, are those of its columns, though another is empty. */
const FEWEST_SUMS = 2;

/** How many columns hold texts of a row without walls, and how many of them a sum of money each; `null` where a text runs over an edge. */
function columnsFilled(words: readonly Word[], xs: readonly number[]): { readonly texts: number; readonly sums: number } | null {
  const inner = xs.slice(1, -1);
  if (!inner.every((x) => isFree(words, x))) return null;
  const columnOf = (word: Word): number => inner.filter((x) => word.box[0] >= x - 1).length;
  const filled = [...new Set(words.map(columnOf))];
  const textIn = (column: number): string =>
    words
      .filter((word) => columnOf(word) === column)
      .map(({ readings: [{ text }] }) => text)
      .join(' ');
  return { texts: filled.length, sums: filled.filter((column) => isMoney(textIn(column))).length };
}

/** Styles of tables draw the walls of every other row only. The rows between, whose texts keep to the same columns, have them too. */
function withBandedRows(lattice: Lattice, words: readonly Word[]): Lattice {
  const columns = lattice.xs.length - 1;
  if (!lattice.cells.some((cell) => cell.columnSpan === columns) || columns < FEWEST_TEXTS) return lattice;
  const { byCell } = placeWords(lattice, words);
  const filled = new Set<SpanRect>();
  let isSure = false;
  lattice.cells.forEach((cell, index) => {
    const own = at(byCell, index);
    if (cell.columnSpan < columns || cell.rowSpan > 1 || own.length === 0) return;
    const { texts, sums } = columnsFilled(own, lattice.xs) ?? { texts: 0, sums: 0 };
    if (texts < FEWEST_TEXTS || texts < FILLED * columns) return;
    filled.add(cell);
    if (texts === columns || sums >= FEWEST_SUMS) isSure = true;
  });
  // One row alone may have texts in some of the columns by chance, but hardly in each of them, nor sums set as theirs.
  if (filled.size < FEWEST_ROWS && !isSure) return lattice;
  const edges = Array.from({ length: columns + 1 }, (_, column) => column);
  return withParted(
    lattice,
    lattice.cells.flatMap((cell) => (filled.has(cell) ? partedAt(cell, edges) : [cell])),
  );
}

/**
 * Adds column walls that the page draws only for some rows (the header) where the text of the other rows keeps to the same columns. Edges drawn
 * for most rows are left alone: there a cell without them is a merged cell. So is the cell of a row that draws other edges, or of a row with one text (a title),
 * unless nearly all such rows show their columns.
 */
function withSeldomWalls(lattice: Lattice, words: readonly Word[]): Lattice {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  const seldom: number[] = [];
  for (let edge = 1; edge < columns; edge += 1) {
    const open = lattice.cells.filter((cell) => crosses(cell, edge)).reduce((sum, cell) => sum + cell.rowSpan, 0);
    if (rows - open < SELDOM * rows) seldom.push(edge);
  }
  if (seldom.length === 0) return lattice;
  const { byCell } = placeWords(lattice, words);
  const whole = lattice.cells.flatMap((cell, index) =>
    cell.columnSpan === columns && at(byCell, index).length > 0 ? [at(byCell, index)] : [],
  );
  const showsColumns = (own: readonly Word[]): boolean => seldom.some((edge) => isParted(own, at(lattice.xs, edge)));
  const wholeRows = isNearlyAll(whole.filter(showsColumns).length, whole.length);
  const missing = new Set(
    seldom.filter((edge) => {
      const merged = lattice.cells.flatMap((cell, index) =>
        crosses(cell, edge) && at(byCell, index).length > 0 ? [at(byCell, index)] : [],
      );
      return isNearlyAll(merged.filter((own) => isParted(own, at(lattice.xs, edge))).length, merged.length);
    }),
  );
  const cells = lattice.cells.flatMap((cell, index): SpanRect[] => {
    const own = at(byCell, index);
    const isOpen = cell.columnSpan === columns && (wholeRows || showsColumns(own));
    const cuts = seldom.filter((edge) => (isOpen || missing.has(edge)) && crosses(cell, edge) && isFree(own, at(lattice.xs, edge)));
    if (cuts.length === 0) return [cell];
    return partedAt(cell, [cell.column, ...cuts, cell.column + cell.columnSpan]);
  });
  return withParted(lattice, cells);
}

/** A grid with the column walls that its page draws for some of its rows only, and means for all. */
export function withMissingWalls(lattice: Lattice, words: readonly Word[]): Lattice {
  return withBandedRows(withSeldomWalls(lattice, words), words);
}
