import { overlap } from '../../model/geometry.ts';
import type { Rule, Word } from '../../model/page.ts';

/** Share of a word that a line through it must cover; where the line runs, in shares of the word's height; how thick it may be. */
const COVERED = 0.8;
const [HIGHEST, LOWEST] = [0.3, 0.7];
const THICKEST = 0.25;
/** How far the line may go beyond the words that it strikes out, in sizes of the letters: a rule of a table goes on to the border of its cell. */
const BEYOND = 0.35;

function isThrough({ box: [x0, y0, x1, y1] }: Rule, { box, size, direction }: Word): boolean {
  const [left, top, right, bottom] = box;
  const middle = ((y0 + y1) / 2 - top) / (bottom - top);
  return (
    direction === 0 &&
    right > left &&
    y1 - y0 <= THICKEST * size &&
    middle >= HIGHEST &&
    middle <= LOWEST &&
    overlap(x0, x1, left, right) >= COVERED * (right - left)
  );
}

/** The words that a line drawn through the middle of them strikes out; `null` where it is a rule of a table, an underline or anything else. */
function struckBy(rule: Rule, words: readonly Word[]): readonly Word[] | null {
  if (rule.orientation !== 'horizontal') return null;
  const through = words.filter((word) => isThrough(rule, word));
  if (through.length === 0) return null;
  const [left, right] = [Math.min(...through.map(({ box }) => box[0])), Math.max(...through.map(({ box }) => box[2]))];
  const slack = BEYOND * Math.max(...through.map(({ size }) => size));
  return rule.box[0] >= left - slack && rule.box[2] <= right + slack ? through : null;
}

/** Marks the words that are struck out; the lines through them are no rules of tables. */
export function strikeOut(
  words: readonly Word[],
  rules: readonly Rule[],
): { readonly words: readonly Word[]; readonly rules: readonly Rule[] } {
  const struck = new Set<Word>();
  const kept = rules.filter((rule) => {
    const through = struckBy(rule, words);
    for (const word of through ?? []) struck.add(word);
    return through === null;
  });
  return struck.size === 0
    ? { words, rules }
    : { words: words.map((word) => (struck.has(word) ? { ...word, struck: true } : word)), rules: kept };
}
