import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { remember } from './remember.ts';

/** Every space a PDF may hold: no-break, thin, figure, narrow… */
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gu;
/** Soft hyphen, zero-width characters, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const COMBINING = /\p{M}+/gu;
const LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Text as the export writes it: NFC, one space between words, no invisible character, quotes and dashes as printed. */
export const clean: (text: string) => string = remember((text) => text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim());

/**
 * Text for matching, never for showing: lower case, no accents, `œ` → `oe`, every mark of punctuation (apostrophes and dashes included)
 * a space. `"Sur-entretien – l’accès"` → `"sur entretien l acces"`.
 */
export const fold: (text: string) => string = remember((text) =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/ß/gu, 'ss')
    .replace(LETTER_OR_DIGIT, ' ')
    .trim(),
);

const DOTTED = /(?<!\p{L})(?:\p{L}\.){2,}/gu;

/** `D.S.U.` → `DSU`: the letters of an abbreviation are one word. */
export function joinLetters(text: string): string {
  return text.replace(DOTTED, (letters) => letters.replaceAll('.', ''));
}

/** The folded words of a text, in order, stop words kept. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Longer runs of letters are no French words: a page that lost its spaces. */
const LONGEST_WORD = 40;

/** Words that Snowball puts under the stem of another: a "dispositif" is nothing put at one's disposal ("mise à disposition"). */
const APART: ReadonlyMap<string, string> = new Map([
  ['dispositif', 'dispositif'],
  ['dispositifs', 'dispositif'],
]);

/** Snowball stem of one folded word. Words with digits, and words too short or too long to be any, stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3 || word.length > LONGEST_WORD || /\d/u.test(word)) return word;
  return APART.get(word) ?? snowball(word);
}

const snowball = remember((word) => stemmer.stem(word));

/** Folded words that carry no meaning of their own. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a afin ai ainsi alors apres au aucun aura aussi autre autres aux avant avec avoir car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment ' +
    'contre d dans de dela depuis des deux dont du elle elles en encore entre est et etaient etait etant etc etre eu ex fait faire fois font hors ici il ils j je jusqu jusque l la le les ' +
    'leur leurs lors lorsque lui m ma mais me meme memes mes mis mise mises moins mon n ne ni non nos notamment notre nous on ont ou par parmi pas pendant peu peut plus plusieurs ' +
    'pour pourra quand que quel quelle quelles quels qu qui quoi s sa sans se selon sera seront ses si sinon soit son sont sous sur t ta tel telle telles tels tes toujours tous tout ' +
    'toute toutes tres type un une vers via vos votre vous y'
  ).split(' '),
);

/** Stems of the words that carry meaning, in order, repeats kept. */
export function stemmedWords(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}
