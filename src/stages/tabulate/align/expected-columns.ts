import type { Word } from '../../../model/page.ts';
import { isMoney, isTotalLabel } from '../text/value.ts';
import { alignedColumns, runsOverAgain, type Carried } from './carried.ts';
import { chunkedLines, type Chunk, type ChunkedLine } from './chunks.ts';
import { CROSSING, crossings, OVER } from './column-edges.ts';
import { inferSeparators, type Separator } from './columns.ts';
import { layLines } from './lay.ts';
import { bareText } from './segments.ts';
import { medianLineSize } from './sizes.ts';
import { withSplitValues } from './split-values.ts';

/** How far the borders of a table may differ from page to page when only its text shows them, in points. */
const SAME_BORDER = 15;

/** Lines without the labels of totals, which tell nothing of where columns lie: they may stand in the middle of the columns of labels and seem to have one of their own. */
function withoutTotalLabels(lines: readonly ChunkedLine[]): readonly ChunkedLine[] {
  return lines.flatMap((line) => {
    const chunks = line.chunks.filter(({ text }) => !isTotalLabel(text));
    return chunks.length === 0 ? [] : [{ ...line, chunks }];
  });
}

/** Amounts stand in one column when they end within this of each other, in points. */
const ALIGNED = 1.5;
/** So many columns of amounts at their places on both pages are no chance. */
const COLUMNS_IN_PLACE = 3;

/** Whether every amount ends where those of its column of the page before do, in several columns: the rest of the table, whose first or last columns stay empty. */
function amountsInPlace(lines: readonly ChunkedLine[], { xs, ends }: Carried): boolean {
  const amounts = lines.flatMap(({ chunks }) => chunks.filter(({ text }) => isMoney(text)));
  const columns = amounts.map(({ box }) => xs.findIndex((x, column) => box[0] >= x - OVER && box[2] <= (xs[column + 1] ?? x) + OVER));
  const endOf = (index: number): number | null => ends[columns[index] ?? -1] ?? null;
  const isIn = amounts.map(({ box }, index) => Math.abs(box[2] - (endOf(index) ?? Infinity)) <= ALIGNED);
  const inPlace = new Set(columns.filter((_, index) => isIn[index] === true));
  return !columns.includes(-1) && inPlace.size >= COLUMNS_IN_PLACE && isIn.every((own, index) => own || endOf(index) === null);
}

/** Whether the first line has texts in several columns, each set as the texts of the page before are there: a row whose first cells a merged one leaves empty. */
function firstLineInPlace(lines: readonly ChunkedLine[], carried: Carried): boolean {
  const [first] = layLines(lines.slice(0, 1), carried.xs);
  return first !== undefined && (alignedColumns(first, carried)?.length ?? 0) > COLUMNS_IN_PLACE;
}

/** So few lines, header included, tell nothing of columns by themselves. */
const FEW_LINES = 5;

/** Whether few lines print a row of the table before again, its header: the amounts under it may stand beside their headings and seem to have columns of their own. */
function repeatsHeader(lines: readonly ChunkedLine[], carried: Carried): boolean {
  return lines.length <= FEW_LINES && lines.some(({ chunks }) => chunks.length > 1 && carried.lines.has(bareText(chunks)));
}

/**
 * All column edges of the table that ends the page before (`expected`), where the words keep to them and show no more columns of their own; else none.
 * Without any edge drawn across the region (`isOpen`) its borders are only where its text happens to end.
 */
export function expectedColumns(
  words: readonly Word[],
  { left, right, isOpen }: { readonly left: number; readonly right: number; readonly isOpen: boolean },
  carried: Carried | null,
): readonly number[] {
  const expected = carried?.xs ?? [];
  const [from, to] = [expected[0], expected.at(-1)];
  if (carried === null || from === undefined || to === undefined) return [];
  const isSame = Math.abs(from - left) <= SAME_BORDER && Math.abs(to - right) <= SAME_BORDER;
  const lines = chunkedLines(words);
  const isInside = from <= left + OVER && to >= right - OVER;
  const isWhole = left < (expected[1] ?? 0) && right > (expected.at(-2) ?? 0);
  if (!isSame && !(isOpen && isInside && (isWhole || amountsInPlace(lines, carried) || firstLineInPlace(lines, carried)))) return [];
  const printed = expected.slice(1, -1);
  const told = withoutTotalLabels(lines);
  const set = told.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.words.filter((word) => !runsOverAgain(word, carried))));
  const own = inferSeparators(told, medianLineSize(lines));
  const isWhite = (x: number): boolean =>
    own.length < printed.length || own.some((white) => x >= white.from - BESIDE && x <= white.to + BESIDE);
  const inner = printed.map((x, index) => {
    const place = crossings(set, x) === 0 ? x : besideAligned(x, index, carried, set);
    return isWhite(place) ? place : x;
  });
  const amounts = withSplitValues(lines).flatMap(({ chunks }) => chunks.filter(({ text }) => isMoney(text)));
  const over = (x: number): number => crossings(set, x) + parting(amounts, x);
  const crossing = inner.reduce((sum, x) => sum + over(x), 0);
  if (crossing > Math.max(1, CROSSING * words.length)) return [];
  if (own.length > inner.length && !(crossing === 0 && repeatsHeader(lines, carried))) return [];
  if (crossing === 0 || !isPaired(inner, own)) return inner.some((x) => parting(amounts, x) > 0) ? [] : [from, ...inner, to];
  // The texts here reach further than those of the page before: each edge that one runs over moves into the white that they leave.
  const moved = inner.map((x, index) =>
    over(x) === 0 ? x : Math.min(Math.max(x, (own[index]?.from ?? x) + 1), (own[index]?.to ?? x) - 1),
  );
  return [from, ...moved, to];
}

/** Figures before an edge that are whole: what follows is another amount, unless it is only their currency. */
const WHOLE = /[.,]\d{2}$|€$/u;
const CURRENCY = /^k?(?:€|eur(?:os?)?)$/iu;

/** How many amounts an edge parts between two of their words: "13 000,00 | €". */
function parting(amounts: readonly Chunk[], x: number): number {
  const textOf = (words: readonly Word[]): string => words.map((word) => word.readings[0].text).join(' ');
  return amounts.filter(({ words }) => {
    const [before, behind] = [textOf(words.filter(({ box }) => box[2] <= x)), textOf(words.filter(({ box }) => box[0] >= x))];
    return before !== '' && behind !== '' && (!WHOLE.test(before) || CURRENCY.test(behind));
  }).length;
}

/** White left between an edge and the texts that begin or end at it, in points. */
const BESIDE = 1;

/** An edge that a text runs over, moved to where the texts of the column behind it all begin, or those before it all end, when none runs over it there. */
function besideAligned(x: number, index: number, { starts, ends }: Carried, words: readonly Word[]): number {
  const [start, end] = [starts[index + 1], ends[index]];
  const places = [...(typeof start === 'number' ? [start - BESIDE] : []), ...(typeof end === 'number' ? [end + BESIDE] : [])];
  // Dashes that all stand at the end of their column seem to begin it: the nearer place leaves its heading over it.
  const nearest = places.sort((a, b) => Math.abs(a - x) - Math.abs(b - x));
  return nearest.find((place) => crossings(words, place) === 0) ?? x;
}

/** Whether each edge has a strip of white of its own, to which no other edge is nearer; as many may be there by chance, one for no edge and an edge without any. */
function isPaired(edges: readonly number[], white: readonly Separator[]): boolean {
  return (
    edges.length === white.length &&
    white.every(({ from, to }, index) => {
      const distances = edges.map((x) => Math.max(0, from - x, x - to));
      return distances[index] === Math.min(...distances);
    })
  );
}
