import { isValue } from '../text/value.ts';
import type { ChunkedLine } from './chunks.ts';
import type { Separator } from './columns.ts';

/** Texts that begin within this of each other begin at one x, in points. */
const SAME_START = 1.2;
/** Lines that must have a text begin at one x beside another text. */
const LEAST_BESIDE = 3;
/** The same for values, of which a few begin together where they are as long as each other. */
const LEAST_VALUES = 8;
/** Share of the lines that begin there which other texts may cross. */
const CROSSED = 0.25;
/** A line with one text may be a title across the table: it counts so much against a column edge. */
const LONE = 0.25;

function crosses(line: ChunkedLine, x: number): boolean {
  return line.chunks.some(
    (chunk) =>
      chunk.box[0] < x - SAME_START &&
      chunk.box[2] > x + SAME_START &&
      !chunk.words.some((word) => Math.abs(word.box[0] - x) <= SAME_START),
  );
}

/** Whether some text stands between two positions: they are edges of different columns. */
function holdsText(lines: readonly ChunkedLine[], a: number, b: number): boolean {
  const [from, to] = [Math.min(a, b) - 1, Math.max(a, b) + 1];
  return lines.some((line) => line.chunks.some((chunk) => chunk.box[0] >= from && chunk.box[2] <= to));
}

/**
 * Column edges where many lines have a text begin at one x beside another text, though long texts leave no white strip before it. Only those that
 * `known` lacks; left to right.
 */
export function startSeparators(lines: readonly ChunkedLine[], known: readonly Separator[]): Separator[] {
  const beside = lines
    .flatMap((line) => line.chunks.slice(1).map((chunk) => ({ x: chunk.box[0], value: isValue(chunk.text) })))
    .sort((a, b) => a.x - b.x);
  const found: Separator[] = [];
  for (let from = 0; from < beside.length;) {
    const first = beside[from]?.x ?? 0;
    let to = from;
    while (to < beside.length && (beside[to]?.x ?? 0) - first <= SAME_START) to += 1;
    const x = beside[(from + to) >> 1]?.x ?? first;
    const texts = beside.slice(from, to).filter(({ value }) => !value).length;
    const isColumn = texts >= LEAST_BESIDE || to - from >= LEAST_VALUES;
    const support = to - from;
    from = to;
    if (!isColumn) continue;
    const starting = lines.filter((line) => line.chunks.some((chunk) => Math.abs(chunk.box[0] - x) <= SAME_START)).length;
    const crossing = lines.reduce((sum, line) => (crosses(line, x) ? sum + (line.chunks.length > 1 ? 1 : LONE) : sum), 0);
    if (crossing > CROSSED * starting) continue;
    const isKnown = [...known, ...found].some(
      (other) =>
        (other.from <= x + SAME_START && other.to >= x - SAME_START) ||
        !holdsText(lines, x < other.from ? x : other.to, Math.max(x, other.from)),
    );
    if (!isKnown) found.push({ from: x - SAME_START, to: x - 0.2, support });
  }
  return found;
}
