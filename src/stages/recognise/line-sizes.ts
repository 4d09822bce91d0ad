import { extentOf, SMALL } from './font-box.ts';
import type { ReadLine } from './reading/read-boxes.ts';

/** Pixels that blur and the threshold of ink add to the height of letters. */
const BLUR = 1.5;
/** A line of so many letters is told by how tall most of them are, where so many of them have one height. */
const ENOUGH = 3;
const MOST = 0.6;
const SMALL_LETTER = /[acemnorsuvwxziàâéèêëîïôùûü]/u;
const NARROW = /[iltjfrI1]/u;
/** Ink of a tall letter in that of a small one, and of a narrow letter in that of a wide one: what most of a line's ink is tells its height. */
const TALLER = 1.3;
const SLIM = 0.6;
const LETTER = /[\p{L}\d€%]/gu;
/** Ink that is no letter's makes a line reach further than its letters say by this share; how much less it may be. */
const FURTHER = 0.06;
const NEARER = 0.13;
/** Ink that reaches as far as the page's usual size makes it, within this share, is of that size: a coarse scan thickens small letters most. */
const USUAL = 0.13;
/** Ink that reaches further than letters of the size by which most of them would be small ones is not theirs. */
const STRETCHED = 1.12;
/** So many lines tell what share of their font letters of one height have. */
const LINES = 3;

export type Kind = 'small' | 'tall';

/** All that stands at a line's height. */
export const textOf = ({ words, beside }: ReadLine): string => beside ?? words.map((word) => word.text).join('');

/** The fonts' sizes in pixels; 0 where nothing but marks tells it. */
export function sizesOf(lines: readonly ReadLine[]): number[] {
  const reached = lines.map(sizeOf);
  const kinds = lines.map(kindOf);
  const shares = { small: shareOf('small'), tall: shareOf('tall') };
  function shareOf(kind: Kind): number | null {
    const own = lines
      .flatMap((line, index) => (kinds[index] === kind && (reached[index] ?? 0) > 0 ? [(line.letter ?? 0) / (reached[index] ?? 1)] : []))
      .sort((a, b) => a - b);
    return own.length < LINES ? null : (own[own.length >> 1] ?? null);
  }
  const known = reached.filter((size) => size > 0).sort((a, b) => a - b);
  const usual = known[known.length >> 1] ?? 0;
  return lines.map((line, index) => {
    const [size, kind] = [reached[index] ?? 0, kinds[index] ?? null];
    const share = kind === null ? null : shares[kind];
    if (share === null || size === 0) {
      // Whatever its letters, most of them are small ones at the least: what reaches further is a stamp's or a line's that touches them.
      const most = (line.letter ?? 0) / (shares.small ?? SMALL);
      return most > 0 && line.direction === 0 && size > STRETCHED * most ? most : size;
    }
    const own = (line.letter ?? 0) / share;
    const isLess = size < (1 - NEARER) * own && Math.abs(size - usual) > USUAL * usual;
    return size > (1 + FURTHER) * own || isLess ? own : size;
  });
}

/** Whether most of its letters are small ones, or most are figures, capitals and letters that reach as far. */
export function kindOf(line: ReadLine): Kind | null {
  if ((line.letter ?? 0) === 0 || line.direction !== 0) return null;
  const signs = textOf(line).match(LETTER) ?? [];
  if (signs.length < ENOUGH) return null;
  let [small, all] = [0, 0];
  for (const sign of signs) {
    const isSmall = SMALL_LETTER.test(sign);
    const ink = (isSmall ? 1 : TALLER) * (NARROW.test(sign) ? SLIM : 1);
    all += ink;
    if (isSmall) small += ink;
  }
  return small >= MOST * all ? 'small' : small <= (1 - MOST) * all ? 'tall' : null;
}

/** By how far its ink reaches. */
function sizeOf(line: ReadLine): number {
  const { box, direction } = line;
  const extent = extentOf(textOf(line));
  const height = (direction === 0 ? box.y1 - box.y0 : box.x1 - box.x0) - BLUR;
  return extent === null ? 0 : Math.max(1, height) / (extent.above + extent.below);
}
