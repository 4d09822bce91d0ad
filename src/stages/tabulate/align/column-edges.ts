import type { Word } from '../../../model/page.ts';
import type { Edge } from '../rules/edges.ts';
import { snap } from '../rules/snap.ts';
import { bandAround, type Band } from './bands.ts';
import { chunkedLines, runningOver, type Chunk, type ChunkedLine } from './chunks.ts';
import { inferSeparators, type Separator } from './columns.ts';
import { edgesAtHalfHeights } from './half-heights.ts';
import { isValue } from '../text/value.ts';
import { medianLineSize } from './sizes.ts';
import { withoutSlivers } from './slivers.ts';
import { withSplitValues } from './split-values.ts';
import { edgesBesideTurnedHeads } from './turned-heads.ts';

/** What is drawn in a region that tells where its columns lie. */
export interface Drawn {
  readonly left: number;
  readonly right: number;
  readonly horizontal: readonly Edge[];
  readonly bands: readonly Band[];
}

/** Columns are at least this wide, in points. */
const NARROWEST = 9;
/** Share of the words that may stand on a column edge: long words of a header. On one that is drawn a word may, of a title over it, however few there are. */
export const CROSSING = 0.03;
const ONE_WORD = 1;

/** How many words stand on an edge. */
export function crossings(words: readonly Word[], x: number): number {
  return words.filter((word) => word.box[0] < x - 1.5 && word.box[2] > x + 1.5).length;
}

/** Where fills meet and where row edges begin or end inside the region, on no text. */
function drawnHints(words: readonly Word[], { left, right, horizontal, bands }: Drawn): { readonly at: number; readonly times: number }[] {
  const inside = (x: number): boolean => x > left + NARROWEST && x < right - NARROWEST;
  const splits = bands.flatMap((band) => band.splits.map((x): Edge => ({ at: x, from: band.top, to: band.bottom })));
  const ends = horizontal.flatMap((edge) => [edge.from, edge.to].map((x): Edge => ({ at: x, from: edge.at, to: edge.at + 1 })));
  return snap([...splits, ...ends].filter((edge) => inside(edge.at)))
    .filter((line) => crossings(words, line.at) <= Math.max(ONE_WORD, CROSSING * words.length))
    .map((line) => ({ at: line.at, times: line.edges.length }));
}

/** A text may reach over the borders of a region by this, in points. */
export const OVER = 3;

/** Share of the width of a region that the rules between its rows cover. */
const WHOLE = 0.9;

/** How many drawn rows hold texts beside each other: a value may be set in the middle of a text of two lines, on no line of it. */
function rowsBeside(lines: readonly ChunkedLine[], { left, right, horizontal }: Drawn): number {
  const ys = horizontal.filter((edge) => edge.to - edge.from >= WHOLE * (right - left)).map((edge) => edge.at);
  const rows = new Map<number, Chunk[]>();
  for (const line of lines) {
    const row = ys.filter((y) => y < (line.top + line.bottom) / 2).length;
    rows.set(row, [...(rows.get(row) ?? []), ...line.chunks]);
  }
  const areBeside = (chunks: readonly Chunk[]): boolean =>
    Math.max(...chunks.map(({ box }) => box[0])) > Math.min(...chunks.map(({ box }) => box[2]));
  return ys.length < 2 ? 0 : [...rows.values()].filter(areBeside).length;
}

/** So many lines of a table with text on both sides of white that none of them runs over show a column. */
const SURE = 4;

/** The white that surely parts columns of a table by its own lines, though other tables with the same header (a summary that goes on under it) have texts across. */
function ownSeparators(own: readonly ChunkedLine[], found: readonly Separator[]): Separator[] {
  const start = own.findIndex(({ chunks }) => chunks.length > 1);
  if (start < 0) return [];
  const rows = own.slice(start);
  return inferSeparators(own, medianLineSize(own)).filter(({ from, to, support }) => {
    const middle = (from + to) / 2;
    const isNew = found.every((other) => other.to < from || other.from > to);
    return isNew && support >= SURE && rows.every(({ chunks }) => runningOver(chunks, middle) === 0);
  });
}

/** White before a text that begins where those of its column do, in points, though the words beside it reach to it. */
const BEFORE_TEXT = 1;

/**
 * Where in white the edge of its columns lies: in the middle, or where a heading reaches over that and the next begins with the texts of its column, right behind it, between the two ("Réalisé en euros Écart
 * prévu" over columns set to the left).
 */
function edgeIn({ from, to }: Separator, lines: readonly ChunkedLine[]): number {
  const middle = (from + to) / 2;
  // A line that has nothing to begin the column with runs over it as it pleases: facts over a table.
  const heads = lines.filter((line) => line.chunks.some((chunk) => chunk.words.some(({ box }) => Math.abs(box[0] - to) <= BEFORE_TEXT)));
  const chunks = heads.flatMap((line) => line.chunks).filter(({ box }) => box[0] < to - 0.5 && box[2] > from + 0.5);
  const words = chunks.flatMap((chunk) => chunk.words).filter(({ box }) => box[0] < to - 0.5);
  const end = Math.max(...words.map(({ box }) => box[2]));
  const isCrossed = words.some(({ box }) => box[0] < middle && box[2] > middle);
  // A text that begins in the white is of the column on its right, or runs over both.
  const begin = chunks.some(({ box }) => box[0] > from + 0.5);
  return isCrossed && !begin && to - end >= BEFORE_TEXT ? (end + to) / 2 : middle;
}

/** Whether a line is a lone text in a fill that runs from side to side of a region: the title of the rows under it, which says nothing of where columns lie. */
function isTitleBand(line: ChunkedLine, { left, right, bands }: Drawn): boolean {
  const band = line.chunks.length === 1 ? bandAround(line, bands) : undefined;
  return band !== undefined && band.splits.length === 0 && band.left < left + OVER && band.right > right - OVER;
}

/** The inner column edges of a region: the white between its texts, placed where something drawn shows it more exactly. `sisters`: the lines of
 * all tables with the same header. */
export function columnEdges(words: readonly Word[], drawn: Drawn, sisters: readonly ChunkedLine[]): readonly number[] {
  const { left, right } = drawn;
  const alike = sisters.filter((line) => line.chunks.every((chunk) => chunk.box[0] > left - OVER && chunk.box[2] < right + OVER));
  const all = chunkedLines(words);
  const untitled = all.filter((line) => !isTitleBand(line, drawn));
  const own = untitled.length > 0 ? untitled : all;
  const lines = alike.length > own.length ? alike : own;
  const hints = drawnHints(words, drawn);
  const used = new Set<number>();
  const found = inferSeparators(lines, medianLineSize(lines), lines === own ? rowsBeside(own, drawn) : 0);
  const separators = lines === own ? found : [...found, ...ownSeparators(own, found)];
  const edges = separators.map((separator) => {
    const hint = hints.find((other) => other.at >= separator.from - 2 && other.at <= separator.to + 2);
    if (hint !== undefined) used.add(hint.at);
    return hint?.at ?? edgeIn(separator, lines);
  });
  for (const hint of hints) {
    const isFar = edges.every((edge) => Math.abs(edge - hint.at) > NARROWEST);
    if (!used.has(hint.at) && isFar && (hint.times >= 2 || drawn.bands.some((band) => band.splits.some((x) => Math.abs(x - hint.at) < 3))))
      edges.push(hint.at);
  }
  const sorted = edges.sort((a, b) => a - b);
  const kept = withoutIdleEdges(withoutSlivers(sorted, lines), withSplitValues(lines), drawn);
  const halved = [...kept, ...edgesAtHalfHeights(lines, kept)].sort((a, b) => a - b);
  return edgesBesideTurnedHeads(words, lines, halved);
}

/** Texts that may stand alone in a column without making it one: a heading centred beside its column, in each table of the document again; the label of a total. */
const ALONE = 2;

/** A text may reach over the edges of its column by this, in points. */
const INSIDE = 3;

/** Values whose right ends differ by less than this end together, in points. */
const SAME_END = 1.2;

/**
 * Drops edges that part nothing: a column without any text, and one whose few texts stand in lines without text in its neighbour, as a heading does
 * that is set off from its column.
 */
function withoutIdleEdges(edges: readonly number[], lines: readonly ChunkedLine[], { left, right }: Drawn): number[] {
  const chunks = lines.flatMap((line) => line.chunks);
  /** The lines with text inside a column, and what it says; texts that run over its borders tell nothing of it. */
  const linesIn = (from: number, to: number): Map<number, string> =>
    new Map(
      lines.flatMap((line, index): [number, string][] => {
        const own = line.chunks.filter(({ box }) => box[0] > from - INSIDE && box[2] < to + INSIDE);
        return own.length === 0 ? [] : [[index, own.map((chunk) => chunk.text).join(' ')]];
      }),
    );
  const reaches = (from: number, to: number): boolean => chunks.some(({ box }) => box[2] > from + 1 && box[0] < to - 1);
  const texts = (own: Map<number, string>): number => new Set(own.values()).size;
  const values = chunks.filter(({ text }) => isValue(text));
  /** Values that run over an edge and end with those beside it are of their column: the white is what a heading set to the left leaves before short ones. */
  const runsThroughValues = (edge: number, to: number): boolean => {
    const beside = values.filter(({ box }) => box[0] > edge - 1 && box[2] < to + INSIDE);
    const isOver = ({ box }: Chunk): boolean => box[0] < edge - 1 && box[2] > edge + 1;
    return values.some((value) => isOver(value) && beside.filter(({ box }) => Math.abs(box[2] - value.box[2]) <= SAME_END).length > 1);
  };
  const isHeadless = (own: Map<number, string>): boolean => own.size > 0 && [...own.values()].every(isValue);
  /** Whether words are lines of headings of which another line runs over the edge: not set in a column of their own. */
  const isOfHeadingOver = (edge: number, own: Map<number, string>): boolean => {
    const runsOver = (index: number): boolean => runningOver(lines[index]?.chunks ?? [], edge) > 0;
    const reachesOver = (index: number, step: 1 | -1): boolean => runsOver(index) || (own.has(index) && reachesOver(index + step, step));
    return own.size > 0 && [...own].every(([index, text]) => !isValue(text) && (reachesOver(index, 1) || reachesOver(index, -1)));
  };
  const kept: number[] = [];
  let open = [...edges];
  for (let edge = open[0]; edge !== undefined; edge = open[0]) {
    const next = open[1];
    const [from, to] = [kept.at(-1) ?? left, next ?? right];
    const [before, after] = [linesIn(from, edge), linesIn(edge, to)];
    const together = [...after.keys()].some((line) => before.has(line));
    const isApart =
      Math.min(texts(before), texts(after)) > ALONE &&
      !isOfHeadingOver(edge, before) &&
      !isOfHeadingOver(edge, after) &&
      !runsThroughValues(edge, to);
    if (reaches(from, edge) && reaches(edge, to) && (together || isApart)) {
      kept.push(edge);
      open = open.slice(1);
    } else {
      // An idle column to the right has two edges: the one that runs through texts is the wrong one.
      const isIdle = next !== undefined && texts(after) <= ALONE && texts(before) > ALONE;
      // A heading set to the left of amounts set to the right heads them where nothing else does, and the column on its other side has one.
      const isNextHead = isIdle && isHeadless(linesIn(next, open[2] ?? right)) && !isHeadless(before);
      const isNextWrong =
        isIdle &&
        (runningOver(chunks, next) > runningOver(chunks, edge) || (runningOver(chunks, next) === runningOver(chunks, edge) && isNextHead));
      open = isNextWrong ? [edge, ...open.slice(2)] : open.slice(1);
    }
  }
  return kept;
}
