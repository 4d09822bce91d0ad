import { joinedLines } from './joined-lines.ts';
import type { Piece } from './facts.ts';

/** Lines of one cell begin within this of each other and stand this close, in points and ems. */
export const SAME_START = 3;
const LEADING = 0.45;

/** Whether a line is the next of the same cell: right under another, begun at the same x. */
export function isUnder(below: Piece, above: Piece): boolean {
  return (
    below.place.page === above.place.page &&
    Math.abs(below.place.box[0] - above.place.box[0]) < SAME_START &&
    below.place.box[1] >= above.place.box[3] - 2 &&
    below.place.box[1] - above.place.box[3] < LEADING * above.size
  );
}

/**
 * Labels that a narrow column broke ("Quartier" over "prioritaire :", "Nombre de logements dans le" over "quartier") put together. `isWholeLabel` tells a label and
 * nothing else, which the lower line with its colon alone is not.
 */
export function withWrappedLabels(pieces: readonly Piece[], isWholeLabel: (text: string) => boolean): readonly Piece[] {
  const joined = new Map<Piece, Piece>();
  const dropped = new Set<Piece>();
  for (const below of pieces) {
    const hasColon = below.text.trimEnd().endsWith(':');
    if (below.whole === true || !/^\p{Ll}[^:]*:?\s*$/u.test(below.text) || (hasColon && isWholeLabel(below.text))) continue;
    const above = pieces.find((other) => other !== below && !other.text.includes(':') && isUnder(below, other));
    if (above === undefined || (!hasColon && above.bold !== below.bold)) continue;
    const text = joinedLines(above.text, below.text);
    if (!isWholeLabel(text)) continue;
    const [x0, y0, x1] = above.place.box;
    const [otherX0, , otherX1, y1] = below.place.box;
    const box = [Math.min(x0, otherX0), y0, Math.max(x1, otherX1), y1] as const;
    joined.set(above, { ...above, text, place: { ...above.place, box } });
    dropped.add(below);
  }
  return dropped.size === 0 ? pieces : pieces.flatMap((piece) => (dropped.has(piece) ? [] : [joined.get(piece) ?? piece]));
}
