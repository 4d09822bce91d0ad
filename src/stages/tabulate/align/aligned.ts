import type { Chunk, ChunkedLine } from './chunks.ts';

/** Texts that begin, end or have their middle within this of each other are aligned, in points. */
const ALIGNED = 1.5;

const marks = ({ box: [from, , to] }: Chunk): readonly [number, number, number] => [from, (from + to) / 2, to];

/** Whether each text of a line begins, ends or has its middle where one of the others does. */
export function isAlignedWith({ chunks }: ChunkedLine, others: readonly ChunkedLine[]): boolean {
  const known = others.flatMap((line) => line.chunks.map(marks));
  return chunks.every((chunk) =>
    known.some((other) => marks(chunk).some((mark, side) => Math.abs(mark - (other[side] ?? Infinity)) <= ALIGNED)),
  );
}
