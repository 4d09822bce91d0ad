import { middleX } from '../../../model/geometry.ts';
import { CHUNK_GAP, type ChunkedLine } from './chunks.ts';
import type { Separator } from './columns.ts';

/** A header names so many columns at least. */
const NAMED = 3;
/** Lines with text on both sides, the header and a row. */
const BOTH_SIDES = 2;

/** What all texts leave of the white between two of a header; `null` where one runs over it. */
function whiteLeft(lines: readonly ChunkedLine[], [start, end]: readonly [number, number]): readonly [number, number] | null {
  let [from, to] = [start, end];
  const middle = (start + end) / 2;
  for (const chunk of lines.flatMap(({ chunks }) => chunks)) {
    const [x0, , x1] = chunk.box;
    if (x0 < start - 1 && x1 > end + 1) return null;
    if (middleX(chunk.box) < middle) from = Math.max(from, x1);
    else to = Math.min(to, x0);
  }
  return to > from ? [from, to] : null;
}

/**
 * White between two heads of columns that no text runs over, be it that a single row has text on both sides of it: remarks, of which most rows have none. Only such as `known` lacks.
 */
export function headedSeparators(lines: readonly ChunkedLine[], size: number, known: readonly Separator[]): Separator[] {
  const header = lines.find(({ chunks }) => chunks.length > 1);
  if (header === undefined || header.chunks.length < NAMED || header.chunks.some(({ text }) => /\d/u.test(text))) return [];
  return header.chunks.slice(1).flatMap((chunk, index): Separator[] => {
    const before = header.chunks[index];
    const gap = before === undefined ? null : whiteLeft(lines, [before.box[2], chunk.box[0]]);
    if (before === undefined || gap === null) return [];
    const [from, to] = gap;
    const isKnown = known.some((other) => other.from < chunk.box[0] && other.to > before.box[2]);
    const support = lines.filter(({ chunks }) => chunks.some(({ box }) => box[2] <= from) && chunks.some(({ box }) => box[0] >= to)).length;
    return !isKnown && support >= BOTH_SIDES && to - from >= CHUNK_GAP * size ? [{ from, to, support }] : [];
  });
}
