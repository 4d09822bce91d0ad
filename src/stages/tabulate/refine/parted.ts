import { at, type Lattice, type SpanRect } from '../lattice.ts';

/** A grid with walls that its page does not draw is no more than this sure. */
const SURE = 0.92;

/** A cell as the cells between these column edges, of which the first and the last are its own. */
export function partedAt(cell: SpanRect, edges: readonly number[]): SpanRect[] {
  return edges.slice(1).map((end, position) => ({ ...cell, column: at(edges, position), columnSpan: end - at(edges, position) }));
}

/** A grid whose cells were parted by walls that are not drawn; itself where none was. */
export function withParted(lattice: Lattice, cells: readonly SpanRect[]): Lattice {
  return cells.length === lattice.cells.length
    ? lattice
    : { ...lattice, cells, ruling: 'partial', confidence: Math.min(lattice.confidence, SURE) };
}
