import type { RecognisedWord } from '../engine/engine.ts';
import type { PixelBox } from '../pixels/picture.ts';
import { beforeName } from './field-labels.ts';
import type { Lexicon } from './lexicon.ts';
import type { BoxReader, ReadLine } from './read-boxes.ts';
import type { ReadWord } from './run-together.ts';

/** So many lines of a page at most are read again for the names in them. */
const MOST = 12;
/** The name under its label begins within so many heights of it, below and aside. */
const UNDER = 1.5;
const ASIDE = 1;

/** Another scale to read words at, in times of their own. */
const SMALLER = 0.7;
/** A name has letters; a year, a code or an amount is no name. */
const NAME = /\p{L}{2}/u;

/** An article whose capital lost a stroke, or got one: no name begins so. */
const ARTICLE = /^[tfiI1|!](?=(?:a|e|es)$)/u;

/** A line with a name in it, and how many of its words come before. */
interface NameLine {
  readonly at: number;
  readonly from: number;
}

const hasName = ({ words, numbers, direction }: ReadLine, from: number): boolean =>
  numbers === null && direction === 0 && words.slice(from).some(({ text }) => NAME.test(text));

/** The lines in which labels of a heading (« Commune », « Bailleur : ») introduce names: behind the label, to its right, or under it. */
function nameLines(lines: readonly ReadLine[], lexicon: Lexicon): NameLine[] {
  const before = lines.map(({ words, numbers }) => (numbers === null ? beforeName(words, lexicon) : null));
  const found = new Map<number, number>();
  lines.forEach((line, at) => {
    const from = before[at] ?? null;
    if (from === null) return;
    if (from < line.words.length) found.set(at, from);
    else {
      const value = beside(line.box, lines) ?? (/[:;]$/u.test(line.words.at(-1)?.text ?? '') ? under(line.box, lines) : null);
      if (value !== null && (before[value] ?? null) === null) found.set(value, 0);
    }
  });
  return [...found].flatMap(([at, from]) => {
    const line = lines[at];
    return line !== undefined && hasName(line, from) ? [{ at, from }] : [];
  });
}

function nearest(lines: readonly ReadLine[], isThere: (box: PixelBox) => boolean, apart: (box: PixelBox) => number): number | null {
  let best: number | null = null;
  let least = Infinity;
  lines.forEach(({ box, words }, at) => {
    if (words.length === 0 || !isThere(box) || apart(box) >= least) return;
    best = at;
    least = apart(box);
  });
  return best;
}

function beside({ x1, y0, y1 }: PixelBox, lines: readonly ReadLine[]): number | null {
  const isThere = (box: PixelBox): boolean => box.x0 >= x1 && (box.y0 + box.y1) / 2 > y0 && (box.y0 + box.y1) / 2 < y1;
  return nearest(lines, isThere, (box) => box.x0 - x1);
}

function under({ x0, y0, y1 }: PixelBox, lines: readonly ReadLine[]): number | null {
  const high = y1 - y0;
  const isThere = (box: PixelBox): boolean =>
    box.y0 >= y1 - 0.3 * high && box.y0 - y1 < UNDER * high && Math.abs(box.x0 - x0) < ASIDE * high;
  return nearest(lines, isThere, (box) => box.y0);
}

/** The colon that stands right before a name, or what is taken for it: it is no part of the name, and a quotation mark may be one. */
const MARK = /^[:;.,'‘’“”"*°]+(?=[\p{L}\d])/u;

/** Without accents, which the other model does not know well, with one kind of apostrophe, and without the mark before it. */
const keyOf = (text: string): string =>
  text
    .replace(MARK, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`´]/gu, "'");

/** What a reading says of a word, and how sure it is. */
type Said = Pick<RecognisedWord, 'text' | 'confidence'>;

/** The parts of a compound name (« Varces-Allières-et-Risset »), each as sure as the whole. */
const partsOf = ({ text, confidence }: Said): Said[] => text.split(/(?<=[-'’‘])/u).map((part) => ({ text: part, confidence }));

/** Of one word as several readings have it the one that they are surest of together, its accents as the first of them has them; part by part where it is a compound name. */
function chosen(said: readonly [Said, ...Said[]]): string {
  const [first] = said;
  const parts = said.map(partsOf);
  const count = parts[0]?.length ?? 1;
  if (count > 1 && parts.every((own) => own.length === count))
    return (parts[0] ?? []).map((part, at) => chosen([part, ...parts.slice(1).flatMap((own) => own[at] ?? [])])).join('');
  const sure = new Map<string, number>();
  for (const { text, confidence } of said) sure.set(keyOf(text), (sure.get(keyOf(text)) ?? 0) + confidence);
  const [best] = [...sure].sort((a, b) => b[1] - a[1]);
  return said.find(({ text }) => keyOf(text) === best?.[0])?.text ?? first.text;
}

/** The one word that stands where this one does; `null` where it was read as several, or as a part of another. */
function counterpart({ box }: RecognisedWord, words: readonly RecognisedWord[]): RecognisedWord | null {
  const isIn = (inner: PixelBox, outer: PixelBox): boolean => (inner.x0 + inner.x1) / 2 > outer.x0 && (inner.x0 + inner.x1) / 2 < outer.x1;
  const [only, other] = words.filter((word) => isIn(word.box, box) || isIn(box, word.box));
  return only === undefined || other !== undefined || !isIn(only.box, box) || !isIn(box, only.box) ? null : only;
}

const differs = (word: ReadWord, words: readonly RecognisedWord[]): boolean => {
  const other = counterpart(word, words);
  return other !== null && NAME.test(word.text) && keyOf(other.text) !== keyOf(word.text);
};

/**
 * The lines of a page, the names of its heading read again by the other model and the reader of coarse print and, where one saw something else, by both models at another scale: no sum proves a name, and a single
 * reading is wrong with one letter in a hundred on a poor copy. What was recognised first is kept with the word.
 */
export async function withAgreedNames(
  lines: readonly ReadLine[],
  reader: Pick<BoxReader, 'readAgain' | 'readLetters'>,
  lexicon: Lexicon,
): Promise<readonly ReadLine[]> {
  const names = nameLines(lines, lexicon).slice(0, MOST);
  const boxes = names.flatMap(({ at }) => lines[at]?.box ?? []);
  const [seconds, letters] = [await reader.readAgain(boxes, 'second', 1), reader.readLetters(boxes)];
  const doubted = names.flatMap((name, index) => {
    const [box, others] = [boxes[index], [seconds[index] ?? [], letters[index] ?? []]];
    const words = lines[name.at]?.words.slice(name.from) ?? [];
    return box !== undefined && words.some((word) => others.some((other) => differs(word, other))) ? [{ ...name, box, others }] : [];
  });
  const again = doubted.map(({ box }) => box);
  const smaller = [await reader.readAgain(again, 'first', SMALLER), await reader.readAgain(again, 'second', SMALLER)];
  const out = [...lines];
  for (const { at, from } of names) {
    const line = lines[at];
    const [article, next] = line?.words.slice(from) ?? [];
    if (line === undefined || article === undefined || !ARTICLE.test(article.text) || !/^\p{Lu}/u.test(next?.text ?? '')) continue;
    out[at] = { ...line, words: line.words.with(from, { ...article, right: article.text.replace(ARTICLE, 'L') }) };
  }
  doubted.forEach(({ at, from, others }, index) => {
    const line = out[at];
    if (line === undefined) return;
    const readings = [smaller[0]?.[index] ?? [], ...others, smaller[1]?.[index] ?? []];
    const words = line.words.map((word, place): ReadWord => {
      if (place < from || word.right !== undefined || !others.some((other) => differs(word, other))) return word;
      const name = chosen([word, ...readings.flatMap((own) => counterpart(word, own) ?? [])]);
      const right = (MARK.exec(word.text)?.[0] ?? '') + name.replace(MARK, '');
      return right === word.text ? word : { ...word, right };
    });
    out[at] = { ...line, words };
  });
  return out;
}
