import { isValue, isYears } from '../text/value.ts';
import { FEWEST_PAIRS, whiteBetweenValues } from './between-values.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';
import { bareText, headingText, isAlmostSame, segmentsOf, type OpenText, type Segment } from './segments.ts';
import { isTitleOfTable } from './titled.ts';

/** Headers at the same x within this (points) head the same columns. */
const SAME_X = 3;
/** White that ends a table, in ems. */
const END = 2.6;

/** The lines of tables under a header that the document repeats. */
export interface Sister {
  readonly segment: Segment;
  readonly lines: readonly ChunkedLine[];
}

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

const hasValue = (line: ChunkedLine): boolean => line.chunks.some(({ text }) => /\d/u.test(text) && isValue(text) && !isYears(text));

/**
 * The lines of a segment from its top to the first wide white or to the header or the title of another table under rows of values, without the plain lines at their end. The first
 * wide white may stand under a high header row, as long as no values stand above it.
 */
function tableLines(page: OpenText, { top, bottom }: Segment): ChunkedLine[] {
  const inside = page.lines.filter((line) => middle(line) >= top && middle(line) < bottom);
  const first = inside[0] === undefined ? 0 : page.lines.indexOf(inside[0]);
  let isHeader = true;
  const end = inside.findIndex((line, index) => {
    const above = inside[index - 1];
    const isOfAnother = headingText(page, first + index) !== null || isTitleOfTable(page.lines, first + index, page.bands);
    if (isOfAnother && inside.slice(0, index).some(hasValue)) return true;
    if (above === undefined || line.top - above.bottom <= END * line.size) return false;
    const isEnd = !isHeader || inside.slice(0, index).some(hasValue);
    isHeader = false;
    return isEnd;
  });
  const lines = end === -1 ? inside : inside.slice(0, end);
  return lines.slice(0, lines.findLastIndex((line) => line.chunks.length > 1) + 1);
}

/** The tables of a document that begin with a repeated header line. */
export function sistersOf(pages: readonly OpenText[], headers: ReadonlySet<string>): Sister[] {
  if (headers.size === 0) return [];
  return pages.flatMap((page) =>
    segmentsOf(page, headers)
      .filter((segment) => segment.header !== null)
      .map((segment) => ({ segment, lines: tableLines(page, segment) })),
  );
}

/** A heading that tables print again word for word over two columns of values counts so often: ten times the same is one text that runs over both. */
const COUNTS = 2;

function withoutRepeats(lines: readonly ChunkedLine[]): ChunkedLine[] {
  const gaps = whiteBetweenValues(lines);
  const runsOver = ({ box }: Chunk): boolean =>
    gaps.filter(([end, start]) => box[0] < end && box[2] > (end + start) / 2).length >= FEWEST_PAIRS;
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    const text = bareText(line.chunks);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times <= COUNTS || !line.chunks.some((chunk) => !isValue(chunk.text) && runsOver(chunk));
  });
}

/** The lines of all tables with the header of a segment at the same place: together they show the columns of each. A heading in other words, centred over its column, begins elsewhere. */
export function linesOfSisters(segment: Segment, sisters: readonly Sister[]): ChunkedLine[] {
  const isInPlace = ({ names, starts }: Segment, index: number): boolean =>
    names[index] !== segment.names[index] || Math.abs((starts[index] ?? 0) - (segment.starts[index] ?? Infinity)) <= SAME_X;
  const isAlike = (other: Segment): boolean =>
    isAlmostSame(other.names, segment.names) && other.names.every((_, index) => isInPlace(other, index));
  const alike = sisters.filter((sister) => isAlike(sister.segment));
  // The table itself is one of them; alone it shows no more than its own lines do, and may have a title above its header.
  return alike.length < 2 ? [] : withoutRepeats(alike.flatMap((sister) => sister.lines));
}
