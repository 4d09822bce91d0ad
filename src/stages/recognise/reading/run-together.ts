import type { RecognisedWord } from '../engine/engine.ts';
import type { Picture, PixelBox } from '../pixels/picture.ts';
import type { Lexicon } from './lexicon.ts';
import { isWord } from './repair.ts';
import { isProgrammeWord } from './vocabulary.ts';

/**
 * A word as read; `white`: where in it, as a share of its width, white stands that parts two words; `right`: what it must say by what stands around it or by other
 * readings of it.
 */
export interface ReadWord extends RecognisedWord {
  readonly white?: number;
  readonly right?: string;
}

/** Paper between letters is no darker than this. */
const PAPER = 190;
/** White that parts words, in heights of their box, and in times of the next widest white inside the two. */
const WIDE = 0.22;
const WIDER = 1.7;
/** White between the two that are made of one, in heights of its box: words that touch would be one again. */
const BETWEEN = 0.3;
/** Fewer letters are one word. */
const FEWEST = 5;
/** How far the letters may stand from where their share of the width puts them, in letters. */
const ASTRAY = 2;
/** The shortest part, unless it is one of the words that stand before others. */
const SHORTEST = 3;
const BEFORE = /^(?:d[eu]|l[ae]|au|en|et|à|un|ou)$/iu;

/** The word with the middle of the one wide white that stands within it, if there is one. */
export function withWhite(page: Picture, word: RecognisedWord): ReadWord {
  const { text, box } = word;
  if (text.length < FEWEST || !/^\p{L}+\P{L}*$/u.test(text)) return word;
  const gaps = whites(page, box).sort((a, b) => b.to - b.from - (a.to - a.from));
  const [widest, next] = gaps;
  if (widest === undefined) return word;
  const wide = widest.to - widest.from;
  if (wide < WIDE * (box.y1 - box.y0) || (next !== undefined && wide < WIDER * (next.to - next.from))) return word;
  return { ...word, white: ((widest.from + widest.to) / 2 - box.x0) / (box.x1 - box.x0) };
}

function whites({ width, height, data }: Picture, { x0, x1, y0, y1 }: PixelBox): { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let from = -1;
  for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, x1); x++) {
    let darkest = 255;
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y++) darkest = Math.min(darkest, data[y * width + x] ?? 255);
    const isWhite = darkest >= PAPER;
    if (isWhite && from < 0) from = x;
    if (!isWhite && from >= 0) {
      if (from > x0 + 1) gaps.push({ from, to: x });
      from = -1;
    }
  }
  return gaps;
}

/** Two words that were read as one, parted where the picture shows white and words or a capital say so, or, without white, where two words of programmes meet. */
export function parted(word: ReadWord, lexicon: Lexicon): readonly RecognisedWord[] {
  const { text, box, white = meetingOf(word) } = word;
  if (white === null || isWord(text.replace(/\P{L}+$/u, ''), lexicon)) return [word];
  const expected = white * text.length;
  const places = Array.from({ length: text.length - 1 }, (_, at) => at + 1)
    .filter((at) => Math.abs(at - expected) <= ASTRAY && areWords(text.slice(0, at), text.slice(at).replace(/\P{L}+$/u, ''), lexicon))
    .sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  const [at] = places;
  if (at === undefined) return [word];
  const x = box.x0 + white * (box.x1 - box.x0);
  const half = (BETWEEN / 2) * (box.y1 - box.y0);
  return [
    { ...word, text: text.slice(0, at), box: { ...box, x1: x - half } },
    { ...word, text: text.slice(at), box: { ...box, x0: x + half } },
  ];
}

/** Where a word is two words of programmes, whole, in one way only (« TOTALAXE »), as a share of its letters; `null` where it is not. */
function meetingOf({ text }: ReadWord): number | null {
  const places = Array.from({ length: Math.max(0, text.length - 2 * SHORTEST + 1) }, (_, at) => at + SHORTEST).filter(
    (at) => isProgrammeWord(text.slice(0, at)) && isProgrammeWord(text.slice(at)),
  );
  const [only, other] = places;
  return only === undefined || other !== undefined ? null : only / text.length;
}

function areWords(first: string, second: string, lexicon: Lexicon): boolean {
  const isPart = (part: string): boolean => (part.length >= SHORTEST ? isWord(part, lexicon) : BEFORE.test(part));
  if (!isPart(first)) return false;
  return isPart(second) || (/\p{Ll}$/u.test(first) && /^\p{Lu}\p{Ll}/u.test(second));
}
