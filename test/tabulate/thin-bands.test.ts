import { describe, expect, it } from 'vitest';
import type { Lattice } from '../../src/stages/tabulate/lattice.ts';
import { withoutThinBands } from '../../src/stages/tabulate/rules/collapse.ts';

function lattice(ys: readonly number[], cells: Lattice['cells']): Lattice {
  return { xs: [0, 100, 200], ys, cells, ruling: 'full', confidence: 1, drawnColumns: true, openTop: false, openBottom: false };
}

const row = (at: number): Lattice['cells'] => [0, 1].map((column) => ({ row: at, column, rowSpan: 1, columnSpan: 1 }));
const merged = (at: number): Lattice['cells'] => [{ row: at, column: 0, rowSpan: 1, columnSpan: 2 }];

describe('thin bands without a word', () => {
  it('leave the cells of the row above them where they end the table', () => {
    const read = withoutThinBands(lattice([0, 20, 40, 43], [...row(0), ...row(1), ...merged(2)]), []);
    expect(read.ys).toEqual([0, 20, 43]);
    expect(read.cells).toEqual([...row(0), ...row(1)]);
  });

  it('leave the cells of the row under them elsewhere', () => {
    const read = withoutThinBands(lattice([0, 20, 23, 40], [...row(0), ...merged(1), ...row(2)]), []);
    expect(read.ys).toEqual([0, 20, 40]);
    expect(read.cells).toEqual([...row(0), ...row(1)]);
  });
});
