import type { Word } from '../../../model/page.ts';
import { at, type Lattice } from '../lattice.ts';
import { isFigure, isValue } from '../text/value.ts';
import type { Band } from './bands.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import { isOfFacts } from './intervals.ts';
import { layLines, type LaidLine } from './lay.ts';
import { mostAlike } from './most-alike.ts';
import type { Edge } from '../rules/edges.ts';
import { isFar, isWrapped } from './runs.ts';
import { bareText } from './segments.ts';
import type { Sister } from './sisters.ts';
import type { Stack } from './stacks.ts';
import { isTitleOfTable } from './titled.ts';

/** The columns of a table without column rules that ends a page, as its text shows them: the next page may begin with the rest of it. */
export interface Carried {
  /** Column edges, borders included. */
  readonly xs: readonly number[];
  /** For each column the x where its texts begin, have their middle and end; `null` where they do not do so together. */
  readonly starts: readonly (number | null)[];
  readonly middles: readonly (number | null)[];
  readonly ends: readonly (number | null)[];
  /** What its lines say (see `bareText`): among them its header line. */
  readonly lines: ReadonlySet<string>;
  /** The words that run over its edges, headings of groups: printed again on the next page, they tell nothing against these edges. */
  readonly over: readonly Word[];
}

/** Texts that begin, end or have their middle within this of each other are aligned, in points. */
const ALIGNED = 1.5;
/** Share of a column's texts that must be aligned, and how many at least. */
const MOSTLY = 0.6;
const FEWEST = 3;
/** Headers that begin within this of each other stand at one place, in points. */
const SAME_PLACE = 0.6;
/** White between the lines of one cell, in ems. */
const WRAPPED = 0.45;
/** White above the first whole row at most, where the end of a cut one stands over it. */
const ROW_GAP = 1.2;
/** A page header has at most so many lines. */
const PAGE_HEADER = 3;

function common(positions: readonly number[]): number | null {
  const best = mostAlike(positions, ALIGNED);
  return best !== null && best.count >= Math.max(FEWEST, MOSTLY * positions.length) ? best.at : null;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The texts of each column that stand under a header: what all lines print again is the header, set apart from the rest. */
function textsUnder(lines: readonly ChunkedLine[], xs: readonly number[]): readonly (readonly Extent[])[] {
  const laid = layLines(lines, xs);
  return xs.slice(1).map((_, column) => {
    const chunks = laid
      .flatMap(({ cells, spans }) => (spans.some(({ from }) => from === column) ? [] : [cells[column] ?? null]))
      .filter((chunk) => chunk !== null);
    const once = new Map<string, boolean>();
    for (const { text } of chunks) once.set(text, !once.has(text));
    return chunks.filter(({ text }) => once.get(text) === true).map(({ box: [from, , to] }) => ({ from, to }));
  });
}

/** What the table that ends a page says of the columns of its rest; few rows of it are told by those of the tables under the same header, first of all by those at the same place. */
export function carriedBy(
  { lattice, words }: { readonly lattice: Lattice; readonly words: readonly (readonly Word[])[] },
  sisters: readonly Sister[],
): Carried {
  const { xs } = lattice;
  const lines = chunkedLines(words.flat());
  const own = new Set(lines.map((line) => bareText(line.chunks)));
  const startsIn = (header: string): number[] =>
    lines.find((line) => bareText(line.chunks) === header)?.chunks.map(({ box }) => box[0]) ?? [];
  const alike = sisters.filter(({ segment: { header } }) => header !== null && own.has(header));
  const beneath = alike.filter(({ segment: { header, starts } }) =>
    startsIn(header ?? '').every((x, index) => Math.abs(x - (starts[index] ?? Infinity)) <= SAME_PLACE),
  );
  const texts = xs.slice(1).map((_, column) =>
    lattice.cells.flatMap((cell, index) => {
      const inCell = cell.column === column && cell.columnSpan === 1 ? chunkedLines(at(words, index)) : [];
      return inCell.map((line): Extent => ({ from: line.chunks[0]?.box[0] ?? 0, to: line.chunks.at(-1)?.box[2] ?? 0 }));
    }),
  );
  const textsOf = (some: readonly Sister[]): readonly (readonly Extent[])[] =>
    textsUnder(
      some.flatMap((sister) => sister.lines),
      xs,
    );
  const underOwn = textsOf(beneath);
  const underAlike = beneath.length === alike.length ? underOwn : textsOf(alike);
  const positions = (of: (text: Extent) => number): (number | null)[] =>
    texts.map((inColumn, column) => {
      const commonOf = (under: readonly (readonly Extent[])[]): number | null => common([...at(under, column), ...inColumn].map(of));
      return commonOf(underOwn) ?? (underAlike === underOwn ? null : commonOf(underAlike));
    });
  return {
    xs,
    starts: positions(({ from }) => from),
    middles: positions(({ from, to }) => (from + to) / 2),
    ends: positions(({ to }) => to),
    lines: own,
    over: words.flat().filter(({ box }) => xs.some((x) => x > box[0] && x < box[2])),
  };
}

/** Whether a word stands at one place of both pages, over an edge of the columns: the heading of a group, printed again. */
export function runsOverAgain({ box, readings }: Word, { over }: Carried): boolean {
  return over.some(
    (word) =>
      Math.abs(word.box[0] - box[0]) <= SAME_PLACE &&
      Math.abs(word.box[2] - box[2]) <= SAME_PLACE &&
      word.readings[0].text === readings[0].text,
  );
}

/** Borders of two pages that differ by less than this are one, in points. */
const SAME_BORDER = 7;
/** Words whose lower ends differ by less than this, in their height, stand on one line. */
const SAME_LINE = 0.3;

/** Whether no text stands between the left side of a stack and an x further right: the ground of a margin, whose letter marks the rows of another page. */
function isFree({ left, ys }: Stack, x: number, words: readonly Word[]): boolean {
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return !words.some(({ box }) => box[0] < x && box[2] > left && box[1] < bottom && box[3] > top);
}

/**
 * A stack that draws only the last columns of the table which ends the page before (a stripe that leaves out the merged cells beside it), with its first columns, where text stands
 * in them on lines of the others; one that draws more to the left than they have, without a text there, with no more than they.
 */
export function withCarriedSide(stack: Stack, words: readonly Word[], carried: Carried | null): Stack {
  const [left, right] = [carried?.xs[0], carried?.xs.at(-1)];
  if (carried === null || left === undefined || right === undefined || Math.abs(stack.right - right) > SAME_BORDER) return stack;
  if (stack.left < left - SAME_BORDER) return isFree(stack, left, words) ? { ...stack, left } : stack;
  if (!carried.xs.slice(1, -1).some((x) => Math.abs(x - stack.left) <= SAME_BORDER)) return stack;
  const drawn = words.filter(({ box }) => box[0] >= stack.left - 1 && box[2] <= right + 1);
  const isBeside = words.some(
    ({ box }) =>
      box[0] >= left - 1 &&
      box[2] <= stack.left + 1 &&
      drawn.some((other) => Math.abs(other.box[3] - box[3]) <= SAME_LINE * (box[3] - box[1])),
  );
  return isBeside ? { ...stack, left } : stack;
}

const near = (x: number, mark: number | null | undefined): boolean => mark !== null && mark !== undefined && Math.abs(x - mark) <= ALIGNED;

/** A label set as it pleases before nothing but figures, each where the figures of its column begin or end: a row of totals. */
function isTotal({ cells, spans }: LaidLine, { starts, ends }: Carried): boolean {
  const written = cells.flatMap((chunk, column) => (chunk === null ? [] : [{ chunk, column }]));
  const [label, ...values] = written;
  return (
    spans.length === 0 &&
    label !== undefined &&
    values.length > 0 &&
    !isValue(label.chunk.text) &&
    values.every(({ chunk, column }) => isFigure(chunk.text) && (near(chunk.box[2], ends[column]) || near(chunk.box[0], starts[column])))
  );
}

/** A sum of money, no date and no number of a page. */
const AMOUNT = /^(?!.*[/:]).*(?:€|\d{3}|\d,\d\d)/u;

/** The columns in which a line has a text set as those of the table are; `null` when one of its texts is set otherwise. */
export function alignedColumns(line: LaidLine, carried: Carried): readonly number[] | null {
  const { cells, spans } = line;
  const { starts, middles, ends } = carried;
  const own: number[] = [];
  if (isTotal(line, carried)) return cells.flatMap((chunk, column) => (chunk === null ? [] : [column]));
  for (const [column, chunk] of cells.entries()) {
    if (chunk === null) continue;
    const span = spans.find(({ from }) => from === column);
    // The label of a row of totals may run over several columns, as long as a figure stands where the figures do.
    if (span !== undefined && !cells.some((other, index) => index > span.to && other !== null && isValue(other.text))) return null;
    const isCentred = span === undefined && near((chunk.box[0] + chunk.box[2]) / 2, middles[column]);
    // Too few rows ended the page before for their amounts to show how they are set: one within the column will do.
    const isUntold = span === undefined && [starts, middles, ends].every((marks) => marks[column] === null);
    const isAmount = isUntold && isFigure(chunk.text) && AMOUNT.test(chunk.text);
    if (isCentred || isAmount || near(chunk.box[0], starts[column]) || near(chunk.box[2], ends[span?.to ?? column])) own.push(column);
    else if (starts[column] !== null || span !== undefined) return null;
  }
  return own.length === 0 ? null : own;
}

/** The lines at the top of a page that stand in one column each down to an amount, which has a column of its own: a row that says only what the one above does not, over a bare total. */
function loneTexts(lines: readonly ChunkedLine[], columns: readonly (readonly number[] | null)[]): readonly ChunkedLine[] {
  const from = columns.findIndex((own) => own !== null);
  const end = columns.findIndex((own, index) => index > from && own === null);
  const rest = from < 0 || from > PAGE_HEADER ? [] : lines.slice(from, end < 0 ? lines.length : end);
  const isAmount = (text: string): boolean => isFigure(text) && AMOUNT.test(text);
  const last = rest.findIndex((line) => isAmount(line.chunks[0]?.text ?? ''));
  const [own] = columns[from + last] ?? [];
  return last > 0 && columns.slice(from, from + last).every((other) => other?.[0] !== own) ? rest.slice(0, last + 1) : [];
}

/**
 * The lines at the top of a page that go on with the table that ends the page before: each text stands in one of its columns and is set as the texts there
 * are, down to the first that is not or to wide white. None when no line has texts in two columns.
 */
export function restOfTable(
  lines: readonly ChunkedLine[],
  carried: Carried,
  { bands, vertical }: { readonly bands: readonly Band[]; readonly vertical: readonly Edge[] },
): readonly ChunkedLine[] {
  const laid = layLines(lines, carried.xs);
  // The facts of the heading that each page begins with are no row, however they stand over the columns.
  const columns = laid.map((line, index) => (isOfFacts({ lines: [at(lines, index)] }) ? null : alignedColumns(line, carried)));
  const first = columns.findIndex((own) => own !== null && own.length > 1);
  if (first < 0) return loneTexts(lines, columns);
  let from = first;
  while (from > 0 && at(columns, from - 1) !== null && at(lines, from).top - at(lines, from - 1).bottom <= ROW_GAP * at(lines, from).size)
    from -= 1;
  if (from > PAGE_HEADER) return [];
  let to = first;
  let row = at(lines, first);
  for (let index = first + 1; index < lines.length; index += 1) {
    const [line, own] = [at(lines, index), at(columns, index)];
    const gap = line.top - at(lines, index - 1).bottom;
    if (isTitleOfTable(lines, index, bands)) break;
    if (line.chunks.length > 1) row = line;
    // The text of a cell goes on under its row, in a column whose texts are not aligned.
    if (own === null && gap <= WRAPPED * line.size && isWrapped(line, row)) {
      to = index;
      continue;
    }
    if (own === null || isFar(lines.slice(from, index), line, vertical)) break;
    // A lone text at the left border may as well be what stands under the table.
    if (own.length === 1 && own[0] === 0 && gap > WRAPPED * line.size) break;
    to = index;
  }
  return lines.slice(from, to + 1);
}
