import { overlap } from '../../../model/geometry.ts';
import { at } from '../lattice.ts';
import type { Edge } from '../rules/edges.ts';
import { coverage, snap, type EdgeLine } from '../rules/snap.ts';
import type { ChunkedLine } from './chunks.ts';

/** An edge line that covers this share of a table's width parts rows in all columns. */
const FULL_WIDTH = 0.7;
/** Share of a column that an edge must cover to part its rows. */
const OF_COLUMN = 0.8;
const DRAWN = 0.5;

/** An edge line between rows of a table, and which columns it parts. */
export interface RowEdge {
  readonly at: number;
  readonly isFull: boolean;
  /** For each column whether the edge is drawn there. */
  readonly parts: readonly boolean[];
}

/** A rule drawn under the words of a line, no wider than they are. */
function isUnderline(edge: Edge, lines: readonly ChunkedLine[]): boolean {
  return lines.some(
    (line) =>
      edge.at > (line.top + line.bottom) / 2 &&
      edge.at < line.bottom + 1.5 &&
      line.chunks.some((chunk) => edge.from >= chunk.box[0] - 2 && edge.to <= chunk.box[2] + 2),
  );
}

/** The edges that part rows, top to bottom: each covers at least one column. */
export function rowEdges(horizontal: readonly Edge[], xs: readonly number[], lines: readonly ChunkedLine[]): RowEdge[] {
  const [left, right] = [at(xs, 0), at(xs, xs.length - 1)];
  const inside = horizontal.filter((edge) => overlap(edge.from, edge.to, left, right) > 0 && !isUnderline(edge, lines));
  return snap(inside)
    .map((line: EdgeLine): RowEdge & { readonly whole: boolean } => {
      const shares = xs.slice(0, -1).map((from, column) => coverage(line, from, at(xs, column + 1)));
      return {
        at: line.at,
        isFull: coverage(line, left, right) >= FULL_WIDTH,
        parts: shares.map((share) => share >= DRAWN),
        whole: shares.some((share) => share >= OF_COLUMN),
      };
    })
    .filter((edge) => edge.isFull || edge.whole);
}
