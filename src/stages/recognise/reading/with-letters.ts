import type { LineBox, TextBox } from '../boxes/text-boxes.ts';
import type { RecognisedWord } from '../engine/engine.ts';
import type { LetterReader } from '../learnt/open-letters.ts';
import type { Picture, PixelBox } from '../pixels/picture.ts';
import { isLikeCode } from './known-shapes.ts';
import { isSure, likelierWords } from './likelier.ts';

/** A cell so high for its width may hold text turned on its side. */
export const TALL = 1.6;
/** Text is so wide for its height, and so many of its signs are letters. */
const WIDE = 2;
const LETTERS = 0.5;

/** The words of a box with those that the reader of coarse print sees better, where the recogniser of text is unsure of some. */
export function withLetters(
  box: TextBox,
  lines: RecognisedWord[][],
  page: Picture,
  letters: LetterReader,
): readonly (readonly RecognisedWord[])[] {
  const { read, knows } = letters;
  const words = lines.flat();
  const text = words.map((word) => word.text).join('');
  const isAllSure = (own: readonly RecognisedWord[]): boolean =>
    text.length > 1 && own.length > 0 && own.every((word) => isSure(word, knows));
  const mayBeText = mayBeWords(text, box.lines) || words.some((word) => isLikeCode(word.text));
  const isNone = box.inDrawing || box.y1 - box.y0 >= TALL * (box.x1 - box.x0) || !mayBeText;
  if (isNone || isAllSure(words)) return lines;
  return byPrintedLine(words, box.lines)
    .map(({ printed, own }) => (isAllSure(own) ? own : likelierWords(own, read(page, printed), knows)))
    .filter((line) => line.length > 0);
}

/** Words were seen, or nothing or a sign, in a line as wide as words are. */
function mayBeWords(text: string, lines: readonly PixelBox[]): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isWide = lines.some(({ x0, x1, y0, y1 }) => x1 - x0 > WIDE * (y1 - y0));
  return isWide && (letters >= LETTERS * text.length || text.length <= 1);
}

/** The words that stand on each printed line, left to right: a recogniser may part one line into two. */
function byPrintedLine(
  words: readonly RecognisedWord[],
  lines: readonly LineBox[],
): { readonly printed: LineBox; readonly own: readonly RecognisedWord[] }[] {
  const apart = ({ y0, y1 }: PixelBox, { box }: RecognisedWord): number => Math.abs(y0 + y1 - box.y0 - box.y1);
  const nearest = words.map((word) => lines.reduce((best, line) => (apart(line, word) < apart(best, word) ? line : best)));
  return lines.map((printed) => ({
    printed,
    own: words.filter((_, index) => nearest[index] === printed).sort((one, other) => one.box.x0 - other.box.x0),
  }));
}
