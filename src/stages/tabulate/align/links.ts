import { endsMidSentence } from '../../../french/mid-sentence.ts';
import { isTotalWord, isValue } from '../text/value.ts';
import { at } from '../lattice.ts';
import type { Chunk } from './chunks.ts';
import { SAME_STEP, stepBetween } from './leading.ts';
import type { ColumnBand, RowLine } from './rows.ts';

/** Two lines of a column that follow each other, and what it costs to take them as one cell or to part them. */
export interface Link {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly inside: number;
  readonly cut: number;
}

interface Cost {
  readonly inside: number;
  readonly cut: number;
}

type Sense = 'goes_on' | 'starts' | 'unclear';

/** Costs by what the texts say, where the white between them says that they are one text, that they are two, or nothing. */
const COSTS: Readonly<Record<'tight' | 'parted' | 'unknown', Readonly<Record<Sense, Cost>>>> = {
  tight: { goes_on: { inside: 0, cut: 3 }, unclear: { inside: 0, cut: 2 }, starts: { inside: 0.3, cut: 1 } },
  parted: { goes_on: { inside: 2, cut: 0.6 }, unclear: { inside: 2.5, cut: 0 }, starts: { inside: 3, cut: 0 } },
  unknown: { goes_on: { inside: 0.1, cut: 1.2 }, unclear: { inside: 0.4, cut: 0.4 }, starts: { inside: 1, cut: 0.1 } },
};
/** White as high as a line inside a text parts its paragraphs. */
const PARAGRAPH = 0.5;
/** An empty line between two paragraphs is set this exactly, in steps from line to line; where rows stand as far apart, it tells no paragraph. */
const EMPTY_LINE = 0.15;
/** Lines that reach into each other cannot be two cells one above the other. */
const OVERLAPPING: Cost = { inside: 0, cut: 3 };
/** Lines are set on whole pixels of a screen, three quarters of a point, and seen on a scan to a fifth of one: a step that is longer by less (points) is the same. */
const SAME_PLACE = 1;
/** A text above or below a value in a column of values: a heading, or the unit of a value. */
const NEUTRAL: Cost = { inside: 0.3, cut: 0.3 };
const NONE: Cost = { inside: 0, cut: 0 };
/** Words in small type or set in under a bold title, alone on their line: they say more of the row that the title begins. */
const CAPTION: Cost = { inside: 0.1, cut: 1 };
const SMALLER = 0.95;
/** Set in by so much, in font sizes. */
const SET_IN = 0.8;
/** Texts that begin within this of each other begin at one x, in points. */
const SAME_START = 2;
/** Weight that changes from one line to the next. */
const WEIGHT = 1.2;

const LOWER = /^[\p{Ll}),;:€%]/u;

function firstWordWidth(chunk: Chunk): number {
  const box = chunk.words[0]?.box;
  return box === undefined ? 0 : box[2] - box[0];
}

/** Whether the text of `next` looks like the rest of `previous` in the same column, whose lines wrap at `right`. */
function senseOf(previous: Chunk, next: Chunk, right: number, size: number): Sense {
  const fits = previous.box[2] + 0.28 * size + firstWordWidth(next) <= right;
  const lower = LOWER.test(next.text);
  if (fits) return lower && endsMidSentence(previous.text) ? 'goes_on' : 'starts';
  return lower || endsMidSentence(previous.text) ? 'goes_on' : 'unclear';
}

/** Not all texts of a row go on in a next line: where two lines have a text in each of so many columns, set so far apart (font sizes), they are two rows. Values part theirs without this. */
const MANY = 3;
const ROW_STEP = 1.45;

function areRows(above: RowLine, below: RowLine, step: number): boolean {
  if (step < ROW_STEP || above.cells.length < MANY) return false;
  return above.cells.every((cell, column) => {
    const next = below.cells[column] ?? null;
    return cell !== null && next !== null && !(isValue(cell.text) && isValue(next.text));
  });
}

/** A line with a text in every column under one that has none but this: another row begins, not another paragraph of the text above. */
function beginsRow(above: RowLine, below: RowLine): boolean {
  return (
    below.cells.length >= MANY && below.cells.every((cell) => cell !== null) && above.cells.filter((cell) => cell !== null).length === 1
  );
}

/** A label with its colon and its value beside it ("Ville : | Argenteuil") over another text and what stands beside that: two facts. */
function areFacts(above: RowLine, below: RowLine, position: number): boolean {
  const [label, next] = [above.cells[position], below.cells[position]];
  const [value, beside] = [above.cells[position + 1] ?? null, below.cells[position + 1] ?? null];
  return (
    value !== null &&
    beside !== null &&
    /[\p{L})]\s?:$/u.test(label?.text ?? '') &&
    !/:$/u.test(value.text) &&
    /^[\p{Lu}\d]/u.test(next?.text ?? '') &&
    /^[\p{Lu}\d]/u.test(beside.text)
  );
}

const isBold = (chunk: Chunk): boolean => chunk.words.every((word) => word.bold);

const sizeOf = (chunk: Chunk): number => Math.max(...chunk.words.map((word) => word.size));

const hasValue = ({ cells }: RowLine): boolean => cells.some((cell) => cell !== null && isValue(cell.text));

/** Where texts of a column begin that have values beside them: what is set in as far is a row of its own, be it without a value. */
function startsOfRows(lines: readonly RowLine[], column: number): readonly number[] {
  return lines.filter(hasValue).flatMap(({ cells }) => cells[column]?.box[0] ?? []);
}

/** Whether a text is the caption of the bold title over it, beside which stand the values of the row. */
function isCaption(above: RowLine, below: RowLine, previous: Chunk, next: Chunk, starts: readonly number[]): boolean {
  const [left] = next.box;
  const isSetIn = left - previous.box[0] >= SET_IN * sizeOf(previous) && starts.every((start) => Math.abs(start - left) > SAME_START);
  return (
    isBold(previous) &&
    !isBold(next) &&
    (isSetIn || sizeOf(next) <= SMALLER * sizeOf(previous)) &&
    below.cells.every((cell) => cell === null || cell === next) &&
    hasValue(above)
  );
}

/**
 * Beside values and the names of rows stands at most one column of text more, that of their groups; where at least this share of the rows with values has text in one column alone, this names
 * the rows. Names are no text in paragraphs, as a description beside them may be.
 */
const MOST_TEXTS = 2;
const NAMES_ALONE = 0.5;
/** So many sure steps from row to row are a pitch. */
const SURE_ROWS = 2;

/**
 * How far apart (font sizes) the texts of the column that names the rows stand where each has its value beside it: rows for certain. None for another column.
 */
function stepsOfRows(lines: readonly RowLine[], position: number, columns: readonly ColumnBand[]): readonly number[] {
  if (columns.filter(({ values }) => !values).length > MOST_TEXTS) return [];
  const own = lines.filter(({ cells }) => (cells[position] ?? null) !== null);
  const valued = own.filter(hasValue);
  const isAlone = ({ cells }: RowLine): boolean =>
    cells.every((cell, index) => index === position || cell === null || columns[index]?.values === true);
  if (valued.filter(isAlone).length < NAMES_ALONE * valued.length) return [];
  return own.slice(1).flatMap((below, index) => {
    const above = at(own, index);
    const [previous, next] = [above.cells[position] ?? null, below.cells[position] ?? null];
    if (previous === null || next === null || !hasValue(above) || !hasValue(below)) return [];
    return [stepBetween(previous, next, Math.max(above.size, below.size))];
  });
}

/** Whether lines stand as far apart as sure rows do, and wider than the lines of one text are set: where no text of the table wraps and the words leave it open, only this tells. */
function isStepOfRows(step: number, rowSteps: readonly number[]): boolean {
  return step >= ROW_STEP && rowSteps.filter((other) => Math.abs(other - step) < EMPTY_LINE).length >= SURE_ROWS;
}

/** What a column is, where its texts begin and end, and how far apart its rows stand. */
interface Setting {
  readonly column: ColumnBand;
  readonly position: number;
  readonly right: number;
  readonly starts: readonly number[];
  readonly rowSteps: readonly number[];
}

function costOf(above: RowLine, below: RowLine, { column, position, right, starts, rowSteps }: Setting, leading: number | null): Cost {
  const [previous, next] = [above.cells[position], below.cells[position]];
  if (previous === null || previous === undefined || next === null || next === undefined) return NONE;
  const step = stepBetween(previous, next, Math.max(above.size, below.size));
  if (leading !== null && step < 0.7 * leading) return OVERLAPPING;
  if (column.values && isValue(previous.text) && isValue(next.text)) return NONE;
  const sense = senseOf(previous, next, right, below.size);
  const isPitch = leading === null && sense !== 'goes_on' && isStepOfRows(step, rowSteps);
  const isApart =
    areRows(above, below, step) ||
    areFacts(above, below, position) ||
    (isPitch && sense === 'unclear') ||
    isParted(previous, next, Math.max(above.size, below.size), leading);
  if (!isApart && isCaption(above, below, previous, next, starts)) return CAPTION;
  const white = isApart ? 'parted' : leading === null ? 'unknown' : 'tight';
  const isMixed = column.values && (isValue(next.text) || (isValue(previous.text) && sense !== 'goes_on'));
  const own = isMixed && white !== 'parted' ? NEUTRAL : COSTS[white][sense];
  const cost = isPitch ? { ...own, inside: Math.max(own.inside, COSTS.parted[sense].inside) } : own;
  const isParagraph =
    leading !== null &&
    Math.abs(step / leading - 2) < EMPTY_LINE &&
    !rowSteps.some((other) => Math.abs(other - step) < EMPTY_LINE * leading) &&
    !beginsRow(above, below) &&
    !column.values &&
    !isTotalWord(previous.text) &&
    !isTotalWord(next.text);
  const weight = isBold(previous) === isBold(next) ? 0 : WEIGHT;
  return { inside: (isParagraph ? PARAGRAPH : cost.inside) + weight, cut: Math.max(0, cost.cut - weight) };
}

/** Whether two texts of a column are set too far apart to be one. */
export function isParted(previous: Chunk, next: Chunk, size: number, leading: number | null): boolean {
  if (leading === null) return false;
  const step = stepBetween(previous, next, size);
  return step > (1 + SAME_STEP) * leading && (step - leading) * size > SAME_PLACE;
}

/** Whether one text of a column is the rest of the one above it, by where its lines wrap and how far apart they are set. */
export function isOneText(previous: Chunk, next: Chunk, column: ColumnBand, size: number, leading: number | null): boolean {
  if (leading === null || isParted(previous, next, size, leading) || isBold(previous) !== isBold(next)) return false;
  return senseOf(previous, next, column.to, size) !== 'starts';
}

/** All links of a table part, by the line they start from. `leading` in font sizes, `null` where white tells nothing. */
export function linksOf(lines: readonly RowLine[], columns: readonly ColumnBand[], leading: number | null): Link[][] {
  const links: Link[][] = lines.map(() => []);
  columns.forEach((column, position) => {
    const own = lines.flatMap((line, index) => ((line.cells[position] ?? null) === null ? [] : [index]));
    const right = Math.max(...own.map((index) => at(lines, index).cells[position]?.box[2] ?? -Infinity));
    const setting = { column, position, right, starts: startsOfRows(lines, position), rowSteps: stepsOfRows(lines, position, columns) };
    own.slice(1).forEach((to, index) => {
      const from = at(own, index);
      at(links, from).push({ column: position, from, to, ...costOf(at(lines, from), at(lines, to), setting, leading) });
    });
  });
  return links;
}
