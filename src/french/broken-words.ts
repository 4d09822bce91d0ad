import { isLinkWord, isTableWord } from './table-words.ts';
import { fold } from './text.ts';

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const LAST = /(?<token>\S+)$/u;
const FIRST = /^(?<token>\S+)/u;
/** A year that a line end cuts: `2025/202` + `8`, `20` + `24`. */
const YEAR = /^(?:20\d{2}[/-])?20\d{2}$/u;
/** Shorter words are too often two words side by side. */
const LEAST_LETTERS = 6;

const isWord = (text: string): boolean => isTableWord(text) || isLinkWord(text);

/** Both in capitals or both in small letters, but for the first letter of the word. */
function isOneCase(left: string, right: string): boolean {
  const rest = left.slice(1) + right;
  return rest === rest.toLowerCase() || rest === rest.toUpperCase();
}

/**
 * Whether the last word of a printed line goes on in the next without a hyphen, as in a column too narrow for it: the two pieces make a word of
 * table headers, a year, or (where the piece has a line of its own) a word that the document writes elsewhere, and are not words themselves. `vocabulary`: the words of the document, in lower case.
 */
export function breaksWord(left: string, right: string, vocabulary: ReadonlySet<string>): boolean {
  const [before, after] = [LAST.exec(left)?.groups?.['token'] ?? '', FIRST.exec(right)?.groups?.['token'] ?? ''];
  if (/^\d+$/u.test(after)) return (before === left || /[/-]/u.test(before)) && YEAR.test(before + after) && !YEAR.test(before);
  if (!/\p{L}$/u.test(before) || !/^\p{L}/u.test(after) || !isOneCase(before, after)) return false;
  const [first, second, whole] = [fold(before), fold(after), fold(before + after)];
  if (isTableWord(whole) && !(isWord(first) && isWord(second))) return true;
  const isAlone = before === left && whole.length >= LEAST_LETTERS && second.length < first.length;
  // The rest may look like a link word: "Surentreti" over "en".
  return isAlone && !isWord(first) && !isTableWord(second) && vocabulary.has((before + after).toLowerCase().replace(AROUND, ''));
}
