import { isValue } from '../text/value.ts';
import type { ChunkedLine } from './chunks.ts';

/** So many lines with a value on both sides show two columns of values, however near their headings stand. */
export const FEWEST_PAIRS = 3;

/** The white between each value and the value right of it, from the end of one to the beginning of the other. */
export function whiteBetweenValues(lines: readonly ChunkedLine[]): readonly (readonly [from: number, to: number])[] {
  return lines.flatMap(({ chunks }) =>
    chunks.slice(1).flatMap((chunk, index): (readonly [number, number])[] => {
      const before = chunks[index];
      return before !== undefined && isValue(before.text) && isValue(chunk.text) ? [[before.box[2], chunk.box[0]]] : [];
    }),
  );
}
