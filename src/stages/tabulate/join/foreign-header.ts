import { cellText, type Cell } from '../../../model/grid.ts';
import { holdsFigures, signature } from './header.ts';
import type { Part } from './part.ts';

/** Names of columns that no two tables share by chance. */
const FEWEST_NAMES = 3;

/** What the first row of a table says, cell by cell; `null` where it names too few columns, or holds figures. */
function firstRow(cells: readonly Cell[]): string | null {
  if (holdsFigures(cells.filter(({ row }) => row === 0))) return null;
  const text = signature(cells, 0);
  return text !== null && text.split('|').filter((name) => /\p{L}/u.test(name)).length >= FEWEST_NAMES ? text : null;
}

/**
 * Whether the first row of a part repeats the header of a table that ended before: printers go on repeating it on the pages after, over the rest of the table that
 * follows it, whose columns are others. `earlier`: the cells of the tables so far, but for the one that ends the page before.
 */
export function hasForeignHeader(part: Part, earlier: readonly (readonly Cell[])[]): boolean {
  const own = firstRow(part.grid.cells);
  return own !== null && earlier.some((cells) => firstRow(cells) === own);
}

/** How far a text may reach over an edge of the table that it goes on with, in points. */
const OVER = 3.5;

/**
 * The rows under the header of a part laid in other columns, `xs`: those of the table before, which the edges of the running header cut elsewhere. `null` where a row has two texts
 * in one of them, or a text over one of their edges.
 */
export function laidIn(part: Part, xs: readonly number[]): Part | null {
  const texts = part.grid.cells.filter((cell) => cell.row >= 1 && cellText(cell) !== '');
  if (texts.length === 0 || texts.some(({ rowSpan }) => rowSpan > 1)) return null;
  const cells = texts.flatMap((cell): Cell[] => {
    const boxes = cell.lines.map((line) => line.place.box);
    const [x0, x1] = [Math.min(...boxes.map((box) => box[0])), Math.max(...boxes.map((box) => box[2]))];
    const column = xs.findLastIndex((x) => x <= x0 + OVER);
    const end = xs[column + 1];
    return column < 0 || end === undefined || x1 > end + OVER ? [] : [{ ...cell, column, columnSpan: 1 }];
  });
  const isTwice = cells.some((cell, at) => cells.slice(0, at).some((other) => other.row === cell.row && other.column === cell.column));
  if (cells.length < texts.length || isTwice) return null;
  const kept = part.grid.cells.filter(({ row }) => row === 0).map((cell) => ({ ...cell, column: 0, columnSpan: 1 }));
  return { ...part, xs, grid: { ...part.grid, columnCount: xs.length - 1, cells: [...kept.slice(0, 1), ...cells] } };
}
