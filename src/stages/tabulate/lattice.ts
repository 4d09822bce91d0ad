import type { Box } from '../../model/geometry.ts';
import type { Ruling } from '../../model/grid.ts';

/** A cell of a lattice: rows and columns count from 0, spans are at least 1. */
export interface SpanRect {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Where rows and columns of a table lie on its page, before any text is put in. `xs` and `ys` are ascending coordinates of column and row edges
 * (one more than there are columns and rows); `cells` tile the rectangle they span exactly once.
 */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly SpanRect[];
  readonly ruling: Ruling;
  /** 0…1 */
  readonly confidence: number;
  /** Column edges are drawn, not found by alignment. */
  readonly drawnColumns: boolean;
  /** The upper or lower border is not drawn though the columns run on to it: what a page break leaves of a cell it cuts. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** The lower border is drawn under some columns and left out under merged cells that go on: it ends a row. */
  readonly endsRow?: boolean;
}

/** `values[index]`; the callers only ask for what is there, and a wrong index is an error of this program. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element ${String(index)} of ${String(values.length)}`);
  return value;
}

/** The area of a cell, in page coordinates. */
export function cellBox(lattice: Pick<Lattice, 'xs' | 'ys'>, cell: SpanRect): Box {
  return [
    at(lattice.xs, cell.column),
    at(lattice.ys, cell.row),
    at(lattice.xs, cell.column + cell.columnSpan),
    at(lattice.ys, cell.row + cell.rowSpan),
  ];
}

/** The area of the whole lattice. */
export function latticeBox(lattice: Pick<Lattice, 'xs' | 'ys'>): Box {
  return [at(lattice.xs, 0), at(lattice.ys, 0), at(lattice.xs, lattice.xs.length - 1), at(lattice.ys, lattice.ys.length - 1)];
}

/** Index of the band of `edges` that holds `position`; bands outside are clamped to the first and the last. */
export function bandOf(edges: readonly number[], position: number): number {
  let band = 0;
  while (band < edges.length - 2 && position >= at(edges, band + 1)) band += 1;
  return band;
}
