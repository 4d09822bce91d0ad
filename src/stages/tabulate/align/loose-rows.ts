import { at } from '../lattice.ts';
import { isValue } from '../text/value.ts';
import type { Band } from './bands.ts';
import type { ChunkedLine } from './chunks.ts';

/** A header's fill ends this close above the first row, in ems of the row. */
const UNDER_BAND = 1;

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

/** Lines of the first rows at most, and the white (ems) between two of them. */
const FIRST_LINES = 9;
const BETWEEN_ROWS = 2.4;
/** The lines of one label touch, in ems. */
const TOUCHING = 0.2;
/** Ends of texts that differ by less than this are one border, in points. */
const SAME_X = 2;

/**
 * The first rows of a table under its head, of which no line holds two texts: a value set in the middle of the two lines of its label, or the first lines of the label that the
 * run begins in. Of `above` (bottom to top) those that keep to the two borders of the run, up to the fill; none when another text stands among them.
 */
function firstRows(run: readonly ChunkedLine[], above: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const [first] = run;
  if (first === undefined || above.length === 0 || above.length > FIRST_LINES) return [];
  const rows = run.filter(({ chunks }) => chunks.length > 1);
  const leftmost = Math.min(...rows.map(({ chunks }) => at(chunks, 0).box[0]));
  const values = rows.flatMap(({ chunks }) => chunks.slice(1).filter(({ text }) => isValue(text)));
  const firstValue = Math.min(...values.map(({ box }) => box[0]));
  const isLabel = ({ chunks: [only] }: ChunkedLine): boolean =>
    only !== undefined && Math.abs(only.box[0] - leftmost) <= SAME_X && only.box[2] < firstValue;
  const isOfValues = ({ chunks: [only] }: ChunkedLine): boolean =>
    only !== undefined && isValue(only.text) && /\d/u.test(only.text) && values.some(({ box }) => Math.abs(box[2] - only.box[2]) <= SAME_X);
  const isClose = above.every((line, index) => {
    const below = index === 0 ? first : at(above, index - 1);
    return below.top - line.bottom <= (above.some(isOfValues) ? BETWEEN_ROWS : TOUCHING) * line.size;
  });
  return isClose && above.every((line) => line.chunks.length === 1 && (isLabel(line) || isOfValues(line))) ? [...above].reverse() : [];
}

/** A run of lines with the heading that stands in a fill right above it and over all of it: few rows with one heading line are a table all the same. */
export function withHeadBand(run: readonly ChunkedLine[], lines: readonly ChunkedLine[], bands: readonly Band[]): readonly ChunkedLine[] {
  const [first] = run;
  if (first === undefined) return run;
  const left = Math.min(...run.flatMap((line) => line.chunks.map((chunk) => chunk.box[0])));
  const right = Math.max(...run.flatMap((line) => line.chunks.map((chunk) => chunk.box[2])));
  const over = bands.filter((other) => other.bottom <= first.top + 2 && other.left <= left + 2 && other.right >= right - 2);
  const nearest = over.reduce<Band | null>((best, other) => (best === null || other.bottom > best.bottom ? other : best), null);
  if (nearest === null) return run;
  const between = lines.filter((line) => middle(line) > nearest.bottom && line.top < first.top && !run.includes(line));
  const rows = [...firstRows(run, [...between].reverse()), ...run];
  const top = rows[0] ?? first;
  if (top.top - nearest.bottom > UNDER_BAND * top.size) return run;
  const heading = lines.filter((line) => !run.includes(line) && middle(line) > nearest.top && middle(line) < nearest.bottom);
  return [...heading, ...rows];
}

/** Lines of a page header that may stand above the row. */
const PAGE_HEADER = 3;
/** An amount of money, not a page's or an article's number. */
const MONEY = /€|\d{3}/u;

/** The only row that a table without rules leaves for the next page: words in its first column, a value in its last, at the top and nothing like it below. */
export function lastRowAlone(lines: readonly ChunkedLine[], expected: readonly number[]): ChunkedLine | null {
  const line = lines.slice(0, PAGE_HEADER + 1).find((other) => other.chunks.length > 1);
  const [words, value] = [line?.chunks[0], line?.chunks.at(-1)];
  if (line === undefined || words === undefined || value === undefined || expected.length < 3) return null;
  const [left, second, last, right] = [
    at(expected, 0),
    at(expected, 1),
    at(expected, expected.length - 2),
    at(expected, expected.length - 1),
  ];
  const isInPlace = words.box[0] >= left - 2 && words.box[0] < second && value.box[0] >= last - 2 && value.box[2] <= right + 3;
  return isInPlace && /\p{L}{2}/u.test(words.text) && isValue(value.text) && MONEY.test(value.text) ? line : null;
}
