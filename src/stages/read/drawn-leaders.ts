import { overlap } from '../../model/geometry.ts';
import type { Rule, Word } from '../../model/page.ts';

/** Where a leader runs, in shares of the height of its line: at the foot of the letters, never under them as the rules of a table and underlines do. */
const [HIGHEST, LOWEST] = [0.5, 0.95];
/** The white between a leader and the words at its ends is no wider than this, in sizes of the letters. */
const NEAR = 1.2;
/** It may reach so little into their boxes, in points. */
const INTO = 1;

/** Whether a line runs at the foot of the letters of a word. */
function isAtFoot({ box: [, y0, , y1] }: Rule, { box: [, top, , bottom], direction }: Word): boolean {
  const height = ((y0 + y1) / 2 - top) / (bottom - top);
  return direction === 0 && height >= HIGHEST && height <= LOWEST;
}

/** Whether a line leads the eye from the words that end where it begins to those that begin where it ends, on one line of text ("Nettoyage ...... 8 700 €"). */
function isLeader(rule: Rule, words: readonly Word[]): boolean {
  if (rule.orientation !== 'horizontal') return false;
  const [x0, , x1] = rule.box;
  const isNear = (gap: number, word: Word): boolean => gap >= -INTO && gap <= NEAR * word.size && isAtFoot(rule, word);
  return (
    words.some((word) => isNear(x0 - word.box[2], word)) &&
    words.some((word) => isNear(word.box[0] - x1, word)) &&
    !words.some((word) => overlap(word.box[0], word.box[2], x0, x1) > INTO && isAtFoot(rule, word))
  );
}

/** The rules of a page without the leaders that are drawn instead of typed: they bound no cell. */
export function withoutLeaders(words: readonly Word[], rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => !isLeader(rule, words));
}
