import { middleX } from '../../../model/geometry.ts';
import { EMPTY_LINES, isSetAs } from './aligned.ts';
import type { Band } from './bands.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';
import type { Edge } from '../rules/edges.ts';
import { withoutFactsOver } from './facts-over.ts';
import { isBesideSide } from './frame-sides.ts';
import { hasLeaders, isBullet, isValue } from '../text/value.ts';
import { isTitleOfSheet } from './sheets.ts';
import { isTitleOfTable } from './titled.ts';

/** White between two chunks that may part columns, in ems. */
const COLUMN_GAP = 1;
/** White between lines that ends a run, in ems. */
const END_GAP = 2.4;
/** The same where a side of a frame runs on beside it. */
const FRAMED_GAP = 6;
/** Lines in a row without columns that a table may hold: title rows; and how many that go on below a text of the line in columns above. */
const PLAIN_LINES = 3;
const WRAPPED_LINES = 14;

function isColumned(line: ChunkedLine): boolean {
  const [first, second] = line.chunks;
  if (line.chunks.some((chunk) => hasLeaders(chunk.text))) return false;
  const chunks =
    first !== undefined && second !== undefined && isBullet(first.text) && second.box[0] - first.box[2] < 3 * line.size
      ? line.chunks.slice(1)
      : line.chunks;
  return chunks.some((chunk, index) => {
    const previous = chunks[index - 1];
    return previous !== undefined && chunk.box[0] - previous.box[2] >= COLUMN_GAP * line.size;
  });
}

/** Lines of one text begin, or have their middle, within this of each other, in points. */
const SAME_X = 2;

/** Words that end where the words above them do: the next line of a label set to the right. A value there is the next one of its column. */
function endsAlike(above: Chunk, below: Chunk): boolean {
  return Math.abs(above.box[2] - below.box[2]) <= SAME_X && !isValue(above.text) && !isValue(below.text);
}

/** Whether the only text of a line stands under one text of a line in columns, to one of its borders or centred, and keeps to its column. */
export function isWrapped(line: ChunkedLine, columned: ChunkedLine): boolean {
  const [only, more] = line.chunks;
  if (only === undefined || more !== undefined) return false;
  const index = columned.chunks.findIndex(
    (chunk) =>
      Math.abs(chunk.box[0] - only.box[0]) <= SAME_X ||
      Math.abs(middleX(chunk.box) - middleX(only.box)) <= SAME_X ||
      endsAlike(chunk, only),
  );
  const [before, next] = [columned.chunks[index - 1], columned.chunks[index + 1]];
  return index >= 0 && (before === undefined || only.box[0] > before.box[2] + 2) && (next === undefined || only.box[2] < next.box[0] - 2);
}

/** Words set in by so much, in ems, under a bold text that begins a line in columns, and so close under it, say more of it. */
const SET_IN = 0.8;
const CLOSE = 0.4;

/** Whether the only text of a line is the caption of the bold text that begins the line in columns right above it, and keeps to its column. */
function isCaption(line: ChunkedLine, columned: ChunkedLine): boolean {
  const [only, more] = line.chunks;
  const [title, next] = columned.chunks;
  if (only === undefined || more !== undefined || title === undefined || next === undefined) return false;
  const isBold = title.words.every((word) => word.bold) && !line.bold;
  const isUnder = line.top - columned.bottom <= CLOSE * line.size && only.box[2] < next.box[0] - 2;
  return isBold && isUnder && only.box[0] - title.box[0] >= SET_IN * line.size;
}

/** Whether the only text of a line goes on in a column of a row above it, other than the first: no text between tables begins there. */
export function isInnerText(line: ChunkedLine, row: ChunkedLine | null): boolean {
  const [first] = row?.chunks ?? [];
  return row !== null && first !== undefined && (line.chunks[0]?.box[0] ?? 0) > first.box[2] && isWrapped(line, row);
}

/** Lines of one text around values set at its middle overlap them or touch them, in ems. */
const AROUND = 0.2;

/** Whether a text begun on the line above the values beside it (`columned`, the last line) goes on under them. */
function isAround(line: ChunkedLine, run: readonly ChunkedLine[], columned: ChunkedLine): boolean {
  const [begun, last] = run.slice(-2);
  const [only, more] = line.chunks;
  const [first] = begun?.chunks ?? [];
  if (begun === undefined || last !== columned || begun.chunks.length > 1 || only === undefined || more !== undefined) return false;
  const isBeside = columned.chunks.every((chunk) => chunk.box[0] > only.box[2] + 2);
  const near = AROUND * line.size;
  return (
    isBeside &&
    first !== undefined &&
    Math.abs(first.box[0] - only.box[0]) <= 2 &&
    columned.top - begun.bottom <= near &&
    line.top - columned.bottom <= near
  );
}

/** Bold words at the left border of the rows above, over a row that begins there and is not: the title of a group of rows, as wide as it pleases. */
function isTitleOfRows(lines: readonly ChunkedLine[], index: number, run: readonly ChunkedLine[]): boolean {
  const line = lines[index];
  const below = lines.slice(index + 1, index + 1 + PLAIN_LINES).find(({ chunks }) => chunks.length > 1);
  const starts = [line, below, run.find(({ chunks }) => chunks.length > 1)].map((own) => own?.chunks[0]?.box[0] ?? Infinity);
  return line?.bold === true && below?.bold === false && Math.max(...starts) - Math.min(...starts) <= SAME_X;
}

/** Whether the white over a line ends the table of the lines above it; over a row set as theirs, or where a side of its frame runs on beside it, it may be wide. */
export function isFar(lines: readonly ChunkedLine[], below: ChunkedLine, vertical: readonly Edge[]): boolean {
  const above = lines.at(-1);
  if (above === undefined) return false;
  const gap = (below.top - above.bottom) / Math.max(above.size, below.size);
  if (gap <= END_GAP || gap > FRAMED_GAP) return gap > END_GAP;
  if (gap <= EMPTY_LINES && isSetAs(below, lines)) return false;
  const boxes = [...lines, below].flatMap(({ chunks }) => chunks.map((chunk) => chunk.box));
  return !isBesideSide(vertical, Math.min(...boxes.map((box) => box[0])), Math.max(...boxes.map((box) => box[2])), above.top, below.bottom);
}

/** An amount alone that ends where amounts of the lines above it do: their total. */
export function isBareTotal({ chunks: [only, more] }: ChunkedLine, run: readonly ChunkedLine[]): boolean {
  if (only === undefined || more !== undefined || !isValue(only.text) || !/\d/u.test(only.text)) return false;
  return run.some(
    ({ chunks }) => chunks.length > 1 && chunks.some(({ text, box }) => isValue(text) && Math.abs(box[2] - only.box[2]) <= SAME_X),
  );
}

/** The first lines of bold headings that stand higher than those beside them: right above a bold line and right of its first text. */
function headingAbove(lines: readonly ChunkedLine[], index: number): readonly ChunkedLine[] {
  let first = index;
  for (; first > 0; first -= 1) {
    const [above, line] = [lines[first - 1], lines[first]];
    const [only, more] = above?.chunks ?? [];
    if (above === undefined || line === undefined || only === undefined || more !== undefined || !above.bold || !line.bold) break;
    const isBeside = only.box[0] > (lines[index]?.chunks[0]?.box[2] ?? Infinity);
    if (!isBeside || Math.abs(above.size - line.size) > 0.5 || line.top - above.bottom > AROUND * line.size) break;
  }
  return lines.slice(first, index);
}

/** Lines of headings set at several heights over the columns of values, and the white (ems) between them. */
const HEADING_LINES = 8;
const HEADING_GAP = 1.8;

/**
 * What stands above a row of values without a label on its line: the first lines of the label that it is set in the middle of, and headings of one or several lines, set in
 * the middle of their row too, so that no line of it holds two of them. Nothing unless every value has its heading.
 */
function aboveValues(lines: readonly ChunkedLine[], index: number): readonly ChunkedLine[] {
  const line = lines[index];
  if (line === undefined || line.chunks.length < 2 || !line.chunks.every((chunk) => isValue(chunk.text))) return [];
  const values = line.chunks;
  const leftmost = values[0]?.box[0] ?? 0;
  const onlyOf = (at: number): Chunk | null => (lines[at]?.chunks.length === 1 ? (lines[at].chunks[0] ?? null) : null);
  const whiteAbove = (at: number): number => ((lines[at + 1]?.top ?? 0) - (lines[at]?.bottom ?? 0)) / line.size;
  let first = index;
  while (index - first < WRAPPED_LINES && (onlyOf(first - 1)?.box[2] ?? Infinity) < leftmost && whiteAbove(first - 1) <= AROUND) first -= 1;
  const label = lines[first];
  if (first === index || label === undefined) return [];
  const headed = new Set<Chunk>();
  const top = first;
  for (; first > 0 && top - first < HEADING_LINES; first -= 1) {
    const only = onlyOf(first - 1);
    if (only === null || /:$/u.test(only.text)) break;
    const isClearOfOthers = (at: number): boolean =>
      (values[at - 1]?.box[2] ?? 0) < only.box[0] && (values[at + 1]?.box[0] ?? Infinity) > only.box[2];
    // Set in the middle of its column, a heading may stand left of the value; between two values, it is that of the second.
    const value = values.filter((_, at) => isClearOfOthers(at)).at(-1);
    if (value === undefined) break;
    if (only.box[0] <= (label.chunks[0]?.box[0] ?? 0) + 2 || whiteAbove(first - 1) > HEADING_GAP) break;
    headed.add(value);
  }
  return headed.size === values.length ? lines.slice(first, index) : [];
}

/**
 * Runs of lines that could be a table drawn by alignment alone: lines in columns, with few plain lines between. Lines are given top to bottom; `vertical`: the vertical
 * edges that belong to no grid.
 */
export function tableRuns(
  lines: readonly ChunkedLine[],
  widest: number,
  { vertical, bands }: { readonly vertical: readonly Edge[]; readonly bands: readonly Band[] },
): ChunkedLine[][] {
  const runs: ChunkedLine[][] = [];
  let run: ChunkedLine[] = [];
  let plain = 0;
  let wrapped = 0;
  let columned: ChunkedLine | null = null;
  const close = (): void => {
    const rows = run.length - plain;
    const below = run[rows];
    const last = run[rows - 1];
    const isOfLast = below !== undefined && (isBareTotal(below, run) || (last !== undefined && isCaption(below, last)));
    const kept = withoutFactsOver(run.slice(0, isOfLast ? rows + 1 : rows));
    if (kept.filter(isColumned).length >= 2) runs.push([...kept]);
    run = [];
    plain = 0;
    wrapped = 0;
    columned = null;
  };
  for (const [index, line] of lines.entries()) {
    if (run.length > 0 && (isTitleOfTable(lines, index, bands) || isTitleOfSheet(lines, index) || isFar(run, line, vertical))) close();
    if (isColumned(line)) {
      if (run.length === 0) {
        const above = aboveValues(lines, index);
        run.push(...(above.length > 0 ? above : headingAbove(lines, index)));
      }
      run.push(line);
      plain = 0;
      wrapped = 0;
      columned = line;
      continue;
    }
    if (columned === null) continue;
    if (plain === 0 && wrapped < WRAPPED_LINES && (isWrapped(line, columned) || isAround(line, run, columned))) {
      run.push(line);
      wrapped += 1;
      continue;
    }
    const [first] = line.chunks;
    const isWide =
      first !== undefined && line.chunks.length === 1 && first.box[2] - first.box[0] > 0.75 * widest && !isTitleOfRows(lines, index, run);
    plain += 1;
    if (isWide || plain > PLAIN_LINES) {
      plain -= 1;
      close();
      continue;
    }
    run.push(line);
  }
  close();
  return runs;
}
