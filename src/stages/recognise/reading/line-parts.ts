import type { RecognisedWord } from '../engine/engine.ts';
import type { PixelBox } from '../pixels/picture.ts';
import { withAxeNumber } from './axe-number.ts';
import { figuresOf, isNumberLike } from './number-text.ts';

/** White that parts two numbers on a line, in heights of the line. */
const WIDE_WHITE = 0.9;
/** What an amount at the end of a line is made of: figures, signs, units. */
const OF_NUMBERS =
  /^[\d\s.,'’()+*-]+$|^\(?(?:[€£¢$%]|k€|K€|eur|euros?|EUR|HT|TTC|\/an|an)(?:\/|\/an)?\)?[.,:;'’‘·•*°-]*$|^[+-]?\d[\d.,]*[€£¢$%]?(?:\/|\/an)?[.,:;'’‘·•*°-]*$/u;
/** « / an » behind an amount. */
const YEARLY = /^(?:\/|\/?an\.?)$/u;
/** A word, not a unit or a mark. */
const WORD = /\p{L}{3}/u;

/** A part of a line that is read by itself. */
export interface LinePart {
  readonly box: PixelBox;
  readonly words: readonly RecognisedWord[];
  /** Its label says that it is a number, whatever its figures were taken for. */
  readonly isCount?: true;
}

const textOf = (words: readonly RecognisedWord[]): string => words.map(({ text }) => text).join(' ');

/**
 * A line as the parts that are confirmed each by itself: figures with wide white between them are several numbers, and an amount behind words is a number of
 * its own. `margin`: pixels that will be read around each part.
 */
export function partsOf(line: PixelBox, read: readonly RecognisedWord[], margin: number): LinePart[] {
  const words = withAxeNumber(read);
  const columns = parted(words, WIDE_WHITE * (line.y1 - line.y0));
  if (columns.length > 1 && columns.every((group) => isNumberLike(textOf(group))))
    return columns.map((group) => ({
      box: { ...line, x0: group[0]?.box.x0 ?? line.x0, x1: group.at(-1)?.box.x1 ?? line.x1 },
      words: group,
    }));
  const count = countFrom(words);
  if (count !== null) {
    const [before, after] = [words.slice(0, count), words.slice(count)];
    const [label, number] = [before.at(-1), after[0]];
    if (label !== undefined && number !== undefined)
      return [
        { box: { ...line, x1: label.box.x1 }, words: before },
        {
          box: { ...line, x0: Math.min(number.box.x0, Math.round((label.box.x1 + number.box.x0) / 2) + margin) },
          words: after,
          isCount: true,
        },
      ];
  }
  let end = words.length;
  while (end > 0 && YEARLY.test(words[end - 1]?.text ?? '')) end--;
  let from = end;
  while (from > 0 && OF_NUMBERS.test(words[from - 1]?.text ?? '')) from--;
  from = Math.min(from, misreadFrom(words));
  const [before, after, yearly] = [words.slice(0, from), words.slice(from, end), words.slice(end)];
  const [last, first] = [before.at(-1), after[0]];
  const amount = textOf(after);
  const isAmount = /\d/u.test(amount) && (/[€£¢]/u.test(amount) || amount.replace(/\D/gu, '').length >= 3);
  if (last === undefined || first === undefined || !isAmount || !WORD.test(textOf(before))) return [{ box: line, words }];
  const middle = (last.box.x1 + first.box.x0) / 2;
  const behind = yearly[0] === undefined ? line.x1 : (after.at(-1)?.box.x1 ?? line.x1);
  return [
    // Before an amount « > » is a colon.
    { box: { ...line, x1: last.box.x1 }, words: last.text === '>' ? before.with(-1, { ...last, text: ':' }) : before },
    { box: { ...line, x0: Math.min(first.box.x0, Math.round(middle) + margin), x1: behind }, words: after },
    ...(yearly[0] === undefined ? [] : [{ box: { ...line, x0: yearly[0].box.x0 }, words: yearly }]),
  ];
}

/** A label that counts dwellings, and its colon or a dot left of that. */
const COUNTS = /^(?:nombre|nbre|nb)\.? (?:\S+ ){0,5}?(?:logements|logts|lgts)(?: \S+){0,4}? ?[:;]$/iu;
/** A count is so many signs at most, one of them a figure. */
const OF_COUNT = /^(?=.*\d)[^:]{1,6}$/u;

/** Where the number of dwellings begins behind its label, however its figures were read (« Nombre de logements : so1 »); `null` where there is none. */
function countFrom(words: readonly RecognisedWord[]): number | null {
  for (const at of words.keys()) if (COUNTS.test(textOf(words.slice(0, at))) && OF_COUNT.test(textOf(words.slice(at)))) return at;
  return null;
}

/** An amount is so many words at most. */
const LONGEST = 5;
/** What is an amount by its place, whatever its figures were taken for: behind a colon, with a figure and a currency. */
const BEHIND_COLON = /^(?=.*\d)(?!.*\p{L}{3}).{2,16}[€£¢][.)]*$/u;

/** Where the amount at the end of a line begins of which letters stand for figures (« 22 OOB€. »); the number of words where there is none. */
function misreadFrom(words: readonly RecognisedWord[]): number {
  for (let from = Math.max(1, words.length - LONGEST); from < words.length; from++) {
    const text = textOf(words.slice(from));
    if (figuresOf(text) !== null || (/:$/u.test(words[from - 1]?.text ?? '') && BEHIND_COLON.test(text))) return from;
  }
  return words.length;
}

function parted(words: readonly RecognisedWord[], gap: number): RecognisedWord[][] {
  const groups: RecognisedWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || word.box.x0 - last.box.x1 > gap) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  return groups;
}
