import type { Box } from '../../../model/geometry.ts';
import { isFigure } from '../text/value.ts';
import { at } from '../lattice.ts';
import { bandAround, type Band } from './bands.ts';
import type { ChunkedLine } from './chunks.ts';

/** Text larger than a header by this factor is no line of it. */
const LARGER = 1.08;
/** White above a title of the size of its header, and at most between the lines of both, in ems. */
const ABOVE = 1.5;
const CLOSE = 1.8;
/** Left ends that differ by less than this are one border, in points. */
const SAME_LEFT = 4;
/** A header has at most so many lines. */
const HEADER = 6;

const hasFigure = (line: ChunkedLine): boolean => line.chunks.some(({ text }) => isFigure(text));

/**
 * Whether a line is the title of another table than the one above it: a text alone, larger than what follows or under white, then a header of several texts, or of one over
 * values in a fill that runs over their labels, without figures, bold or in a fill (`bands`), then a row that is not.
 */
export function isTitleOfTable(lines: readonly ChunkedLine[], index: number, bands: readonly Band[]): boolean {
  return titledHeader(lines, index, bands) > 0;
}

/** So many heads over values tell a header in the type of its rows, and so many lines of a label may stand over the first values. */
const OVER_VALUES = 2;
const TO_VALUES = 3;

const overlaps = ([x0, , x1]: Box, [y0, , y1]: Box): boolean => Math.min(x1, y1) > Math.max(x0, y0);

/**
 * How many lines from `index` on are words that stand over values of the row that follows, in several columns: a header, though its type is that of its rows; 0 for none. Set in the middle of their
 * row, the lines of a heading of several stand above and below the others, alone over their values.
 */
function headsOfValues(lines: readonly ChunkedLine[], index: number): number {
  const below = lines.slice(index, index + HEADER + TO_VALUES + 1);
  const at = below.findIndex(({ chunks }) => chunks.filter(({ text }) => isFigure(text)).length >= OVER_VALUES);
  const row = below[at];
  const above = below.slice(0, Math.max(0, at));
  if (row === undefined || above.some(hasFigure)) return 0;
  const values = row.chunks.filter(({ text }) => isFigure(text));
  const isHead = ({ chunks }: ChunkedLine): boolean =>
    chunks.length > 1 || chunks.some(({ box }) => values.some((value) => overlaps(value.box, box)));
  const label = above.findIndex((line) => !isHead(line));
  const heads = label === -1 ? above : above.slice(0, label);
  const wraps = above.length - heads.length;
  if (wraps > TO_VALUES || above.slice(heads.length).some(isHead) || !heads.some(({ chunks }) => chunks.length > 1)) return 0;
  const words = heads.flatMap(({ chunks }) => chunks).filter(({ text }) => /\p{L}{3}/u.test(text));
  const over = values.filter(({ box }) => words.some(({ box: head }) => overlaps(box, head)));
  return over.length >= OVER_VALUES ? heads.length : 0;
}

/** How many lines head the table that a line is the title of (see `isTitleOfTable`); 0 when it is none. */
export function titledHeader(lines: readonly ChunkedLine[], index: number, bands: readonly Band[]): number {
  const [above, line] = [lines[index - 1], lines[index]];
  const [only, more] = line?.chunks ?? [];
  if (line === undefined || only === undefined || more !== undefined || hasFigure(line)) return 0;
  const isUnderWhite = above === undefined || line.top - above.bottom >= ABOVE * line.size;
  const [next] = lines.slice(index + 1, index + 2);
  const plain = next !== undefined && !next.bold && line.size > LARGER * next.size ? headsOfValues(lines, index + 1) : 0;
  if (isUnderWhite && plain > 0) return plain;
  const isSetOff = (next: ChunkedLine): boolean => next.bold || bandAround(next, bands) !== undefined;
  let end = index + 1;
  while (end < lines.length && end - index <= HEADER + 1) {
    const next = at(lines, end);
    const isHeader = isSetOff(next) && !hasFigure(next) && next.top - at(lines, end - 1).bottom <= CLOSE * line.size;
    if (!isHeader) break;
    end += 1;
  }
  const header = lines.slice(index + 1, end);
  const row = lines[end];
  // The only heading of labels and values stands over the values; its fill runs over the labels too.
  const isOverLabels = (next: ChunkedLine): boolean => (bandAround(next, bands)?.left ?? Infinity) <= only.box[0] + SAME_LEFT;
  const isOverValues = row !== undefined && row.chunks.length > 1 && hasFigure(row) && header.length > 0 && header.every(isOverLabels);
  const isHeaded =
    row !== undefined && !isSetOff(row) && header.length <= HEADER && (header.some(({ chunks }) => chunks.length > 1) || isOverValues);
  const isLarger = header.every(({ size }) => line.size > LARGER * size);
  return isHeaded && (isLarger || (line.bold && isUnderWhite)) ? header.length : 0;
}
