import type { Reading } from '../../../model/page.ts';
import type { PixelBox } from '../pixels/picture.ts';
import { numberKey } from './number-text.ts';
import { surenessOf, type ReadLine } from './read-boxes.ts';
import { weigh } from './votes.ts';

/** Below this mean confidence words are a guess. */
const UNSURE = 65;
/** So many numbers in one column make it a column of numbers. */
const COLUMN = 3;
/** A line of a column's numbers is between so many times as high as they are. */
const LOWER = 0.7;
const HIGHER = 1.4;
/** −ln of the probability up to which the reader of numbers is believed there. */
const SEEN = 1.2;
/** The same of a sign or two that the recogniser of text is sure of: « oc » is « 0 € ». */
const SEEN_SHORT = 0.5;
const SHORT = 3;
/** So many signs are no amount. */
const LONGEST = 16;

/**
 * What the recogniser of text sees nothing in, or guesses words from, is asked of the reader of numbers where it stands in a column of numbers: on a coarse copy
 * the figures of such cells are still figures. It stays as doubtful as that one voice makes it.
 */
export function amountsByColumn(lines: readonly ReadLine[], seen: (line: PixelBox) => readonly Reading[]): ReadLine[] {
  const numbers = lines.filter(isAmount);
  return lines.map((line) => {
    const isOpen = isGuess(line);
    if (!(isOpen || isShortWord(line)) || numbers.filter((other) => isOver(line.box, other.box)).length < COLUMN) return line;
    const readings = seen(line.box);
    const [first] = readings;
    if (first === undefined || first.cost > (isOpen ? SEEN : SEEN_SHORT) || !numberKey(first.text).valid) return line;
    const weighed = weigh([], readings);
    return weighed === null
      ? line
      : {
          ...line,
          words: [{ text: first.text, confidence: Math.round(100 * Math.exp(-first.cost)), box: line.box }],
          numbers: weighed,
          said: [first.text],
        };
  });
}

function isAmount({ numbers, direction }: ReadLine): boolean {
  return numbers !== null && direction === 0 && numberKey(numbers[0].text).valid;
}

function isGuess({ words, numbers, direction }: ReadLine): boolean {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return numbers === null && direction === 0 && length <= LONGEST && surenessOf([words]) < UNSURE;
}

function isShortWord({ words, numbers, direction }: ReadLine): boolean {
  const text = words.map((word) => word.text).join('');
  return numbers === null && direction === 0 && text !== '' && text.length <= SHORT && !/\d/u.test(text);
}

/** One stands over the other: their middles meet, or one of their sides, and both are print of one size. */
function isOver(one: PixelBox, other: PixelBox): boolean {
  const [high, usual] = [one.y1 - one.y0, other.y1 - other.y0];
  if (high < LOWER * usual || high > HIGHER * usual || one.x1 - one.x0 < usual) return false;
  const gaps = [one.x0 - other.x0, one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2];
  return gaps.some((gap) => Math.abs(gap) <= usual / 2);
}
