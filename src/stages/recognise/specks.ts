import { wordText, type Word } from '../../model/page.ts';

/** A mark this small beside the page's usual print is none of it, unless so many words on the page are as small. */
const SMALL = 0.65;
const FEW = 2;
/** What stands by itself: nothing is nearer than this, in parts of the usual size. */
const ALONE = 1;
/** What the recogniser has no confidence in at all costs about this. */
const UNSURE = 0.28;
/** Signs that say something by themselves: nothing spent, a currency over a column, an item. */
const TELLING = /^[\p{Pd}\p{Sc}•▪■□☐☑☒✓✔]$/u;

/**
 * The words of a page without dirt that was read as one: a single figure or letter by itself, much smaller than anything printed on the page, or a single sign
 * by itself that the recogniser had no confidence in. A clerk sees a speck; a table would see one more row.
 */
export function withoutSpecks(words: readonly Word[]): readonly Word[] {
  const usual = usualSize(words);
  const isSmall = (word: Word): boolean => word.size <= SMALL * usual;
  const printed = words.filter((word) => isSmall(word) && wordText(word).length > 2);
  const isSpeck = (word: Word): boolean => {
    const text = wordText(word);
    if (text.length !== 1) return false;
    const isDirt = /[\p{L}\d]/u.test(text)
      ? isSmall(word) && printed.length <= FEW
      : word.readings[0].cost >= UNSURE && !TELLING.test(text);
    return isDirt && !words.some((other) => other !== word && distance(word, other) < ALONE * usual && sharesLine(word, other));
  };
  return words.filter((word) => !isSpeck(word));
}

/** The size of most words. */
function usualSize(words: readonly Word[]): number {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** White between two words, sideways. */
const distance = (a: Word, b: Word): number => Math.max(a.box[0] - b.box[2], b.box[0] - a.box[2]);

/** Whether half of the lower word's height stands beside the other. */
function sharesLine(a: Word, b: Word): boolean {
  const low = Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
  return Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) >= 0.5 * low;
}
