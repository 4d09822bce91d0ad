import { expect, test } from 'vitest';
import { componentsOf } from '../../src/stages/tabulate/rules/components.ts';
import { edgesOf } from '../../src/stages/tabulate/rules/edges.ts';
import { withLoneColumns } from '../../src/stages/tabulate/rules/lone-columns.ts';
import { horizontal, page, vertical } from './draw.ts';

const LEVELS = [100, 130, 160, 190];

/** Cells between these positions, in the rows of every other grid here. */
function grid(xs: readonly number[], levels: readonly number[] = LEVELS) {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), levels[0], levels.at(-1)];
  return [...levels.map((y) => horizontal(y, left, right)), ...xs.map((x) => vertical(x, top, bottom))];
}

const boxesOf = (...grids: ReturnType<typeof grid>[]): number[][] =>
  withLoneColumns(componentsOf(edgesOf(page({ rules: grids.flat() })))).map(({ box: [x0, , x1] }) => [x0, x1]);

test('columns of cells on one side of a table and on both are of it, and no other table is lost', () => {
  const another = grid([50, 200, 350], [400, 430, 460, 490]);
  expect(boxesOf(grid([50, 100]), grid([200, 300, 400]), another)).toEqual([
    [50, 400],
    [50, 350],
  ]);
  expect(boxesOf(grid([50, 100]), grid([120, 180]), grid([200, 300, 400]), grid([500, 550]), another)).toEqual([
    [50, 550],
    [50, 350],
  ]);
});

test('three columns of cells alone are one table, and no other table is lost', () => {
  const another = grid([50, 200, 350], [400, 430, 460, 490]);
  expect(boxesOf(grid([50, 100]), grid([150, 200]), grid([250, 300]), another)).toEqual([
    [50, 300],
    [50, 350],
  ]);
});

test('a column of other rows is of no table beside it', () => {
  expect(boxesOf(grid([50, 100], [100, 120, 160, 190]), grid([200, 300, 400]))).toHaveLength(2);
});
