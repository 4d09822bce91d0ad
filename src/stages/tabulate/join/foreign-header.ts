import type { Cell } from '../../../model/grid.ts';
import { signature } from './header.ts';
import type { Part } from './part.ts';

/** Names of columns that no two tables share by chance. */
const FEWEST_NAMES = 3;

/** What the first row of a table says, cell by cell; `null` where it names too few columns. */
function firstRow(cells: readonly Cell[]): string | null {
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

/** Whether the rows under the header of a part have no column edges but `edges`: those that the table before has too. */
export function keepsTo(part: Part, edges: readonly number[], headerRows: number): boolean {
  const body = part.grid.cells.filter(({ row }) => row >= headerRows);
  return body.length > 0 && body.every(({ column, columnSpan }) => edges.includes(column) && edges.includes(column + columnSpan));
}
