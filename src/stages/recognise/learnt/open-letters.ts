import type { RecognisedWord } from '../engine/engine.ts';
import type { Picture, PixelBox } from '../pixels/picture.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { decode, decodeAs, LETTER_SIGNS, type Grammar } from './decode.ts';
import { INK_ROWS, linePicture, WHITE, type LinePicture } from './line-picture.ts';
import { Network, type Steps } from './network.ts';
import { after, isSpelt, START, type Place } from './spelling.ts';
import { dataFile, readLayers, type Along } from './weights.ts';

/** A network of our own that was trained on worn print (`data/lettres/README.md`), and the words of the language: where a page is so coarse that the recogniser of text guesses. */
export interface LetterReader {
  /** A line (pixels of the page) as text: its words, each with what it is believed (0 to 100). */
  read(page: Picture, line: PixelBox): readonly RecognisedWord[];
  /** Whether the language or programmes have the word, whatever marks stand around it. */
  knows(word: string): boolean;
}

const WEIGHTS = 'lettres/reseau.bin';
const ALONG: Along = [
  [96, 5],
  [96, 7],
  [LETTER_SIGNS.length + 1, 1],
];
/** A wider line is left to the others. */
const WIDEST = 1600;
/** Pixels of the line's picture that one step stands for. */
const STEP = 2;
/** What is darker is ink. */
const INK = 0.3;
/** Letters from which on a word of the language is looked for, and how much less likely it may be than what the letters say: so much, and so much more for each letter. */
const SHORTEST = 3;
const WORSE = 1;
const WORSE_EACH = 0.25;
const WORSE_NAME = 0.6;

export function openLetters(lexicon: Lexicon): LetterReader {
  const network = new Network(readLayers(dataFile(WEIGHTS), ALONG));
  const french: Grammar<Place> = {
    start: START,
    after: (place, sign) => after(place, sign, lexicon),
    mayEnd: ({ isWhole }) => isWhole,
  };
  const read = (page: Picture, line: PixelBox): readonly RecognisedWord[] => {
    const picture = linePicture(page, line, WIDEST);
    if (picture === null) return [];
    const steps = network.look(picture);
    const pixels = (line.y1 - line.y0) / INK_ROWS;
    return spansOf(steps).flatMap(({ from, to }): RecognisedWord[] => {
      const { text, cost } = wordAt(steps, from, to, french);
      if (text === '') return [];
      const [x0, x1] = inkBetween(picture, from * STEP, to * STEP);
      const box = {
        x0: Math.max(line.x0, line.x0 + (x0 - WHITE) * pixels),
        x1: Math.min(line.x1, line.x0 + (x1 - WHITE) * pixels),
        y0: line.y0,
        y1: line.y1,
      };
      return box.x1 > box.x0 ? [{ text, confidence: Math.round(100 * Math.exp(-cost / Math.sqrt(text.length))), box }] : [];
    });
  };
  const knows = (word: string): boolean => !/\d/u.test(word) && isSpelt(word, lexicon);
  return { read, knows };
}

/** What stands between two steps: a word of the language where that is nearly as likely as the likeliest letters, otherwise those. */
function wordAt(steps: Steps, from: number, to: number, french: Grammar<Place>): { readonly text: string; readonly cost: number } {
  const [seen] = decode(steps, LETTER_SIGNS, from, to);
  if (seen === undefined) return { text: '', cost: 0 };
  const letters = seen.text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < SHORTEST || /\d/u.test(seen.text)) return seen;
  const [word] = decodeAs(french, steps, LETTER_SIGNS, from, to);
  if (word === undefined) return seen;
  // A name is no word of the language; it begins with a capital, small letters behind it.
  const each = /^\P{L}*\p{Lu}.*\p{Ll}/u.test(seen.text) ? WORSE_NAME * WORSE_EACH : WORSE_EACH;
  return word.cost - seen.cost <= WORSE + each * letters ? word : seen;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The steps of each word: those between two spaces, as the likeliest class at each step has them. */
function spansOf({ count, classes, costs }: Steps): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let step = 0; step <= count; step++) {
    if (step < count && likeliest(costs, classes, step) !== 1 + LETTER_SIGNS.indexOf(' ')) continue;
    if (step > from) spans.push({ from, to: step });
    from = step + 1;
  }
  return spans;
}

function likeliest(costs: Float32Array, classes: number, step: number): number {
  let best = 0;
  for (let each = 1; each < classes; each++)
    if ((costs[step * classes + each] ?? Infinity) < (costs[step * classes + best] ?? Infinity)) best = each;
  return best;
}

/** From the first to behind the last column with ink between two columns of the picture. */
function inkBetween({ width, data }: LinePicture, from: number, to: number): readonly [number, number] {
  const rows = data.length / width;
  const hasInk = (x: number): boolean => {
    for (let y = 0; y < rows; y++) if ((data[y * width + x] ?? 0) > INK) return true;
    return false;
  };
  let [first, last] = [from, Math.min(width, to)];
  while (first < last && !hasInk(first)) first++;
  while (last > first && !hasInk(last - 1)) last--;
  return [first, last];
}
