import { joinedLines } from './joined-lines.ts';
import type { Piece } from './heading-piece.ts';

/** Lines of one cell begin within this of each other and stand this close, in points and ems. */
export const SAME_START = 3;
const LEADING = 0.45;
/** A line that cannot be all of a label: it goes on even where what stands below is a label itself ("Nombre de logements dans le" over "quartier :"). */
const UNFINISHED = /\s(?:l[ea]|les|du|des?|dans|sur|au|aux|en|par|à|d['’]|l['’])\s*$/iu;

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
    // With its value behind it ("quartier : 1 439"), or a capital ("Logements en" over "QPV"), the lower line must be the rest of a label that cannot end where it does.
    // Of a label that just fills its column the colon alone stands on the next line.
    const [lower = ''] = /^(?:\p{L}[^:]*:?|:$)/u.exec(below.text.trim()) ?? [];
    if (below.whole === true || lower === '') continue;
    const isCapital = /^\p{Lu}/u.test(lower);
    const hasColon = lower.endsWith(':');
    const hasValue = lower.trim() !== below.text.trim();
    if (hasValue && !hasColon) continue;
    const isLabel = hasColon && (hasValue || isWholeLabel(lower));
    const above = pieces.find((other) => other !== below && !other.text.includes(':') && isUnder(below, other));
    if (above === undefined || (!hasColon && above.bold !== below.bold) || ((isLabel || isCapital) && !UNFINISHED.test(above.text)))
      continue;
    const text = joinedLines(above.text, below.text);
    if (!isWholeLabel(joinedLines(above.text, lower))) continue;
    const [x0, y0, x1] = above.place.box;
    const [otherX0, , otherX1, y1] = below.place.box;
    const box = [Math.min(x0, otherX0), y0, Math.max(x1, otherX1), y1] as const;
    joined.set(above, { ...above, text, place: { ...above.place, box } });
    dropped.add(below);
  }
  return dropped.size === 0 ? pieces : pieces.flatMap((piece) => (dropped.has(piece) ? [] : [joined.get(piece) ?? piece]));
}
