import { at } from '../lattice.ts';

/**
 * Which separators between neighbouring elementary cells are there. `right[r][c]`: between (r, c) and (r, c + 1);
 * `below[r][c]`: between (r, c) and (r + 1, c).
 */
export interface Walls {
  readonly right: boolean[][];
  readonly below: boolean[][];
}

/** Walls of `rows` × `columns` elementary cells, each asked from the two functions. */
export function makeWalls(
  rows: number,
  columns: number,
  right: (row: number, column: number) => boolean,
  below: (row: number, column: number) => boolean,
): Walls {
  const table = (height: number, width: number, value: (row: number, column: number) => boolean): boolean[][] =>
    Array.from({ length: Math.max(0, height) }, (_, row) => Array.from({ length: Math.max(0, width) }, (__, column) => value(row, column)));
  return { right: table(rows, columns - 1, right), below: table(rows - 1, columns, below) };
}

export function wallRight(walls: Walls, row: number, column: number): boolean {
  return at(at(walls.right, row), column);
}

export function wallBelow(walls: Walls, row: number, column: number): boolean {
  return at(at(walls.below, row), column);
}
