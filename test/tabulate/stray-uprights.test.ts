import { expect, it } from 'vitest';
import { componentsOf } from '../../src/stages/tabulate/rules/components.ts';
import type { Edge } from '../../src/stages/tabulate/rules/edges.ts';
import { withoutStrayUprights } from '../../src/stages/tabulate/rules/stray-uprights.ts';

const levels = (count: number): Edge[] => Array.from({ length: count }, (_, row) => ({ at: 100 + 12 * row, from: 40, to: 790 }));
const upright = (x: number, from: number, to: number): Edge => ({ at: x, from, to });
const uprightsLeft = (horizontal: readonly Edge[], ...vertical: Edge[]): number =>
  withoutStrayUprights(componentsOf({ horizontal, vertical })).reduce((sum, each) => sum + each.vertical.length, 0);

it('an upright in one row of a table of level lines is the stem of a figure', () => {
  const components = withoutStrayUprights(componentsOf({ horizontal: levels(8), vertical: [upright(420, 124, 136)] }));
  expect(components.map(({ horizontal, vertical }) => [horizontal.length, vertical.length])).toEqual(Array(8).fill([1, 0]));
});

it('uprights that make a box, run over several rows, or stand among few lines are drawn', () => {
  expect(uprightsLeft(levels(8), upright(40, 124, 136), upright(420, 124, 136), upright(790, 124, 136))).toBe(3);
  expect(uprightsLeft(levels(8), upright(420, 124, 160))).toBe(1);
  expect(uprightsLeft(levels(4), upright(420, 112, 124))).toBe(1);
});
