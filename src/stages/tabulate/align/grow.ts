import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { at } from '../lattice.ts';
import { isFigure, isValue } from '../text/value.ts';
import { EMPTY_LINES, isSetAs, strayTexts } from './aligned.ts';
import { CHUNK_GAP, type ChunkedLine } from './chunks.ts';
import { inferSeparators, type Separator } from './columns.ts';
import { isOfFacts } from './intervals.ts';
import { isBareTotal, isInnerText, isWrapped } from './runs.ts';
import { medianLineSize } from './sizes.ts';

/** White between a table and a row that may belong to it, and between lines of one row, in ems. */
const NEAR = 1.2;
/** The same where turned headings, which make their row high, stand in it. */
const NEAR_TURNED = 4;
const IN_ROW = 0.3;
const WRAPPED = 0.45;
/** The same before a further paragraph of a cell, and before a row whose texts all begin, end or have their middle where some above do: under an empty line. */
const EMPTY_LINE = 2.4;
/** So many texts set as those above tell a row, though a value stands otherwise: the first of its column under a heading set from the left. */
const SET_AS_ABOVE = 4;
/** The same for the first value of all, with none above that it could stand under. */
const BESIDE_FIRST_VALUE = 2;
/** Texts of a line that cannot stand in as many columns by chance: this many, and this share of the columns. */
const MANY = 5;
const HALF = 0.5;
/** A label is shorter than this share of the table's width. */
const SHORT = 0.3;

/** So many of the lines that a heading's facts begin with are labels with a colon, of this many. */
const FEWEST_FACTS = 2;
const FACTS = 4;

/** Text larger than the table's by this factor, or alone at its border to the left of the texts of its rows (points), heads another table. */
const LARGER = 1.08;
const OUTDENT = 2;

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

/** Lines without the titles over their first row of headings, which tell nothing of the columns they run over. */
function withoutTitles(lines: readonly ChunkedLine[]): readonly ChunkedLine[] {
  return lines.slice(lines.findIndex((line) => line.chunks.length > 1));
}

/** Whether two lines are of one label: set as close as those of a row, from one border. */
function isOneLabel(line: ChunkedLine, other: ChunkedLine): boolean {
  const white = Math.max(line.top - other.bottom, other.top - line.bottom);
  return white <= IN_ROW * line.size && Math.abs(at(line.chunks, 0).box[0] - at(other.chunks, 0).box[0]) <= OUTDENT;
}

/** Whether the texts of a line leave white between two columns, though they may reach into it from either side. */
function leavesWhite({ chunks, size }: ChunkedLine, { from, to }: Separator): boolean {
  const middle = (from + to) / 2;
  const left = Math.max(from, ...chunks.flatMap(({ box }) => (box[0] + box[2] < 2 * middle ? [box[2]] : [])));
  const right = Math.min(to, ...chunks.flatMap(({ box }) => (box[0] + box[2] < 2 * middle ? [] : [box[0]])));
  return right - left >= CHUNK_GAP * size;
}

/** The facts of a heading right over a table ("Commune : … | Nombre de logements : …"), a row of nothing else as no table has another, are no row of it. */
function isFactsOver(line: ChunkedLine, own: readonly ChunkedLine[]): boolean {
  return isOfFacts({ lines: [line] }) && !own.some((other) => isOfFacts({ lines: [other] }));
}

/** What an interval grew over, and how far beyond that texts alone in a column behind the first may be rows, should another interval follow: top and bottom each. */
export interface Grown {
  readonly sure: readonly [number, number];
  readonly held: readonly [number, number];
}

/**
 * Grows an interval (top, bottom) over neighbouring rows that keep to its columns: those beyond the last edge or stripe, headings above the first. A line keeps to
 * them when it crosses no column edge, or the columns stay as many with it. Only lines with several texts count; the others come along
 * with them: wrapped texts, headings of several lines. `turned`: words that run up or down the page. `isHeaded`: it is the header that the document repeats, and a text right below it in
 * its first column is a row.
 */
export function grown(
  interval: readonly [number, number],
  lines: readonly ChunkedLine[],
  xs: readonly number[],
  turned: readonly Word[],
  isHeaded = false,
): Grown {
  const inner = xs.slice(1, -1);
  const [left, right] = [at(xs, 0), at(xs, xs.length - 1)];
  const inside = lines.filter((line) => line.chunks.every((chunk) => chunk.box[0] >= left - 3 && chunk.box[2] <= right + 3));
  let own = inside.filter((line) => middle(line) > interval[0] && middle(line) < interval[1]);
  const size = medianLineSize(own);
  const separatorsOf = (rows: readonly ChunkedLine[]): readonly Separator[] => inferSeparators(withoutTitles(rows), size);
  const count = separatorsOf(own).length;
  const leftmost = Math.min(...own.map((line) => line.chunks[0]?.box[0] ?? Infinity));
  const isHeading = (line: ChunkedLine): boolean =>
    line.chunks.length === 1 && (line.size > LARGER * size || (line.chunks[0]?.box[0] ?? 0) < Math.min(leftmost, left + OUTDENT) - OUTDENT);
  const isClear = (line: ChunkedLine): boolean =>
    line.chunks.every((chunk) => inner.every((x) => chunk.box[2] <= x + 1 || chunk.box[0] >= x - 1));
  /** The label of a row without values may stand over a column edge; it stays out unless a row follows. */
  const isShort = (line: ChunkedLine): boolean => line.chunks.every((chunk) => chunk.box[2] - chunk.box[0] < SHORT * (right - left));
  /** Many texts, each in the middle of another column: a row, though a text or two reach over an edge (one that only a heading shows). */
  const standsInColumns = (line: ChunkedLine): boolean => {
    const columns = line.chunks.map((chunk) => inner.filter((x) => x < (chunk.box[0] + chunk.box[2]) / 2).length);
    return (
      columns.length >= Math.max(MANY, HALF * inner.length) &&
      columns.every((column, index) => index === 0 || column > at(columns, index - 1))
    );
  };
  /** A label at the left border over columns without text, and values in theirs: a row of totals. It tells nothing of the columns it runs over. */
  const isTotal = ({ chunks: [label, ...values] }: ChunkedLine): boolean =>
    label !== undefined &&
    values.length > 0 &&
    Math.abs(label.box[0] - leftmost) <= OUTDENT &&
    values.every(({ text, box }) => isValue(text) && inner.every((x) => box[2] <= x + 1 || box[0] >= x - 1)) &&
    inner.some((x) => x > label.box[2] && x < at(values, 0).box[0]);
  const isAligned = (line: ChunkedLine): boolean => {
    if (!isClear(line) && !leavesColumns(line)) return false;
    const [stray, more] = strayTexts(line, own);
    if (stray === undefined) return true;
    const others = own.some(({ chunks }) => chunks.some(({ text }) => isValue(text))) ? SET_AS_ABOVE : BESIDE_FIRST_VALUE;
    return more === undefined && isValue(stray.text) && line.chunks.length > others;
  };
  /** The only text of a row without values stands in a column behind the first, and crosses no edge. */
  const isInColumn = (line: ChunkedLine): boolean =>
    line.chunks.length === 1 && isClear(line) && at(line.chunks, 0).box[0] > Math.max(leftmost, at(xs, 1) - OUTDENT);
  const isBeside = ([left, , right]: Box, [otherLeft, , otherRight]: Box): boolean => right < otherLeft || left > otherRight;
  /** The value of a row, in its column, set in the middle of the lines of a text beside it; the number of the row may stand there too. */
  const isMiddleValue = (line: ChunkedLine): boolean => {
    const value = line.chunks.at(-1);
    if (value === undefined || !line.chunks.every(({ text }) => isFigure(text)) || !isAligned(line)) return false;
    return [1, -1].every((side) =>
      inside.some(
        (other) =>
          other.chunks.length === 1 &&
          isBeside(at(other.chunks, 0).box, value.box) &&
          side * (middle(other) - middle(line)) > 0 &&
          other.top < line.bottom &&
          other.bottom > line.top,
      ),
    );
  };
  /** One of the lines of such a text: it may be as wide as it pleases. */
  const isAroundValue = (line: ChunkedLine): boolean =>
    line.chunks.length === 1 &&
    inside.some((other) => other !== line && other.top < line.bottom && other.bottom > line.top && isMiddleValue(other));
  /** The only heading of a table of labels and values: words above the values, in their column, the corner over the labels empty. */
  const headsValues = ({ chunks: [only, more] }: ChunkedLine): boolean => {
    if (only === undefined || more !== undefined || !/\p{L}{2}/u.test(only.text) || isValue(only.text)) return false;
    const index = xs.findIndex((x, column) => column > 0 && only.box[0] >= x - 1 && only.box[2] <= (xs[column + 1] ?? -Infinity) + 1);
    const inColumn = own.flatMap(({ chunks }) => chunks.filter(({ box }) => box[0] >= at(xs, Math.max(index, 0)) - 1));
    return index > 0 && index === xs.length - 2 && inColumn.length >= 2 && inColumn.every(({ text }) => isValue(text));
  };
  /** The facts of another heading, under white: labels with a colon, which no row begins with, each beside its value. */
  const beginsFacts = (candidates: readonly ChunkedLine[], from: number): boolean => {
    const isFact = ({ chunks: [label, value, more] }: ChunkedLine): boolean =>
      value !== undefined && more === undefined && label?.text.endsWith(':') === true;
    return candidates.slice(from, from + FACTS).filter(isFact).length >= FEWEST_FACTS && !own.some(isFact);
  };
  const leavesColumns = (line: ChunkedLine): boolean => {
    if (separatorsOf([...own, line]).length >= count) return true;
    // One line more may leave a column too few that show it, though it stands in its place.
    const known = separatorsOf(own);
    return known.length >= count && known.every((separator) => leavesWhite(line, separator));
  };
  /** White between two heights; turned words that begin beside a line above the white and stand in it are no white. */
  const whiteBetween = (line: ChunkedLine, from: number, to: number): { white: number; near: number } => {
    const between = turned.filter(({ box }) => box[0] > left && box[2] < right && box[1] < to + 1 && box[3] > from - 1);
    const filled = between.reduce((end, { box }) => Math.max(end, box[3]), from);
    const begun = between.length > 0 && Math.min(...between.map(({ box }) => box[1])) < line.bottom + NEAR_TURNED * line.size;
    return begun ? { white: Math.max(0, to - filled), near: NEAR_TURNED } : { white: to - from, near: NEAR };
  };
  const reach = (
    candidates: readonly ChunkedLine[],
    edge: number,
    whiteTo: (line: ChunkedLine, from: number) => { white: number; near: number },
    far: (line: ChunkedLine) => number,
    goesOn: (line: ChunkedLine, last: ChunkedLine | null, gap: number) => boolean,
  ): { readonly sure: number; readonly held: number } => {
    let sure = edge;
    let held = edge;
    let tried = edge;
    let last: ChunkedLine | null = null;
    let label: ChunkedLine | null = null;
    for (const [index, line] of candidates.entries()) {
      const { white: gap, near } = whiteTo(line, tried);
      const isRow = line.chunks.length > 1 || isMiddleValue(line);
      const isRest: boolean = !isRow && sure === tried && goesOn(line, last, gap);
      const isLabel: boolean = !isRow && isShort(line) && (sure === tried || (label !== null && isOneLabel(line, label)));
      const isUnderEmptyLine = gap > near * line.size && (isRow || isInColumn(line)) && isAligned(line);
      const farthest = isSetAs(line, own) ? EMPTY_LINES : EMPTY_LINE;
      const reachOf = isRest || isUnderEmptyLine ? Math.max(near, farthest) : near;
      if (
        gap > reachOf * line.size ||
        isFactsOver(line, own) ||
        (gap > near * line.size && beginsFacts(candidates, index)) ||
        isHeading(line) ||
        !(
          isClear(line) ||
          isLabel ||
          isTotal(line) ||
          isAroundValue(line) ||
          ((isRow || isRest) && leavesColumns(line)) ||
          (isRow && (standsInColumns(line) || isSetAs(line, own)))
        )
      )
        break;
      if (isRow || isRest || (held === tried && isInColumn(line) && isAligned(line))) held = far(line);
      tried = far(line);
      label = isLabel ? line : null;
      if (isRow) last = line;
      if (isRow || isRest) {
        if (!isTotal(line)) own = [...own, line];
        sure = tried;
      }
    }
    return { sure, held };
  };
  const below = inside.filter((line) => middle(line) > interval[1]);
  const above = inside.filter((line) => middle(line) < interval[0]).reverse();
  const bottom = reach(
    below,
    interval[1],
    (line, from) => whiteBetween(line, from, line.top),
    (line) => line.bottom + 1,
    (line, last, gap) =>
      isBareTotal(line, own) ||
      (last === null && isHeaded && !line.bold && isClear(line) && (line.chunks[0]?.box[0] ?? Infinity) < at(xs, 1)) ||
      (last !== null && (gap <= 0 || (gap <= WRAPPED * line.size && isWrapped(line, last)) || isInnerText(line, last))),
  );
  const top = reach(
    above,
    interval[0],
    (line, from) => whiteBetween(line, line.bottom, from),
    (line) => line.top - 1,
    (line, last, gap) => headsValues(line) || (last !== null && gap <= IN_ROW * line.size),
  );
  return { sure: [top.sure, bottom.sure], held: [top.held, bottom.held] };
}
