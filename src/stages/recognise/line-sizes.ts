import { CAPITAL, extentOf } from './font-box.ts';
import type { ReadLine } from './reading/read-boxes.ts';

/** Pixels that blur and the threshold of ink add to the height of letters. */
const BLUR = 1.5;
/** Lines of so many letters, so many of them small, are told by how tall most of their letters are. */
const ENOUGH = 12;
const SMALL = 0.75;
/** Where both measures differ by more than this, ink that is no letter's reaches further than the letters. */
const SAME = 0.13;
/** Of figures and capitals, whose fonts differ more, so much. */
const STRAY = 0.25;
const FIGURES = /^[\d\p{Lu}\s.,€%()+-]{3,}$/u;

/** All that stands at a line's height. */
export const textOf = ({ words, beside }: ReadLine): string => beside ?? words.map((word) => word.text).join('');

/** The fonts' sizes in pixels; 0 where nothing but marks tells it. */
export function sizesOf(lines: readonly ReadLine[]): number[] {
  const reached = lines.map(sizeOf);
  const share = lines
    .flatMap((line, index) => {
      const size = reached[index] ?? 0;
      return isSmall(line) && size > 0 ? [(line.letter ?? 0) / size] : [];
    })
    .sort((a, b) => a - b);
  const usual = share[share.length >> 1];
  return lines.map((line, index) => {
    const [size, letter] = [reached[index] ?? 0, line.letter ?? 0];
    if (usual !== undefined && isSmall(line)) return Math.abs(letter / usual / size - 1) > SAME ? letter / usual : size;
    const own = (letter - BLUR) / CAPITAL;
    return letter > 0 && FIGURES.test(textOf(line)) && size > (1 + STRAY) * own ? own : size;
  });
}

/** Whether nearly all of its letters are small ones, whose height then is that of most of its ink. */
function isSmall(line: ReadLine): boolean {
  if ((line.letter ?? 0) === 0 || line.direction !== 0) return false;
  const text = line.words.map((word) => word.text).join('');
  return text.length >= ENOUGH && (text.match(/\p{Ll}/gu)?.length ?? 0) >= SMALL * text.length;
}

/** By how far its ink reaches. */
function sizeOf(line: ReadLine): number {
  const { box, direction } = line;
  const extent = extentOf(textOf(line));
  const height = (direction === 0 ? box.y1 - box.y0 : box.x1 - box.x0) - BLUR;
  return extent === null ? 0 : Math.max(1, height) / (extent.above + extent.below);
}
