import { isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';

/** Amounts whose left or right ends differ by less than this stand in one column, in points; and so many of them show it. */
const SAME = 1.2;
const SHOWN = 3;

/** An amount, not a number among words: a currency, thousands set apart or cents. */
const AMOUNT = /€|\d[ .\u00a0\u202f]\d{3}(?!\d)|\d,\d{2}(?!\d)/u;

const textOf = (words: Chunk['words']): string => words.map((word) => word.readings[0].text).join(' ');

function boxOf(words: Chunk['words']): Chunk['box'] {
  return [
    Math.min(...words.map((word) => word.box[0])),
    Math.min(...words.map((word) => word.box[1])),
    Math.max(...words.map((word) => word.box[2])),
    Math.max(...words.map((word) => word.box[3])),
  ];
}

function chunkOf(words: Chunk['words']): Chunk {
  return { box: boxOf(words), text: textOf(words), words };
}

/** The label and the amount of a chunk that is both, where the amount stands in a column of others; the chunk itself otherwise. */
function parted(chunk: Chunk, isInColumn: (chunk: Chunk) => boolean): Chunk[] {
  if (isValue(chunk.text)) return [chunk];
  for (let from = 1; from < chunk.words.length; from += 1) {
    const [label, value] = [chunk.words.slice(0, from), chunk.words.slice(from)];
    const text = textOf(value);
    if (isValue(text) && AMOUNT.test(text) && /\p{L}{2}/u.test(textOf(label)) && isInColumn(chunkOf(value)))
      return [chunkOf(label), chunkOf(value)];
  }
  return [chunk];
}

/**
 * A label set to the right of its cell leaves hardly any white before the amount beside it ("Sous-total 70 360 €"): they are two texts where the amount begins or ends
 * where the amounts of other lines do.
 */
export function withSplitValues(lines: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const values = lines.flatMap((line) => line.chunks.filter((chunk) => isValue(chunk.text) && AMOUNT.test(chunk.text)));
  if (values.length < SHOWN) return lines;
  const isInColumn = ({ box }: Chunk): boolean =>
    [0, 2].some((side) => values.filter((other) => Math.abs((other.box[side] ?? 0) - (box[side] ?? 0)) <= SAME).length >= SHOWN);
  return lines.map((line) => {
    const chunks = line.chunks.flatMap((chunk) => parted(chunk, isInColumn));
    return chunks.length === line.chunks.length ? line : { ...line, chunks };
  });
}
