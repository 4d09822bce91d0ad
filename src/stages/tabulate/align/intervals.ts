import { EMPTY_LINES, isSetAs } from './aligned.ts';
import type { Band } from './bands.ts';
import type { ChunkedLine } from './chunks.ts';
import { inferSeparators } from './columns.ts';
import { isValue } from '../text/value.ts';
import { medianLineSize } from './sizes.ts';
import { hasSide, isFramed } from './frame-sides.ts';
import type { Stack } from './stacks.ts';
import type { Edge } from '../rules/edges.ts';
import { isTitleOfTable } from './titled.ts';

/** White between two edges below this height is a double border; above the second, it is more than an empty row (points). */
const THIN = 6;
const EMPTY_ROW = 26;
/** Rows with one text: at most so many lines and so high. */
const FEW_LINES = 4;
const LOW = 64;
/** Rows with one text that may stand above the first row with several: titles. */
const TITLES = 2;
/** Text larger than the table's by this factor heads a table, it does not stand in one. */
const LARGER = 1.08;
/** Text in a cell keeps this far from its border, in points; a heading over a table begins at the border. */
const PADDING = 1.5;

type Kind = 'columned' | 'thin' | 'empty' | 'small' | 'heading' | 'other';

interface Interval {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly ChunkedLine[];
  readonly kind: Kind;
}

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

function isProse(lines: readonly ChunkedLine[], width: number): boolean {
  const wide = lines.filter((line) => line.chunks.length === 1 && line.chunks.some((chunk) => chunk.box[2] - chunk.box[0] > 0.72 * width));
  return wide.length >= 2 && wide.length > 0.4 * lines.length;
}

/** A lone value to the right of all other texts, as high in their middle as the white between two of their paragraphs. */
function isCentredBeside(lines: readonly ChunkedLine[]): boolean {
  const values = lines.filter(({ chunks }) => chunks.some(({ text }) => isValue(text)));
  const [value, another] = values;
  const at = value === undefined ? -1 : lines.indexOf(value);
  if (value === undefined || another !== undefined || at === 0 || at === lines.length - 1) return false;
  const [first, last] = [lines[0], lines.at(-1)];
  const left = value.chunks[0]?.box[0] ?? 0;
  const isCentred = first !== undefined && last !== undefined && Math.abs((first.top + last.bottom) / 2 - middle(value)) < value.size / 2;
  return isCentred && lines.every((line) => line === value || line.chunks.every(({ box }) => left - box[2] > line.size));
}

/** Texts beside each other: in one line, or set at different heights (a value centred beside a text of two lines). */
function isColumned(lines: readonly ChunkedLine[]): boolean {
  if (lines.some((line) => line.chunks.length > 1) || isCentredBeside(lines)) return true;
  return lines.some((line, index) => {
    const next = lines[index + 1];
    const [first, second] = [line.chunks[0], next?.chunks[0]];
    if (next === undefined || first === undefined || second === undefined) return false;
    const apart = Math.max(second.box[0] - first.box[2], first.box[0] - second.box[2]);
    return apart > line.size && next.top < line.bottom;
  });
}

/** White above a box that is no row of the table above, in ems. */
const APART = 1.2;

/** White between lines of one table stays below this, in ems. */
const WIDEST_GAP = 2.4;

function isBroken(lines: readonly ChunkedLine[]): boolean {
  let bottom = -Infinity;
  return lines.some((line, index) => {
    const gap = (line.top - bottom) / line.size;
    bottom = Math.max(bottom, line.bottom);
    return Number.isFinite(gap) && gap > WIDEST_GAP && !(gap <= EMPTY_LINES && isSetAs(line, lines.slice(0, index)));
  });
}

function startOf(line: ChunkedLine): number {
  return line.chunks[0]?.box[0] ?? Infinity;
}

/** Whether a text of some lines runs over white that parts the columns of others. */
function runsOverColumns(lines: readonly ChunkedLine[], others: readonly ChunkedLine[]): boolean {
  const separators = inferSeparators(others, medianLineSize(others));
  return lines.some(({ chunks }) => chunks.some(({ box }) => separators.some(({ from, to }) => box[0] < from && box[2] > to)));
}

/** White between two lines of one text at most, in ems, and how far apart these begin, in points. */
const ONE_TEXT = 0.3;
const ONE_EDGE = 2.5;

/** Whether a line goes on with a text of a row of several right above it, whatever size a scan measures it to be: a word alone has few letters that tell. */
function isRestOfText(line: ChunkedLine, lines: readonly ChunkedLine[]): boolean {
  return lines.some(
    ({ chunks, top, bottom }) =>
      chunks.length > 1 &&
      top < line.top &&
      line.top - bottom <= ONE_TEXT * line.size &&
      chunks.some(({ box }) => Math.abs(box[0] - startOf(line)) <= ONE_EDGE),
  );
}

/** Cuts a stack into its intervals and says of each what it holds. */
function intervalsOf(stack: Stack, lines: readonly ChunkedLine[], vertical: readonly Edge[]): Interval[] {
  const width = stack.right - stack.left;
  const columned = lines.filter((line) => line.chunks.length > 1);
  const size = medianLineSize(columned);
  const leftmost = Math.min(...columned.map(startOf));
  return stack.ys.slice(1).map((bottom, index): Interval => {
    const top = stack.ys[index] ?? 0;
    const inside = lines.filter((line) => middle(line) > top && middle(line) < bottom);
    const kind = (): Kind => {
      if (inside.length === 0) return bottom - top < THIN ? 'thin' : 'empty';
      if (isProse(inside, width)) return 'other';
      const isHeading = (line: ChunkedLine): boolean =>
        line.chunks.length === 1 &&
        ((line.size > LARGER * size && !isRestOfText(line, inside)) || startOf(line) < Math.min(leftmost - 2, stack.left + PADDING));
      if (isColumned(inside))
        return inside.length > 1 &&
          (inside.some(isHeading) || (isBroken(inside) && !isFramed(vertical, stack.left, stack.right, top, bottom)))
          ? 'other'
          : 'columned';
      if (inside.length > FEW_LINES || bottom - top > LOW) return 'other';
      return inside.some(isHeading) ? 'heading' : 'small';
    };
    return { top, bottom, lines: inside, kind: kind() };
  });
}

function holdsValues({ lines }: Interval): boolean {
  return lines.some((line) => line.chunks.some((chunk) => isValue(chunk.text)));
}

/** A label of a heading with its value: "Période : 2024", "Exercice :2024". */
const FACT = /^\p{Lu}[^:]{1,60}(?:\s?:\s+|\s:)\S/u;
const FEWEST_FACTS = 2;

/** Facts side by side and nothing else, as in the heading over a table. */
export function isOfFacts({ lines }: { readonly lines: readonly ChunkedLine[] }): boolean {
  const chunks = lines.flatMap((line) => line.chunks);
  return chunks.length >= FEWEST_FACTS && chunks.every(({ text }) => FACT.test(text));
}

function textOf(interval: Interval): string {
  return interval.lines.map((line) => line.chunks.map((chunk) => chunk.text).join('|')).join('|');
}

/** Fills of two rows that meet in one column do so within this, in points. */
const SAME_SPLIT = 4;

/** Where the fills of the bands in an interval meet. */
function splitsOf({ top, bottom }: Interval, bands: readonly Band[]): readonly number[] {
  return bands.filter((band) => band.top > top - 2 && band.bottom < bottom + 2).flatMap(({ splits }) => splits);
}

/** Whether no edge of a stack parts a line from the rows over it: fills that are all a table is drawn with leave the title of the next to them. A sentence under a table is no row. */
function isUnderRows(title: ChunkedLine, lines: readonly ChunkedLine[], { ys }: Stack): boolean {
  const top = ys.findLast((y) => y < middle(title));
  return (
    top !== undefined &&
    ys.some((y) => y > middle(title)) &&
    lines.some((line) => line.chunks.length > 1 && middle(line) > top && middle(line) < middle(title))
  );
}

/** A stack with an edge over each title of a table. */
function withTitlesApart(stack: Stack, titles: readonly ChunkedLine[]): Stack {
  return { ...stack, ys: [...stack.ys, ...titles.map((title) => title.top - 1)].sort((a, b) => a - b) };
}

/**
 * Neighbouring intervals of a stack that make up one table, as [top, bottom]: those whose text stands in columns, title rows above and rows with one text between.
 * `vertical`: vertical edges of the page that belong to no grid; `bands`: its fills. A heading between edges, a header row that comes again, or fills that meet
 * nowhere where those above do begin another table.
 */
export function columnedIntervals(
  stack: Stack,
  lines: readonly ChunkedLine[],
  vertical: readonly Edge[],
  bands: readonly Band[],
): [number, number][] {
  const titling = lines.filter((line, index) => isTitleOfTable(lines, index, bands) && isUnderRows(line, lines, stack));
  const intervals = intervalsOf(withTitlesApart(stack, titling), lines, vertical);
  /** The title of another table, over a header of words alone. */
  const isTitling = ({ lines: own }: Interval, next: Interval | undefined): boolean =>
    own.some((line) => titling.includes(line)) && next?.kind === 'columned' && !holdsValues(next);
  const tables: Interval[][] = [];
  let open: Interval[] | null = null;
  let titles: Interval[] = [];
  /** A box of its own, white above it, under a table whose sides are not drawn: the total of several tables. */
  const isApart = (interval: Interval, above: readonly Interval[]): boolean => {
    const last = above.flatMap((other) => other.lines).at(-1);
    return last !== undefined && interval.top - last.bottom > APART * last.size && isBoxed(interval) && !above.some(isBoxed);
  };
  const isBoxed = ({ top, bottom }: Interval): boolean => isFramed(vertical, stack.left, stack.right, top, bottom);
  /** A box alone over a table whose sides are not drawn, its texts running over the columns below: no header of theirs. */
  const isBoxAbove = ([box, more]: readonly Interval[], interval: Interval): boolean =>
    box !== undefined && more === undefined && isSided(box) && !isSided(interval) && runsOverColumns(box.lines, interval.lines);
  const isSided = ({ top, bottom }: Interval): boolean => hasSide(vertical, stack.left, stack.right, top, bottom);
  const hasOtherColumns = (interval: Interval, above: readonly Interval[]): boolean => {
    const [own, others] = [splitsOf(interval, bands), above.flatMap((other) => splitsOf(other, bands))];
    return own.length > 0 && others.length > 0 && !own.some((x) => others.some((other) => Math.abs(x - other) < SAME_SPLIT));
  };
  intervals.forEach((interval, index) => {
    const next = intervals[index + 1];
    const above = intervals[index - 1];
    if (interval.kind === 'columned') {
      if (open !== null && (isApart(interval, [...open, ...titles]) || hasOtherColumns(interval, open))) {
        open.push(...titles.slice(0, titles.findLastIndex((title) => title.lines.length > 0) + 1));
        open = null;
        titles = [];
      }
      // A rule parts a heading of facts from the header of the table under it.
      if (
        open !== null &&
        open.some(isOfFacts) &&
        open.every((other) => other.lines.length === 0 || isOfFacts(other)) &&
        !isOfFacts(interval)
      ) {
        open = null;
        titles = [];
      }
      if (open !== null && isBoxAbove([...open, ...titles], interval)) open = null;
      const first = open?.find((other) => other.kind === 'columned');
      if (open === null || (first !== undefined && textOf(first) === textOf(interval))) {
        open = [...titles, interval];
        tables.push(open);
      } else {
        open.push(...titles, interval);
      }
      titles = [];
    } else if (interval.kind === 'small' && isTitling(interval, next)) {
      if (open !== null) open.push(...titles);
      open = null;
      titles = [interval];
    } else if (interval.kind === 'small') {
      titles.push(interval);
      if (open === null && titles.length > TITLES) titles.shift();
    } else if (
      interval.kind === 'empty' &&
      above !== undefined &&
      isBoxed(above) &&
      !isBoxed(interval) &&
      next !== undefined &&
      !holdsValues(next)
    ) {
      // White below a box whose sides end with it, and words alone under it (a header): another table.
      if (open !== null) open.push(...titles);
      open = null;
      titles = [];
    } else if (
      interval.kind === 'thin' ||
      (interval.kind === 'empty' && interval.bottom - interval.top < EMPTY_ROW && next?.kind === 'columned')
    ) {
      if (open !== null || titles.length > 0) titles.push(interval);
    } else {
      if (open !== null) open.push(...titles);
      open = null;
      titles = [];
    }
  });
  if (open !== null) (open as Interval[]).push(...titles);
  return tables.map((table): [number, number] => [table[0]?.top ?? 0, table.at(-1)?.bottom ?? 0]);
}
