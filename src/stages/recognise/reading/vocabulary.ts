import { lettersApart } from '../../../french/letters-apart.ts';
import { PROGRAMME_WORDS } from '../../../french/programme-words.ts';

/** Shorter words are too near others; so long, a word is known with two of its letters misread. */
const SHORTEST = 5;
const SHORTEST_NAME = 6;
const TWO_LETTERS = 8;

/** Letters that a poor print makes alike. A word that begins with a capital may be a name, and is known by letters changed within one of these alone. */
const ALIKE = ['iltrfj1!|', 'eécèêëoa0', 'nuhrmv', 'bhdk', 'aosz', 'ILTFJEl1', 'OCGQD0', 'EÉÈFB', 'BRPS8', 'UVNMH'];

const byLength = new Map<number, string[]>();
for (const word of PROGRAMME_WORDS) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
const known = new Set(PROGRAMME_WORDS);
/** A word without the ends that its forms differ in: `triennal`, `triennales`. */
const stemOf = (word: string): string => word.replace(/(.)\1?e?s?$/u, '$1');
const stems = new Set(PROGRAMME_WORDS.map(stemOf));

/** Whether programmes use the word. */
export function isProgrammeWord(word: string): boolean {
  return known.has(word.toLowerCase());
}

/**
 * The one word of programmes that differs from this one by a letter changed, added or lost (two in a long word), in the same case; `null` where none or several
 * do. To be asked of what is no word. `isLabel`: it names what follows it, so it is no name itself.
 */
export function programmeWord(text: string, isLabel = false): string | null {
  if (!/^[\p{L}\d|!]+$/u.test(text)) return null;
  const small = text.toLowerCase();
  const isCapital = !isLabel && /^\P{Ll}/u.test(text);
  if (small.length < (isCapital ? SHORTEST_NAME : SHORTEST)) return null;

  // Another form of a word is no misreading of it.
  if (stems.has(stemOf(small))) return null;
  for (const most of small.length >= TWO_LETTERS ? [1, 2] : [1]) {
    const near: string[] = [];
    if (most > 1 && isCapital) return null;
    for (let length = small.length - most; length <= small.length + most; length++)
      for (const word of byLength.get(length) ?? [])
        if (
          word.length >= (most === 1 ? SHORTEST : TWO_LETTERS) &&
          lettersApart(small, word, most) <= most &&
          (!isCapital || isAlike(text, inCaseOf(text, word)))
        )
          near.push(word);
    const [only, other] = near;
    if (other !== undefined) return null;
    if (only !== undefined) return inCaseOf(text, only);
  }
  return null;
}

function inCaseOf(text: string, word: string): string {
  if (text === text.toUpperCase()) return word.toUpperCase();
  return /^\P{Ll}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Whether two words of one length differ in letters that look alike only. */
function isAlike(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    [...a].every((letter, at) => letter === b[at] || ALIKE.some((kind) => kind.includes(letter) && kind.includes(b[at] ?? ' ')))
  );
}
