import type { ChunkedLine } from './chunks.ts';

/** A bold key beside a plain value: a row of a sheet, as often as it comes again. */
export function isKeyWithValue({ chunks: [key, ...values] }: ChunkedLine): boolean {
  return key?.words.every(({ bold }) => bold) === true && values.every(({ words }) => !words.some(({ bold }) => bold));
}

/** Text larger than the rows over and under it by this factor is none of them. */
const LARGER = 1.08;

/** Whether a line is the title of a sheet, not a row of the table above it: bold words alone, larger than the rows on both sides, over the first key with its value. */
export function isTitleOfSheet(lines: readonly ChunkedLine[], index: number): boolean {
  const [above, line, below] = [lines[index - 1], lines[index], lines[index + 1]];
  if (above === undefined || line === undefined || below === undefined || line.chunks.length > 1 || !line.bold) return false;
  const isLarger = [above, below].every(({ size }) => line.size > LARGER * size);
  return isLarger && below.chunks.length === 2 && isKeyWithValue(below);
}
