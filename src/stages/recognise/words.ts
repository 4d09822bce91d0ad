import type { Box } from '../../model/geometry.ts';
import type { NonEmpty } from '../../model/collections.ts';
import type { Reading, Word } from '../../model/page.ts';
import { boldness } from './boldness.ts';
import { bearing, fontBox } from './font-box.ts';
import { sizesOf, textOf } from './line-sizes.ts';
import { paragraphSizes } from './paragraph-sizes.ts';
import type { PixelBox } from './pixels/picture.ts';
import { withFieldDashes } from './reading/field-dashes.ts';
import { isNearLabel, withFieldLabels } from './reading/field-labels.ts';
import { knownShape } from './reading/known-shapes.ts';
import type { Lexicon } from './reading/lexicon.ts';
import { repaired } from './reading/repair.ts';
import type { ReadLine } from './reading/read-boxes.ts';
import { DISPUTED } from './reading/votes.ts';
import { parted, type ReadWord } from './reading/run-together.ts';

/** Sizes nearer than this to the page's usual one are it: ink gives them to a tenth or so. */
const SAME_SIZE = 0.13;
/** A step between the sizes of bold lines that parts two levels; and a level this near the usual size is it. */
const STEP = 0.05;
const NEAR_SIZE = 0.07;
/** The same where the page is so blurred that all sizes are unsure, those of bold lines too large. */
const NEAR_BLURRED = 0.16;
/** What a word of confidence 0 costs: text is not proven, but wrong letters seldom matter. */
const WORST_WORD = 0.3;
/** What stands before items, and the white a font leaves beside it in parts of its size: more than beside letters. */
const BULLET = '•';
const BULLET_BEARING = 0.15;
/** A label and its colon have so many words at most. */
const LABEL = 5;
/** What the currency is taken for behind figures. */
const AS_EURO = /(?<=\d{2})[$£¢](?=\P{L}*$)/u;
/** Thousands of euros, whose sign a stroke bent. */
const AS_KEURO = /^k[“”"«»‘’£$¢](?=\P{L}*$)/u;
/** A colon with dust beside it: no other mark touches one. */
const SPECKED_COLON = /(?<=^|[\p{L})])[-.,;'’*~]:$/u;
/** What it costs to keep a word as it was recognised where only what it was put right to is a word. */
const UNREPAIRED = 3;

/** The words of a page in points, one size a line. `scale`: points a pixel; `poor`: a page so coarse that blur makes letters larger. */
export function wordsOf(read: readonly ReadLine[], scale: number, lexicon: Lexicon, poor = false): Word[] {
  const lines = read.map((line) => ({
    ...line,
    words: addedLetters(withFirstEuro(line.words)).flatMap((word) => (isNearLabel(word.text, lexicon) ? [word] : parted(word, lexicon))),
  }));
  const measured = sizesOf(lines);
  const pixels = paragraphSizes(lines, measured, usualSize(measured, lines));
  const sizes = pixels.map((size) => size * scale);
  const isBold = boldness(pixels, lines, usualSize(pixels, lines));
  const bold = lines.map((read, index) => isBold(read, pixels[index] ?? 0));
  const usual = usualSize(sizes, lines);
  const levels = levelsOf(sizes, lines, bold);
  return lines.flatMap((read, index): Word[] => {
    const own = sizes[index] ?? usual;
    const isHeavy = bold[index] ?? false;
    const level = isHeavy ? levels(own) : own;
    const isUsual = Math.abs(level / usual - 1) <= (poor ? NEAR_BLURRED : isHeavy ? NEAR_SIZE : SAME_SIZE);
    const size = own === 0 || isUsual ? usual : Math.round(level * 2) / 2;
    const common = { size, bold: isHeavy, direction: read.direction };
    const line = inFontBox(read, size / scale);
    if (line.numbers !== null) return numberWords(line, scale, common);
    const fields = withFieldLabels(withColon(withFieldMarks(withFieldDashes(line.words))), line.beside !== undefined, lexicon);
    return labelled(fields, line.beside !== undefined).map(({ word, isLabel }) => ({
      ...common,
      box: toPoints(word.box, scale),
      readings: textReadings(word, lexicon, isLabel),
    }));
  });
}

/** A mark before a name or a year, behind a label and without its like in the line, is a colon of which a dot was lost. */
const HALF_COLON = /^[.‘’“”'"*°](?=\p{Lu}\p{Ll}|\p{Lu}{2}|\d{2})/u;

function withColon(words: readonly ReadWord[]): readonly ReadWord[] {
  const at = words.findIndex(({ text }) => HALF_COLON.test(text));
  const mark = words[at]?.text.charAt(0) ?? '';
  if (at < 1 || at >= LABEL - 1 || words.some(({ text }, other) => other !== at && (/[:"”’»]$/u.test(text) || text.startsWith(mark))))
    return words;
  return words.map((word, index) => (index === at ? { ...word, text: `:${word.text.slice(1)}` } : word));
}

/** The words of a line, or of its part before a value; the first one is a label where a colon follows soon, whose upper dot may have been lost: nothing else stands alone on the line's foot. */
function labelled(words: readonly ReadWord[], isFollowed: boolean): { readonly word: ReadWord; readonly isLabel: boolean }[] {
  const colon = words
    .slice(0, LABEL)
    .findIndex(({ text }, at) => (at > 0 && at < LABEL - 2 ? /^[:.;*°©®‘’']$|.:$/u : /^[:.;]$|.:$/u).test(text));
  if (colon < 0 || (colon === words.length - 1 && !(isFollowed && /^[:;*°]$/u.test(words[colon]?.text ?? ''))))
    return words.map((word) => ({ word, isLabel: false }));
  return words.map((word, at) => ({
    word: at === colon && at > 0 && word.text.length === 1 ? { ...word, text: ':' } : word,
    isLabel: at === 0,
  }));
}

/** Nobody prints braces: they are brackets. */
const BRACES: readonly (readonly [RegExp, string])[] = [
  [/^\{/u, '('],
  [/\}(?=\P{L}*$)/u, ')'],
];

const withBrackets = (text: string): string => BRACES.reduce((own, [brace, bracket]) => own.replace(brace, bracket), text);

/** A letter added to letters is one, between brackets: `(A + 8)`, `ta+b)`. */
const SUM_OF_LETTERS = /^[({[tlf1I]?a[+*][b6][)}\]]?$/u;

/** What the currency is taken for that a line begins with, its amount being at the end of the line above: « c / an ». */
const FIRST_EURO = /^[cCeE£¢](?= ?(?:\/ ?an\.?|HT|TTC)$)/u;

function withFirstEuro(words: readonly ReadWord[]): readonly ReadWord[] {
  const [first] = words;
  const isEuro = first !== undefined && FIRST_EURO.test(words.map(({ text }) => text).join(' '));
  return isEuro ? words.with(0, { ...first, text: `€${first.text.slice(1)}` }) : words;
}

function addedLetters(words: readonly ReadWord[]): ReadWord[] {
  return words.map((word, at) => {
    if (SUM_OF_LETTERS.test(word.text)) return { ...word, text: '(a+b)' };
    const isLetter = words[at - 1]?.text === '+' && /^[({]?A$/u.test(words[at - 2]?.text ?? '') && /^8\P{L}?$/u.test(word.text);
    return isLetter ? { ...word, text: word.text.replace('8', 'B') } : word;
  });
}

/** What a colon and a dash are taken for where they stand alone; a quotation mark without its like is none. */
const AS_COLON = /^[.;‘’'*°©®]$/u;
const AS_DASH = /^[«»~_]$/u;
/** So many colons, or dashes, make a line one of labels and values, or of fields. */
const SOME = 2;

/** The marks of a line that is a row of fields (« Commune : Lens - Bailleur : … »): one that stands alone where such marks stand is one of them. */
function withFieldMarks(words: readonly ReadWord[]): readonly ReadWord[] {
  const count = (marks: RegExp): number => words.filter(({ text }) => marks.test(text)).length;
  if (count(/.?:$/u) < SOME) return words;
  const hasDashes = count(/^[-–—]$/u) >= SOME;
  const isLone = (text: string): boolean => !words.some((other) => /[«»]/u.test(other.text) && other.text !== text);
  return words.map((word, at) => {
    if (at === 0 || at === words.length - 1) return word;
    if (AS_COLON.test(word.text)) return { ...word, text: ':' };
    return hasDashes && AS_DASH.test(word.text) && isLone(word.text) ? { ...word, text: '-' } : word;
  });
}

/** What a word says; where it was put right, then what was recognised. */
function textReadings({ text, confidence, right: label }: ReadWord, lexicon: Lexicon, isLabel: boolean): NonEmpty<Reading> {
  const cost = Number((WORST_WORD * (1 - confidence / 100)).toFixed(3));
  const raw = knownShape(text).replace(AS_EURO, '€').replace(AS_KEURO, 'k€').replace(SPECKED_COLON, ':');
  const right = label === undefined ? repaired(raw, lexicon, isLabel) : knownShape(label);
  return right === null || right === raw
    ? [{ text: withBrackets(raw), cost }]
    : [
        { text: withBrackets(right), cost },
        { text: raw, cost: cost + UNREPAIRED },
      ];
}

/** A number that may be read in several ways is one word, its thousands kept together by spaces that do not part words. */
function numberWords({ box, numbers, words }: ReadLine, scale: number, common: Pick<Word, 'size' | 'bold' | 'direction'>): Word[] {
  if (numbers === null) return [];
  const [first, ...rest] = numbers;
  const solid = (text: string): string => text.replaceAll(' ', '\u00a0');
  if (rest.length > 0 || first.cost >= DISPUTED) {
    return [
      {
        ...common,
        box: toPoints(box, scale),
        readings: [{ text: solid(first.text), cost: first.cost }, ...rest.map(({ text, cost }) => ({ text: solid(text), cost }))],
      },
    ];
  }
  const parts = first.text.split(' ');
  const spread = spreadOver(parts, words.length === parts.length ? words.map((word) => word.box) : null, box);
  return parts.map((text, index) => ({
    ...common,
    box: toPoints(spread[index] ?? box, scale),
    readings: [{ text: knownShape(text), cost: first.cost / parts.length }],
  }));
}

/** Where each part of a line stands: as recognised, or shared out by length. */
function spreadOver(parts: readonly string[], known: readonly PixelBox[] | null, box: PixelBox): readonly PixelBox[] {
  if (known !== null) return known;
  const letters = parts.reduce((sum, part) => sum + part.length + 0.6, -0.6);
  const unit = (box.x1 - box.x0) / Math.max(1, letters);
  let x = box.x0;
  return parts.map((part) => {
    const own = { x0: x, y0: box.y0, x1: x + part.length * unit, y1: box.y1 };
    x = own.x1 + 0.6 * unit;
    return own;
  });
}

function toPoints({ x0, y0, x1, y1 }: PixelBox, scale: number): Box {
  const point = (pixels: number): number => Math.round(pixels * scale * 100) / 100;
  return [point(x0), point(y0), point(x1), point(y1)];
}

/**
 * A line as high and its words as wide as their font makes them rather than their ink, as the words of a text layer are: the white between lines and between
 * words then does not depend on their letters. `size`: pixels.
 */
function inFontBox(line: ReadLine, size: number): ReadLine {
  if (line.direction !== 0) return line;
  const { y0, y1 } = fontBox(textOf(line), line.box, size, line.foot);
  const { box, words } = line;
  const outer = textOf(line) === BULLET ? BULLET_BEARING * size : bearing(Infinity, size);
  const widened = words.map((word, index) => {
    const before = words[index - 1]?.box.x1 ?? -Infinity;
    const after = words[index + 1]?.box.x0 ?? Infinity;
    const { x0, x1 } = word.box;
    const own = (white: number): number => (white === Infinity ? outer : bearing(white, size));
    return { ...word, box: { x0: x0 - own(x0 - before), x1: x1 + own(after - x1), y0, y1 } };
  });
  return { ...line, box: { x0: box.x0 - outer, x1: box.x1 + outer, y0, y1 }, words: widened };
}

/** The level of a bold line's size: headings of one level have one size, whichever letters they hold. */
function levelsOf(sizes: readonly number[], lines: readonly ReadLine[], bold: readonly boolean[]): (size: number) => number {
  const heavy = lines
    .flatMap((line, index) => (bold[index] === true ? [{ line, size: sizes[index] ?? 0 }] : []))
    .sort((a, b) => a.size - b.size);
  const levels: (typeof heavy)[] = [];
  for (const each of heavy) {
    const level = levels.at(-1);
    if (level === undefined || each.size > (1 + STEP) * (level.at(-1)?.size ?? 0)) levels.push([each]);
    else level.push(each);
  }
  return (size) => {
    const level = levels.find((own) => own.some((each) => each.size === size)) ?? [];
    return usualSize(
      level.map((each) => each.size),
      level.map((each) => each.line),
    );
  };
}

/** The size of most of the text: of what has one, which marks alone (dots that lead to an amount) have not. */
function usualSize(sizes: readonly number[], lines: readonly ReadLine[]): number {
  const weighed = sizes
    .map((size, index) => ({ size, weight: lines[index]?.words.reduce((sum, word) => sum + word.text.length, 0) ?? 0 }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  const half = weighed.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  for (const { size, weight } of weighed) {
    passed += weight;
    if (passed >= half) return Math.round(size * 2) / 2;
  }
  return 10;
}
