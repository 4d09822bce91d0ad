import { at } from '../lattice.ts';
import { isValue } from '../text/value.ts';
import type { Band } from './bands.ts';
import type { ChunkedLine } from './chunks.ts';

/** A header's fill ends this close above the first row, in ems of the row. */
const UNDER_BAND = 1;

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

/** A run of lines with the heading that stands in a fill right above it and over all of it: few rows with one heading line are a table all the same. */
export function withHeadBand(run: readonly ChunkedLine[], lines: readonly ChunkedLine[], bands: readonly Band[]): readonly ChunkedLine[] {
  const [first] = run;
  if (first === undefined) return run;
  const left = Math.min(...run.flatMap((line) => line.chunks.map((chunk) => chunk.box[0])));
  const right = Math.max(...run.flatMap((line) => line.chunks.map((chunk) => chunk.box[2])));
  const band = bands.find(
    (other) =>
      other.bottom <= first.top + 2 &&
      first.top - other.bottom <= UNDER_BAND * first.size &&
      other.left <= left + 2 &&
      other.right >= right - 2,
  );
  if (band === undefined) return run;
  const heading = lines.filter((line) => !run.includes(line) && middle(line) > band.top && middle(line) < band.bottom);
  return [...heading, ...run];
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
