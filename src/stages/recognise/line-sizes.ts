import { extentOf } from './font-box.ts';
import type { ReadLine } from './reading/read-boxes.ts';

/** Pixels that blur and the threshold of ink add to the height of letters. */
const BLUR = 1.5;
/** A line of so many letters is told by how tall most of them are, where so many of them have one height. */
const ENOUGH = 3;
const MOST = 0.6;
const SMALL_LETTER = /[acemnorsuvwxziàâéèêëîïôùûü]/gu;
const LETTER = /[\p{L}\d€%]/gu;
/** Ink that is no letter's makes a line reach further than its letters say by this share; how much less it may be. */
const FURTHER = 0.06;
const NEARER = 0.13;
/** So many lines tell what share of their font letters of one height have. */
const LINES = 3;

type Kind = 'small' | 'tall';

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
  return lines.map((line, index) => {
    const [size, kind] = [reached[index] ?? 0, kinds[index] ?? null];
    const share = kind === null ? null : shares[kind];
    if (share === null || size === 0) return size;
    const own = (line.letter ?? 0) / share;
    return size > (1 + FURTHER) * own || size < (1 - NEARER) * own ? own : size;
  });
}

/** Whether most of its letters are small ones, or most are figures, capitals and letters that reach as far. */
function kindOf(line: ReadLine): Kind | null {
  if ((line.letter ?? 0) === 0 || line.direction !== 0) return null;
  const text = textOf(line);
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters < ENOUGH) return null;
  const small = text.match(SMALL_LETTER)?.length ?? 0;
  return small >= MOST * letters ? 'small' : small <= (1 - MOST) * letters ? 'tall' : null;
}

/** By how far its ink reaches. */
function sizeOf(line: ReadLine): number {
  const { box, direction } = line;
  const extent = extentOf(textOf(line));
  const height = (direction === 0 ? box.y1 - box.y0 : box.x1 - box.x0) - BLUR;
  return extent === null ? 0 : Math.max(1, height) / (extent.above + extent.below);
}
