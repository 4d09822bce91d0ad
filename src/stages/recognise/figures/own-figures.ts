import { nonEmpty, type NonEmpty } from '../../../model/collections.ts';
import type { Reading } from '../../../model/page.ts';
import type { Bits, Picture } from '../pixels/picture.ts';
import { numberKey } from '../reading/number-text.ts';
import type { ReadLine } from '../reading/read-boxes.ts';
import { AGREED } from '../reading/votes.ts';
import type { Ink } from './frame.ts';
import { glyphsOf, type Glyphs } from './glyphs.ts';
import { hiddenFigures, type Stood } from './hidden-figures.ts';
import { Shapes } from './shapes.ts';

/** What a number costs that a recogniser read as the page's own figures have it, and one that these alone tell. */
const BOTH = 0.05;
const ALONE = 0.3;
/** What every other reading of it costs then at the least. */
const OTHERWISE = 1;
/** Figures of one size are as high as each other but for this share. */
const SAME_HEIGHT = 0.1;
/** A line of more signs is no number. */
const LONGEST = 14;
/** A dash before a currency: nothing, as recognisers seldom read it. */
const NOTHING = /^[-–—]€$/u;
/** Alone on its line where an amount before it had no room for it, recognisers take it for a figure or a letter. */
const CURRENCY = '€';
const NONE: Glyphs = { height: 0, foot: 0, tall: 0, inks: [] };

/**
 * Numbers as a person reads a doubtful figure: beside the other figures of the page. Lines whose recognisers agree show what each sign looks like here, and
 * every line is held against them, its own signs left out. A line of which each sign is known so is what they say, or one more way to read it. Lines without
 * words that are no such number are dropped. `gone`: pixels of what was drawn through lines, and taken away.
 */
export function byOwnFigures(lines: readonly ReadLine[], page: Picture, gone: Bits | null = null): readonly ReadLine[] {
  const glyphs = lines.map((line) => (mayBeNumber(line) ? glyphsOf(page, line.box) : NONE));
  const { shapes, standings } = shapesOf(lines, glyphs);
  const heights = standings.map(({ height }) => height);
  const hidden = gone === null ? null : hiddenFigures(page, gone, shapes.known(), standings);
  return lines.flatMap((line, index) => {
    const { inks, height } = glyphs[index] ?? NONE;
    const isEmpty = line.words.length === 0;
    // Dirt may look like a figure of another size.
    const isSized = !isEmpty || heights.some((other) => Math.abs(height - other) <= SAME_HEIGHT * other);
    const seen = isSized ? textOf(inks, index, shapes) : '';
    if (NOTHING.test(seen) || seen === CURRENCY)
      return [{ ...line, words: [{ text: seen, confidence: 90, box: line.box }], numbers: null }];
    const uncovered = line.isCrossed === true && mayBeNumber(line) ? (hidden?.(line) ?? null) : null;
    if (uncovered !== null) return [{ ...line, numbers: uncovered, said: uncovered.map(({ text }) => text) }];
    const numbers = withSeen(line, seen);
    if (numbers === null) return isEmpty ? [] : [line];
    const words = isEmpty ? [{ text: numbers[0].text, confidence: 0, box: line.box }] : line.words;
    return [{ ...line, words, numbers, said: numbers.map(({ text }) => text) }];
  });
}

/** What the signs look like in lines that were surely read, and how high and where these lines are. */
function shapesOf(
  lines: readonly ReadLine[],
  glyphs: readonly Glyphs[],
): { readonly shapes: Shapes; readonly standings: readonly Stood[] } {
  const shapes = new Shapes();
  const standings: Stood[] = [];
  lines.forEach((line, index) => {
    const signs = signsOf(sureText(line));
    const { inks, height, foot } = glyphs[index] ?? NONE;
    if (signs.length === 0 || signs.length !== inks.length) return;
    inks.forEach((ink, at) => shapes.add(signs[at] ?? '', index, ink));
    standings.push({ height, foot, box: line.box });
  });
  shapes.settle();
  return { shapes, standings };
}

function sureText({ numbers, words }: ReadLine): string {
  if (numbers !== null) return numbers.length > 1 || numbers[0].cost > AGREED ? '' : numbers[0].text;
  const text = signsOf(words.map((word) => word.text).join('')).join('');
  return NOTHING.test(text) ? text : '';
}

const signsOf = (text: string): string[] => [...text.replace(/\s/gu, '')];

function mayBeNumber({ direction, numbers, words }: ReadLine): boolean {
  return direction === 0 && (numbers !== null || signsOf(words.map(({ text }) => text).join('')).length <= LONGEST);
}

/** What the signs of a line say; nothing where one of them is not known. */
function textOf(inks: readonly Ink[], line: number, shapes: Shapes): string {
  let text = '';
  for (const ink of inks) {
    const sign = shapes.signOf(ink, line);
    if (sign === null) return '';
    text += sign;
  }
  return text.replace(/(?<=\d)€/u, ' €');
}

/** The readings of a line's number with what its signs say; `null` where that is no amount. */
function withSeen({ numbers, words }: ReadLine, seen: string): NonEmpty<Reading> | null {
  const { key, valid } = numberKey(seen);
  if (!valid) return null;
  if (numbers === null) {
    const text = words.map((word) => word.text).join('');
    return seen.length === 1 && text.length > 1 ? null : [{ text: seen, cost: ALONE }];
  }
  // Two figures that touch look like one of them.
  if (numbers.length === 1 && numbers[0].cost <= AGREED && figuresIn(seen) < figuresIn(numbers[0].text)) return numbers;
  const isSeen = ({ text }: Reading): boolean => numberKey(text).key === key;
  const same = numbers.find(isSeen);
  // Where all signs are known, what is no amount is no reading of them.
  const others = numbers
    .filter((reading) => !isSeen(reading) && numberKey(reading.text).valid)
    .map(({ text, cost }) => ({ text, cost: Math.max(cost, OTHERWISE) }));
  if (same !== undefined && others.length === 0) return [{ text: same.text, cost: Math.min(same.cost, BOTH) }];
  return nonEmpty([{ text: same?.text ?? seen, cost: same === undefined ? ALONE : BOTH }, ...others]);
}

const figuresIn = (text: string): number => text.replace(/\D/gu, '').length;
