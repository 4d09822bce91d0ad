import { expect, it } from 'vitest';
import type { Edge } from '../../src/stages/tabulate/rules/edges.ts';
import { withoutScratches } from '../../src/stages/tabulate/rules/scratches.ts';

const level = (y: number): Edge => ({ at: y, from: 40, to: 550 });
const upright = (x: number, from: number, to: number): Edge => ({ at: x, from, to });
/** Two tables, one below the other, each of two rows and two columns. */
const horizontal = [100, 160, 180, 210, 270, 290].map(level);
const drawn = [40, 300, 550].flatMap((x) => [upright(x, 100, 180), upright(x, 210, 290)]);

it('an upright that runs free from a row of one table into a row of the next is a scratch, and its splinters are', () => {
  const vertical = [...drawn, upright(72, 168, 245), upright(73, 209, 224)];
  expect(withoutScratches({ horizontal, vertical }).vertical).toEqual(drawn);
});

it('uprights that end at a line, run on with others, or stay in one table are drawn', () => {
  const left = (...vertical: Edge[]): number =>
    withoutScratches({ horizontal, vertical: [...drawn, ...vertical] }).vertical.length - drawn.length;
  expect(left(upright(72, 100, 245))).toBe(1);
  expect(left(upright(72, 168, 245), upright(90, 168, 245))).toBe(2);
  expect(left(upright(72, 130, 170))).toBe(1);
});
