import { joinChunks, type LaidLine } from './lay.ts';
import type { Chunk } from './chunks.ts';

interface Placed {
  readonly chunk: Chunk;
  readonly column: number;
}

/** White between texts that stand beside each other, in ems. */
const APART = 0.5;

/** The texts of a row that overlap `start` in x, or overlap one that does: lines of one cell. */
function clusterOf(start: Placed, all: readonly Placed[], white: number): Set<Placed> {
  const cluster = new Set([start]);
  for (let size = 0; size < cluster.size;) {
    size = cluster.size;
    for (const other of all)
      if ([...cluster].some(({ chunk }) => chunk.box[0] < other.chunk.box[2] + white && chunk.box[2] > other.chunk.box[0] - white))
        cluster.add(other);
  }
  return cluster;
}

/**
 * A text too wide for its column reaches over the next one's edge ("Dépense prévisionnelle" over narrow amounts). Where the other columns it reaches into hold a
 * text of the same row beside it, clear of it in every line, only one column is left for it: it stands there, and spans nothing.
 */
export function besideTexts(row: readonly LaidLine[]): readonly LaidLine[] {
  if (row.every((entry) => entry.spans.length === 0)) return row;
  const all = row.flatMap((entry) => entry.cells.flatMap((chunk, column): Placed[] => (chunk === null ? [] : [{ chunk, column }])));
  return row.map((entry): LaidLine => {
    const cells = [...entry.cells];
    const spans = entry.spans.filter(({ from, to }) => {
      const own = all.find(({ chunk }) => chunk === entry.cells[from]);
      if (own === undefined) return true;
      const cluster = clusterOf(own, all, APART * entry.line.size);
      const beside = new Set(all.filter((other) => !cluster.has(other)).map((other) => other.column));
      const free = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((column) => !beside.has(column));
      const [only, another] = free;
      if (only === undefined || another !== undefined) return true;
      if (only !== from) {
        cells[from] = null;
        cells[only] = joinChunks(cells[only] ?? null, own.chunk);
      }
      return false;
    });
    return { ...entry, cells, spans };
  });
}
