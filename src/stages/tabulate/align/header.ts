import { isValue } from '../text/value.ts';
import { textIn, type LaidLine } from './lay.ts';

/** A header has at most so many lines. */
const MOST_LINES = 8;
/** What heads a column of amounts, though it is a number. */
const YEAR = /^(?:19|20)\d\d$/u;

/** Money and nothing else: it stands under a heading, whatever else its column holds. */
const MONEY = /^[-–]?\d[\d\s.,\u00a0\u202f]*(?:€|k€|euros?|EUR)$/u;

/** The dash of a row without an amount. */
const NONE = /^[-–—](?:\s?€)?$/u;

/** Of the lines above the first values (given with it) those of the heading: the bold ones, or those above the widest white. */
function headingEnd(lines: readonly LaidLine[]): number {
  const plain = lines.findIndex((entry) => !entry.line.bold);
  if (plain > 0) return plain;
  let end = lines.length - 1;
  let widest = -Infinity;
  lines.forEach((entry, index) => {
    const above = lines[index - 1];
    const gap = above === undefined ? -Infinity : entry.line.top - above.line.bottom;
    if (gap >= widest + 0.1 * entry.line.size || (gap > widest && index === lines.length - 1)) {
      widest = gap;
      end = index;
    }
  });
  return end;
}

/**
 * Number of leading lines that head a table: those above the first edge drawn across it, or above the first values. `values`: which columns hold values;
 * `bands`: for each line, how many such edges stand above it.
 */
export function headerLineCount(lines: readonly LaidLine[], values: readonly boolean[], bands: readonly number[]): number {
  const numbers = (entry: LaidLine): number =>
    values.filter((value, column) => value && /\d/u.test(textIn(entry, column)) && isValue(textIn(entry, column))).length;
  const firstBand = bands[0] ?? 0;
  const count = bands.filter((band) => band === firstBand).length;
  const isAmount = (text: string): boolean => NONE.test(text) || (/\d/u.test(text) && isValue(text) && !YEAR.test(text));
  const holdsMoney = (entry: LaidLine): boolean => values.some((_, column) => MONEY.test(textIn(entry, column)));
  const holdsAmounts = lines
    .slice(0, count)
    .some((entry) => holdsMoney(entry) || values.some((value, column) => value && isAmount(textIn(entry, column))));
  if (count < lines.length && count <= MOST_LINES && !holdsAmounts) return count;
  const first = lines.findIndex(
    (entry) => numbers(entry) > 0 || holdsMoney(entry) || values.some((value, column) => value && isValue(textIn(entry, column))),
  );
  return first === -1 || first > MOST_LINES ? 0 : headingEnd(lines.slice(0, first + 1));
}
