import { isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';

/** Amounts whose left or right ends differ by less than this stand in one column, in points; and so many of them show it. */
const SAME = 1.2;
const SHOWN = 3;

/** An amount, not a number among words: a currency, thousands set apart or cents. */
const AMOUNT = /€|\d[ .\u00a0\u202f]\d{3}(?!\d)|\d,\d{2}(?!\d)/u;

/** How a text of its own begins; what only goes on with an amount ("TTC", "par an") does not. */
const REMARK = /^\p{Lu}(?:\p{Ll}|\s)/u;

/** The lower bound of a range, whose upper bound is no text of its own: "Entre 18 000,00 et". */
const LOWER_BOUND = /\d\s*(?:k?€|eur(?:os?)?)?\s*(?:et|à|a|[-–/])$/iu;

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

/** The label and the amount of a chunk that is both, or the amount and a remark, where the amount stands in a column of others; the chunk itself otherwise. */
function parted(chunk: Chunk, isInColumn: (chunk: Chunk) => boolean, endsInColumn: (chunk: Chunk) => boolean): Chunk[] {
  if (isValue(chunk.text)) return [chunk];
  for (let from = 1; from < chunk.words.length; from += 1) {
    const [label, value] = [chunk.words.slice(0, from), chunk.words.slice(from)];
    const text = textOf(value);
    if (
      isValue(text) &&
      AMOUNT.test(text) &&
      /\p{L}{2}/u.test(textOf(label)) &&
      !LOWER_BOUND.test(textOf(label)) &&
      isInColumn(chunkOf(value))
    )
      return [chunkOf(label), chunkOf(value)];
    // A remark beside its amount: "3 900 € Nouvelle action", "néant Voir annexe 5".
    if (isValue(textOf(label)) && REMARK.test(text) && endsInColumn(chunkOf(label))) return [chunkOf(label), chunkOf(value)];
  }
  return [chunk];
}

/** The amount, or the dash for none, that a chunk begins with and the remark after it, null when it does not. */
function leadingValue(chunk: Chunk): { readonly value: Chunk; readonly remark: Chunk } | null {
  for (let from = 1; from < chunk.words.length; from += 1) {
    const [value, remark] = [chunkOf(chunk.words.slice(0, from)), chunkOf(chunk.words.slice(from))];
    if (isValue(value.text) && REMARK.test(remark.text)) return { value, remark };
  }
  return null;
}

/**
 * The amounts of a column set so close to the texts beside it that none stands alone: they end at one place, though they begin at several, and the texts after them begin
 * at one place. Sentences that begin with an amount do not end it there.
 */
function valuesBesideRemarks(lines: readonly ChunkedLine[]): readonly Chunk[] {
  const leading = lines.flatMap((line) => line.chunks.flatMap((chunk) => leadingValue(chunk) ?? []));
  return leading.flatMap(({ value, remark }) => {
    const others = leading.filter(
      (other) => Math.abs(other.value.box[2] - value.box[2]) <= SAME && Math.abs(other.remark.box[0] - remark.box[0]) <= SAME,
    );
    const isSetRight = others.some((other) => Math.abs(other.value.box[0] - value.box[0]) > SAME);
    return others.length >= SHOWN && isSetRight && others.some((other) => AMOUNT.test(other.value.text)) ? [value] : [];
  });
}

/** White before an amount that no text leaves between its words, in ems. */
const WIDE = 0.45;

/** The amounts of a column set to the left, so close to the labels before them that none stands alone: they begin at one place, behind white wider than a space. */
function valuesBehindLabels(lines: readonly ChunkedLine[]): readonly Chunk[] {
  const trailing = lines.flatMap(({ chunks, size }) =>
    chunks.flatMap(({ words }) => {
      const from = words.findIndex((word, index) => index > 0 && word.box[0] - (words[index - 1]?.box[2] ?? 0) >= WIDE * size);
      const value = from < 0 ? null : chunkOf(words.slice(from));
      return value !== null && isValue(value.text) && AMOUNT.test(value.text) && /\p{L}{2}/u.test(textOf(words.slice(0, from)))
        ? [value]
        : [];
    }),
  );
  return trailing.filter(({ box }) => trailing.filter((other) => Math.abs(other.box[0] - box[0]) <= SAME).length >= SHOWN);
}

/**
 * A label set to the right of its cell leaves hardly any white before the amount beside it ("Sous-total 70 360 €"): they are two texts where the amount begins or ends
 * where the amounts of other lines do. So are an amount that ends where others do and the remark beside it.
 */
export function withSplitValues(lines: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const alone = lines.flatMap((line) => line.chunks.filter((chunk) => isValue(chunk.text) && AMOUNT.test(chunk.text)));
  const values = [...alone, ...valuesBesideRemarks(lines), ...valuesBehindLabels(lines)];
  if (values.length < SHOWN) return lines;
  const isWithOthers = ({ box }: Chunk, side: 0 | 2): boolean =>
    values.filter((other) => Math.abs(other.box[side] - box[side]) <= SAME).length >= SHOWN;
  const isInColumn = (chunk: Chunk): boolean => isWithOthers(chunk, 0) || isWithOthers(chunk, 2);
  const endsInColumn = (chunk: Chunk): boolean => isWithOthers(chunk, 2);
  return lines.map((line) => {
    const chunks = line.chunks.flatMap((chunk) => parted(chunk, isInColumn, endsInColumn));
    return chunks.length === line.chunks.length ? line : { ...line, chunks };
  });
}
