import { expect, test } from 'vitest';
import { bandFills } from '../../src/stages/tabulate/align/bands.ts';
import { page } from './draw.ts';

const stripe = { box: [200, 100, 540, 150] as const, shade: 0.9 };

test('a fill too high for a row is the cell of a merged label where it begins with the stripe beside it, and else a ground', () => {
  const merged = { box: [50, 100, 200, 199] as const, shade: 0.9 };
  const ground = { box: [50, 300, 200, 420] as const, shade: 0.9 };
  expect(bandFills(page({ fills: [merged, stripe, ground] }))).toEqual([merged, stripe]);
});
