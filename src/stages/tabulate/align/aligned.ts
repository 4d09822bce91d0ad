import { isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';

/** Texts that begin, end or have their middle within this of each other are aligned, in points. */
const ALIGNED = 1.5;

const marks = ({ box: [from, , to] }: Chunk): readonly [number, number, number] => [from, (from + to) / 2, to];

/** The texts of a line that neither begin nor end nor have their middle where one of the others does. */
export function strayTexts({ chunks }: ChunkedLine, others: readonly ChunkedLine[]): readonly Chunk[] {
  const known = others.flatMap((line) => line.chunks.map(marks));
  return chunks.filter(
    (chunk) => !known.some((other) => marks(chunk).some((mark, side) => Math.abs(mark - (other[side] ?? Infinity)) <= ALIGNED)),
  );
}

/** Whether each text of a line begins, ends or has its middle where one of the others does. */
export function isAlignedWith(line: ChunkedLine, others: readonly ChunkedLine[]): boolean {
  return strayTexts(line, others).length === 0;
}

/** White at most, in ems, that two empty lines of a cell leave before a row set as those above. */
export const EMPTY_LINES = 4;

/** So many texts that stand as those above tell a row by themselves, unless they are bold as the heads of another table are. */
const TELLING = 3;

/** Whether a line is a row set as some rows above: with a value, or of several texts. Beside these a value may be the first of its column, and stand as none above. */
export function isSetAs(line: ChunkedLine, above: readonly ChunkedLine[]): boolean {
  const isRow = line.chunks.some(({ text }) => isValue(text)) ? line.chunks.length > 1 : line.chunks.length >= TELLING && !line.bold;
  if (!isRow) return false;
  const [stray, more] = strayTexts(line, above);
  return stray === undefined || (more === undefined && isValue(stray.text) && line.chunks.length > TELLING);
}
