import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostAlike } from '../../src/stages/tabulate/align/most-alike.ts';

it('is the first of the positions that have the most others near them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10)), (positions) => {
      const alike = (x: number): number => positions.filter((other) => Math.abs(other - x) <= 1).length;
      const most = Math.max(0, ...positions.map(alike));
      const first = positions.find((x) => alike(x) === most);
      expect(mostAlike(positions, 1)).toEqual(first === undefined ? null : { at: first, count: most });
    }),
  );
});
