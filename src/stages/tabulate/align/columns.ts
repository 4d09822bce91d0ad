import { overlap } from '../../../model/geometry.ts';
import { isMoney, isTotalLabel, isValue } from '../text/value.ts';
import { strayTexts } from './aligned.ts';
import { CHUNK_GAP, type Chunk, type ChunkedLine } from './chunks.ts';
import { FEWEST_PAIRS, whiteBetweenValues } from './between-values.ts';
import { betweenWeights } from './between-weights.ts';
import { headedSeparators } from './headed-separators.ts';
import { withSplitValues } from './split-values.ts';
import { withWideDashes } from './wide-dashes.ts';
import { startSeparators } from './starts.ts';

/** White that parts two columns, from `from` to `to` in x. */
export interface Separator {
  readonly from: number;
  readonly to: number;
  /** Lines that have text on both sides of it and none in it. */
  readonly support: number;
}

interface Sweep {
  readonly x: number;
  readonly support: number;
  readonly cross: number;
}

/** Number of lines with white (between two chunks) and with ink from each x on, by ascending x. */
function sweep(lines: readonly (readonly Chunk[])[]): Sweep[] {
  const change = new Map<number, { support: number; cross: number }>();
  const add = (x: number, support: number, cross: number): void => {
    const sum = change.get(x) ?? { support: 0, cross: 0 };
    sum.support += support;
    sum.cross += cross;
    change.set(x, sum);
  };
  for (const chunks of lines) {
    let end: number | null = null;
    for (const chunk of chunks) {
      const [from, , to] = chunk.box;
      if (end !== null && from > end) {
        add(end, 1, 0);
        add(from, -1, 0);
      }
      const start = end === null ? from : Math.max(end, from);
      if (to > start) {
        add(start, 0, 1);
        add(to, 0, -1);
      }
      end = end === null ? to : Math.max(end, to);
    }
  }
  let support = 0;
  let cross = 0;
  return [...change]
    .sort((a, b) => a[0] - b[0])
    .map(([x, sum]) => {
      support += sum.support;
      cross += sum.cross;
      return { x, support, cross };
    });
}

/** Strips with this many more lines beside them than across them are no chance, however narrow: this share of the usual width will do. */
const MANY = 8;
const NARROW = 0.25;

/** Amounts whose right ends differ by less than this (points) end together, and so many of them show a column. */
const SAME_END = 1.2;
const FEWEST_ENDS = 3;

/** Where amounts that are set right end, one under the other: what stands beside one of them, however near, is another column's. */
function endsOfAmounts(lines: readonly ChunkedLine[]): (x: number) => boolean {
  const amounts = lines.flatMap(({ chunks }) => chunks.filter(({ text }) => isMoney(text)));
  const ends = amounts.map(({ box }) => box[2]);
  return (x) => ends.filter((end) => Math.abs(end - x) <= SAME_END).length >= FEWEST_ENDS;
}

/** White between the headings of two columns of values, in points. */
const BETWEEN_HEADINGS = 1;

/** Whether all white from one x to another parts values of one line from values beside them, in several lines. */
function betweenValues(lines: readonly ChunkedLine[]): (from: number, to: number) => boolean {
  const gaps = whiteBetweenValues(lines);
  return (from, to) => gaps.filter(([end, start]) => end <= from && start >= to).length >= FEWEST_PAIRS;
}

/** White between two texts of a line that surely parts columns, in ems, and so many lines with it. */
const FAR = 2.5;
const FEWEST_FAR = 2;

/** Whether every line that leaves white from one x to another leaves so much that texts there are far apart, though their common white is narrow: a heading over a value set to the right. */
function betweenFar(lines: readonly ChunkedLine[]): (from: number, to: number) => boolean {
  const gaps = lines.flatMap(({ chunks, size }) =>
    chunks.slice(1).map((chunk, index) => ({ from: chunks[index]?.box[2] ?? Infinity, to: chunk.box[0], least: FAR * size })),
  );
  return (from, to) => {
    const own = gaps.filter((gap) => gap.from <= from && gap.to >= to);
    return own.length >= FEWEST_FAR && own.every((gap) => gap.to - gap.from >= gap.least);
  };
}

/** What strips must be to count; those that begin where amounts end count from the white on that parts two texts, those that stand between values from hardly any. */
interface Least {
  readonly support: number;
  readonly width: number;
  readonly beside: number;
  readonly isEnd: (x: number) => boolean;
  readonly isBetweenValues: (from: number, to: number) => boolean;
  readonly isBetweenFar: (from: number, to: number) => boolean;
  readonly isBetweenWeights: (from: number, to: number) => boolean;
}

/** A part of a strip that as many lines leave white. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly clear: number;
}

/** White this narrow (points) between the end of one text and the beginning of others is chance: it tells nothing of where columns part. */
const HAIRLINE = 1;

/** The part of a strip that most lines leave white, and of those the first. */
function clearest(run: readonly Stretch[]): Stretch {
  const wide = run.filter(({ from, to }) => to - from >= HAIRLINE);
  return (wide.length > 0 ? wide : run).reduce((best, own) => (own.clear > best.clear ? own : best));
}

/** White strips crossed by at most `tolerance` × their support. */
function strips(lines: readonly (readonly Chunk[])[], tolerance: number, least: Least): Separator[] {
  const widthOf = (from: number, best: number): number => {
    const width = (best >= MANY ? NARROW : 1) * least.width;
    return least.isEnd(from) ? Math.min(width, least.beside) : width;
  };
  const isWide = ({ from, to, best }: { readonly from: number; readonly to: number; readonly best: number }): boolean =>
    to - from >= widthOf(from, best) ||
    (to - from >= BETWEEN_HEADINGS && least.isBetweenValues(from, to)) ||
    (to - from >= least.beside && (least.isBetweenFar(from, to) || least.isBetweenWeights(from, to)));
  const steps = sweep(lines);
  const found: Separator[] = [];
  let run: Stretch[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined) {
      const core = clearest(run);
      if (isWide({ from: first.from, to: last.to, best: core.clear })) found.push({ from: core.from, to: core.to, support: core.clear });
    }
    run = [];
  };
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    if (next === undefined) return;
    const white = step.support >= least.support && step.cross <= tolerance * step.support;
    if (!white) {
      close();
      return;
    }
    const clear = step.support - 2 * step.cross;
    const last = run.at(-1);
    if (last?.clear === clear) run[run.length - 1] = { ...last, to: next.x };
    else run.push({ from: step.x, to: next.x, clear });
  });
  close();
  return found;
}

/** Width that white must have to part columns, in ems: chance gaps line up in few lines, hardly in many. */
function leastGap(lineCount: number): number {
  if (lineCount < 4) return 1.2;
  return lineCount < 8 ? 0.8 : 0.55;
}

function columnsBetween(separators: readonly Separator[]): [number, number][] {
  const edges = [-Infinity, ...separators.flatMap((separator) => [separator.from, separator.to]), Infinity];
  const columns: [number, number][] = [];
  for (let index = 0; index + 1 < edges.length; index += 2) columns.push([edges[index] ?? 0, edges[index + 1] ?? 0]);
  return columns;
}

/** What runs over all the white between two columns reaches into one of them by this much at least (points). */
const INTO = 0.5;

/** Whether a chunk reaches into at least two columns. */
export function isSpanning(chunk: Chunk, columns: readonly (readonly [number, number])[]): boolean {
  const [x0, , x1] = chunk.box;
  const least = Math.min(2, 0.3 * (x1 - x0));
  const isOver = columns.some(([, end], index) => {
    const next = columns[index + 1]?.[0] ?? Infinity;
    return x0 <= end && x1 >= next && (x0 < end - INTO || x1 > next + INTO);
  });
  return isOver || columns.filter(([from, to]) => overlap(from, to, x0, x1) > least).length > 1;
}

/** Fewer lines with several texts than this show no strip by their number. */
const FEW_LINES = 4;

/** The white between the texts of lines that have as many texts, each over the same of the next: a header and a row. None when another line reaches into it. */
function parallelSeparators(lines: readonly ChunkedLine[], size: number): Separator[] {
  const several = lines.filter((line) => line.chunks.length > 1);
  const most = Math.max(...several.map((line) => line.chunks.length));
  const alike = several.filter((line) => line.chunks.length === most);
  if (several.length >= FEW_LINES || most < 3 || alike.length < 2) return [];
  const white = Array.from({ length: most - 1 }, (_, index): Separator => {
    const from = Math.max(...alike.map((line) => line.chunks[index]?.box[2] ?? Infinity));
    const to = Math.min(...alike.map((line) => line.chunks[index + 1]?.box[0] ?? -Infinity));
    return { from, to, support: alike.length };
  });
  const isFree = ({ from, to }: Separator): boolean =>
    to - from >= CHUNK_GAP * size &&
    several.every((line) => line.chunks.every((chunk) => chunk.box[2] <= from + 1 || chunk.box[0] >= to - 1));
  return white.every(isFree) ? white : [];
}

/** How many texts most lines with several have. */
function usualCount(lines: readonly ChunkedLine[]): number {
  const counts = new Map<number, number>();
  for (const { chunks } of lines) if (chunks.length > 1) counts.set(chunks.length, (counts.get(chunks.length) ?? 0) + 1);
  return [...counts].reduce<readonly [number, number]>((best, own) => (own[1] > best[1] ? own : best), [0, 0])[0];
}

/** Labels that begin within this of each other begin at one border, in points. */
const SAME_BORDER = 2;

/**
 * The texts of a line that tell where columns lie. Before values only, the label of a total that stands at the left border over columns without text tells nothing, in a list with many of
 * them; one that stands elsewhere tells where it ends: it begins where it pleases.
 */
function tellingTexts(line: ChunkedLine, usual: number, left: number): readonly Chunk[] {
  const [label, ...values] = line.chunks;
  const isLabelled = label !== undefined && values.length > 0 && line.chunks.length < usual && values.every(({ text }) => isValue(text));
  if (!isLabelled) return line.chunks;
  if (label.box[0] - left <= SAME_BORDER) return values;
  const [, top, right, bottom] = label.box;
  return isTotalLabel(label.text) ? [{ ...label, box: [right - 1, top, right, bottom] }, ...values] : line.chunks;
}

/** Lines whose only text stands where none of the texts that have others beside them does: titles set in the middle of the page, which run over the columns under them. */
function titleLines(lines: readonly ChunkedLine[], left: number): ReadonlySet<number> {
  const several = lines.filter(({ chunks }) => chunks.length > 1);
  const isTitle = (line: ChunkedLine): boolean => {
    const [only, another] = line.chunks;
    return only !== undefined && another === undefined && only.box[0] > left + SAME_BORDER && strayTexts(line, several).length > 0;
  };
  return new Set(lines.flatMap((line, at) => (isTitle(line) ? [at] : [])));
}

/** So many lines with texts on both sides show a strip, though texts alone on their lines reach into it. */
const SURE = 4;

/** A strip that nothing runs over, left too narrow by texts alone on their lines that end in it (titles of groups): the white between the texts of all other lines is wide. */
function isNarrowed(strip: Separator, found: readonly Separator[], lines: readonly ChunkedLine[]): boolean {
  const isFound = found.some(({ from, to }) => from < strip.to + 1 && to > strip.from - 1);
  return (
    !isFound &&
    strip.support >= SURE &&
    lines.every(({ chunks }) => chunks.every(({ box }) => box[2] <= strip.from + 1 || box[0] >= strip.to - 1))
  );
}

/**
 * The white strips that part the columns of lines, left to right. First strips that few lines cross; then, with the text that spans columns put aside,
 * strips that nothing crosses: that finds columns with few entries too. `rows`: how many drawn rows show texts beside each other, though no line of theirs may.
 */
export function inferSeparators(printed: readonly ChunkedLine[], size: number, rows = 0): Separator[] {
  const lines = withWideDashes(withSplitValues(printed));
  const printedBeside = lines.filter((line) => line.chunks.length > 1).length;
  if (printedBeside === 0) return [];
  const several = Math.max(printedBeside, rows);
  const least: Least = {
    support: Math.max(printedBeside < 3 ? 1 : 2, 0.12 * printedBeside),
    width: leastGap(several) * size,
    beside: CHUNK_GAP * size,
    isEnd: endsOfAmounts(lines),
    isBetweenValues: betweenValues(lines),
    isBetweenFar: betweenFar(lines),
    isBetweenWeights: betweenWeights(lines),
  };
  const chunks = lines.map((line) => line.chunks);
  const usual = usualCount(lines);
  const left = Math.min(...chunks.flatMap((own) => (own.length > 1 ? (own[0]?.box[0] ?? []) : [])));
  const telling = usual < 3 ? chunks : lines.map((line) => tellingTexts(line, usual, left));
  const titles = titleLines(lines, left);
  const untitled = telling.filter((_, at) => !titles.has(at));
  const first = strips(untitled, 0.25, least);
  const parallel = parallelSeparators(lines, size);
  if (parallel.length > first.length) return parallel;
  if (first.length === 0) return [];
  const columns = columnsBetween(first);
  const simple = telling.map((line) => line.filter((chunk) => !isSpanning(chunk, columns)));
  const clear = strips(simple, 0, least);
  const white = [...clear, ...first.filter((strip) => isNarrowed(strip, clear, lines))];
  const told = [...white, ...startSeparators(lines, white)];
  return [...told, ...headedSeparators(lines, size, told)].sort((a, b) => a.from - b.from);
}
