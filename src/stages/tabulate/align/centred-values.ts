import { isFigure } from '../text/value.ts';
import type { Chunk } from './chunks.ts';
import type { RowLine } from './rows.ts';

/** The middle of a value lies within this share of the type's height of that of the text beside it. */
const OFF_MIDDLE = 0.35;

const areInOneColumn = (one: Chunk, other: Chunk): boolean => one.box[0] < other.box[2] && one.box[2] > other.box[0];

interface Interval {
  readonly rows: readonly (readonly number[])[];
  readonly values: readonly Chunk[];
  readonly texts: readonly Chunk[];
  /** All its texts stand in one column: headings over a row have one in each. */
  readonly isOneText: boolean;
  readonly size: number;
}

function intervalOf(band: number, rows: readonly (readonly number[])[], lines: readonly RowLine[], bands: readonly number[]): Interval {
  const own = rows.filter((row) => bands[row[0] ?? -1] === band);
  const held = own.flat().flatMap((index) => lines[index] ?? []);
  const chunks = held.flatMap(({ cells }) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [{ cell, column, isAmount: column > 0 && isFigure(cell.text) }])),
  );
  return {
    rows: own,
    values: chunks.flatMap(({ cell, isAmount }) => (isAmount ? [cell] : [])),
    texts: chunks.flatMap(({ cell, isAmount }) => (isAmount ? [] : [cell])),
    isOneText: new Set(chunks.flatMap(({ column, isAmount }) => (isAmount ? [] : [column]))).size === 1,
    size: Math.max(0, ...held.map(({ size }) => size)),
  };
}

/** Whether a value stands in the middle of the text of its interval, above and below which the text goes on. */
function standsInMiddle({ values, texts, size }: Interval): boolean {
  const [top, bottom] = [Math.min(...texts.map(({ box }) => box[1])), Math.max(...texts.map(({ box }) => box[3]))];
  return values.every(
    ({ box }) => Math.abs((box[1] + box[3] - top - bottom) / 2) <= OFF_MIDDLE * size && bottom - top > 1.5 * (box[3] - box[1]),
  );
}

/**
 * Rows with those made one that stand between two drawn edges with a single amount in the middle of them: the title of an item over its words, what it costs beside both. Only where no interval
 * tells otherwise: each with several lines has one amount in each of its columns of values, in the middle.
 */
export function withCentredValues(
  rows: readonly (readonly number[])[],
  lines: readonly RowLine[],
  bands: readonly number[],
): readonly (readonly number[])[] {
  const intervals = [...new Set(bands)].map((band) => intervalOf(band, rows, lines, bands));
  const parted = intervals.filter((interval) => interval.rows.length > 1 && interval.values.length > 0);
  const ofOne = ({ values, isOneText }: Interval): boolean =>
    isOneText && values.every((value) => !values.some((other) => other !== value && areInOneColumn(other, value)));
  if (intervals.length < 2 || parted.length === 0 || !parted.every((interval) => ofOne(interval) && standsInMiddle(interval))) return rows;
  return intervals.flatMap((interval) => (parted.includes(interval) ? [interval.rows.flat().sort((a, b) => a - b)] : interval.rows));
}
