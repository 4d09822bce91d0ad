import type { Word } from '../../../model/page.ts';
import { isValue } from '../text/value.ts';
import { chunkedLines } from './chunks.ts';

/** A mark beside a table is larger than its text by this factor, and leaves so much white before it (ems). */
const LARGER = 1.3;
const APART = 0.5;

const heightOf = ({ box }: Word): number => box[3] - box[1];

/**
 * The letters that mark a table from outside ("A", "B", for the sum "A + B" below): large, alone, left of all rows with values. They stand at no row's height and are
 * in no column.
 */
export function marginLetters(words: readonly Word[]): ReadonlySet<Word> {
  const letters = words.filter((word) => word.direction === 0 && /^\p{Lu}$/u.test(word.readings[0].text));
  if (letters.length === 0) return new Set();
  const own = new Set(letters);
  const rows = chunkedLines(words.filter((word) => !own.has(word))).filter(
    ({ chunks }) => chunks.length > 1 && chunks.some(({ text }) => isValue(text)),
  );
  const left = Math.min(...rows.map(({ chunks }) => chunks[0]?.box[0] ?? Infinity));
  const size = Math.max(...rows.map((row) => row.size));
  return new Set(letters.filter((word) => rows.length > 0 && heightOf(word) > LARGER * size && word.box[2] < left - APART * size));
}
