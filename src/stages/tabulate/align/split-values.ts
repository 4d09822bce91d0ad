import { boxAround } from '../../../model/geometry.ts';
import { isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';

/** Amounts whose left or right ends differ by less than this stand in one column, in points; and so many of them show it. */
const SAME = 1.2;
const SHOWN = 3;

/** An amount, not a number among words: a currency, thousands set apart or cents. */
const AMOUNT = /€|\d[ .\u00a0\u202f]\d{3}(?!\d)|\d,\d{2}(?!\d)/u;

/** How a text of its own begins; what only goes on with an amount ("TTC", "par an") does not. */
const REMARK = /^\p{Lu}(?:\p{Ll}|\s)/u;

/** What goes on with an amount, wherever it begins. */
const UNIT = /^(?:euros?|eur|k|ht|ttc|net|brut|par|pour|de|x)\b/iu;

/** The lower bound of a range, whose upper bound is no text of its own: "Entre 18 000,00 et". */
const LOWER_BOUND = /\d\s*(?:k?€|eur(?:os?)?)?\s*(?:et|à|a|[-–/])$/iu;

const textOf = (words: Chunk['words']): string => words.map((word) => word.readings[0].text).join(' ');

function chunkOf(words: Chunk['words']): Chunk {
  return { box: boxAround(words.map((word) => word.box)) ?? [0, 0, 0, 0], text: textOf(words), words };
}

/** A place between two words of a chunk, with what it says before and after. */
interface Cut {
  readonly from: number;
  readonly before: string;
  readonly after: string;
}

function cutsOf({ words }: Chunk): Cut[] {
  const text = textOf(words);
  let start = 0;
  return words.slice(1).map((_, index) => {
    start += (words[index]?.readings[0].text.length ?? 0) + 1;
    return { from: index + 1, before: text.slice(0, start - 1), after: text.slice(start) };
  });
}

/** The two chunks that a cut makes of one. */
const cutAt = ({ words }: Chunk, { from }: Cut): [Chunk, Chunk] => [chunkOf(words.slice(0, from)), chunkOf(words.slice(from))];

/** Where a text stands among those of other lines. */
interface Places {
  /** A value that begins or ends where others do. */
  readonly isInColumn: (chunk: Chunk) => boolean;
  /** A value that ends where others do. */
  readonly endsInColumn: (chunk: Chunk) => boolean;
  /** Words that begin where those of other lines do. */
  readonly beginsAlike: (chunk: Chunk) => boolean;
}

/** The label and the amount of a chunk that is both, or the amount and a remark, where the amount stands in a column of others; the chunk itself otherwise. */
function parted(chunk: Chunk, { isInColumn, endsInColumn, beginsAlike }: Places): Chunk[] {
  if (isValue(chunk.text)) return [chunk];
  for (const cut of cutsOf(chunk)) {
    const { before, after } = cut;
    if (isValue(after) && AMOUNT.test(after) && /\p{L}{2}/u.test(before) && !LOWER_BOUND.test(before) && isInColumn(cutAt(chunk, cut)[1]))
      return cutAt(chunk, cut);
    if (!isValue(before)) continue;
    // A remark beside its amount: "3 900 € Nouvelle action", "néant Voir annexe 5"; of one that wraps, a line in small letters may stand there.
    const [value, remark] = cutAt(chunk, cut);
    const isRemark = REMARK.test(after) || (/^\p{Ll}{2}/u.test(after) && !UNIT.test(after) && beginsAlike(remark));
    if (isRemark && endsInColumn(value)) return [value, remark];
  }
  return [chunk];
}

/** The amount, or the dash for none, that a chunk begins with and the remark after it, null when it does not. */
function leadingValue(chunk: Chunk): { readonly value: Chunk; readonly remark: Chunk } | null {
  const cut = cutsOf(chunk).find(({ before, after }) => REMARK.test(after) && isValue(before));
  if (cut === undefined) return null;
  const [value, remark] = cutAt(chunk, cut);
  return { value, remark };
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
  if (values.length < SHOWN - 1) return lines;
  const standingWith = ({ box }: Chunk, side: 0 | 2): number =>
    values.filter((other) => Math.abs(other.box[side] - box[side]) <= SAME).length;
  const words = lines.flatMap((line) => line.chunks.filter((chunk) => !isValue(chunk.text)));
  const places: Places = {
    isInColumn: (chunk) => standingWith(chunk, 0) >= SHOWN || standingWith(chunk, 2) >= SHOWN,
    // With those of the others the value itself shows the column.
    endsInColumn: (chunk) => standingWith(chunk, 2) >= (AMOUNT.test(chunk.text) ? SHOWN - 1 : SHOWN),
    beginsAlike: ({ box }) => words.filter((other) => Math.abs(other.box[0] - box[0]) <= SAME).length >= SHOWN - 1,
  };
  return lines.map((line) => {
    const chunks = line.chunks.flatMap((chunk) => parted(chunk, places));
    return chunks.length === line.chunks.length ? line : { ...line, chunks };
  });
}
