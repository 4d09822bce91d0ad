import type { Glyph } from './painted.ts';

/** Share of a page's characters without a known meaning from which its text cannot be used. */
const UNUSABLE = 0.5;
/** With fewer letters than this, their mixture tells nothing. */
const ENOUGH_LETTERS = 150;
/** Text of any language in Latin letters has more vowels than this; letters exchanged for others at random need not. */
const FEWEST_VOWELS = 0.15;

const LETTER = /\p{L}/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}ªº]/u;
const VOWEL = /[aeiouyàâäéèêëîïôöùûüœæ]/iu;

/**
 * Whether the characters of a page can be believed: most of them have a meaning, in an alphabet of Europe, and its letters are mixed as in a language
 * (a font may hide its text behind other letters).
 */
export function isUsable(glyphs: readonly Glyph[]): boolean {
  let inked = 0;
  let strange = 0;
  let letters = 0;
  let vowels = 0;
  for (const { blank, known, text } of glyphs) {
    if (blank) continue;
    inked++;
    if (!known) strange++;
    else if (LETTER.test(text)) {
      if (LATIN.test(text)) letters++;
      else strange++;
      if (VOWEL.test(text)) vowels++;
    }
  }
  return strange < UNUSABLE * Math.max(1, inked) && (letters < ENOUGH_LETTERS || vowels >= FEWEST_VOWELS * letters);
}
