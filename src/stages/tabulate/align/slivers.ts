import { runningOver, type ChunkedLine } from './chunks.ts';

/** A column that holds marks alone is wider than this, in points. */
const SLIVER = 9;
/** A text may reach over the edges of its column by this, in points. */
const INSIDE = 2;

/**
 * Column edges without those that cut the end off a column of amounts set to the right: between two so close together stand only the dashes of rows that have none, or the currency. The
 * edge that more texts run over goes.
 */
export function withoutSlivers(edges: readonly number[], lines: readonly ChunkedLine[]): number[] {
  const chunks = lines.flatMap((line) => line.chunks);
  const isSliver = (from: number, to: number): boolean => {
    const own = chunks.filter(({ box }) => box[0] > from - INSIDE && box[2] < to + INSIDE);
    return to - from < SLIVER && own.every(({ text }) => !/[\p{L}\d]/u.test(text));
  };
  const kept: number[] = [];
  for (const edge of edges) {
    const last = kept.at(-1);
    if (last === undefined || !isSliver(last, edge)) kept.push(edge);
    else if (runningOver(chunks, last) > runningOver(chunks, edge)) kept[kept.length - 1] = edge;
  }
  return kept;
}
