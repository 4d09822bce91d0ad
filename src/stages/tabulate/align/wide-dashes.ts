import { isMoney, isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';

/** Values whose right ends differ by less than this end together, in points; so many show where a column of them ends. */
const SAME_END = 1.2;
const FEWEST = 2;

const DASH = /^[-–—]$/u;

/**
 * Lines whose dashes for "nothing", where they end with figures set to the right, are as wide as these: a dash stands at the very end of its column, and the white before it is the column's
 * own, not what parts it from the one before.
 */
export function withWideDashes(lines: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const figures = lines.flatMap(({ chunks }) => chunks.filter(({ text }) => isMoney(text) || (isValue(text) && /\d,\d/u.test(text))));
  const widened = (chunk: Chunk, before: Chunk | undefined): Chunk => {
    if (!DASH.test(chunk.text)) return chunk;
    const [x0, y0, x1, y1] = chunk.box;
    const alike = figures.filter(({ box }) => Math.abs(box[2] - x1) <= SAME_END);
    if (alike.length < FEWEST) return chunk;
    const left = Math.min(x0, ...alike.map(({ box }) => box[0]));
    return before !== undefined && before.box[2] >= left ? chunk : { ...chunk, box: [left, y0, x1, y1] };
  };
  return lines.map((line) => ({ ...line, chunks: line.chunks.map((chunk, at) => widened(chunk, line.chunks[at - 1])) }));
}
