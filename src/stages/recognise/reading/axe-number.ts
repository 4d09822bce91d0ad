import type { RecognisedWord } from '../engine/engine.ts';

/** An amount as it is printed. */
const AMOUNT = String.raw`(?:\d{1,3}(?:[ .]?\d{3})*(?:,\d{2})?) ?(?:€|EUR|euros?)`;
const IS_AMOUNT = new RegExp(`^${AMOUNT}`, 'u');
/** One behind the number of an axe and what is left of its colon: "l'axe 3.26961 €", "axe 3 . 26 961 €". */
const BEHIND_NUMBER = new RegExp(`^[1-8] ?[.:;,'’] ?(?=${AMOUNT})`, 'u');

/** The words of a line, the number of an axe and its colon set apart from the amount into which a poor print runs them. */
export function withAxeNumber(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const at = words.findIndex(({ text }) => /(?<!\p{L})axe$/iu.test(text)) + 1;
  const behind = words
    .slice(at)
    .map(({ text }) => text)
    .join(' ');
  if (at === 0 || IS_AMOUNT.test(behind) || !BEHIND_NUMBER.test(behind)) return words;
  const [first, second] = words.slice(at);
  if (first === undefined) return words;
  if (first.text.length > 1) return [...words.slice(0, at), ...cutAt(first, 1, 2, ':'), ...words.slice(at + 1)];
  return second === undefined ? words : [...words.slice(0, at + 1), ...cutAt(second, 0, 1, ':'), ...words.slice(at + 2)];
}

/** A word in parts: what stands before a sign, the sign as it was meant, and what stands behind it. */
function cutAt(word: RecognisedWord, from: number, to: number, sign: string): RecognisedWord[] {
  const { x0, x1 } = word.box;
  const edge = (at: number): number => Math.round(x0 + ((x1 - x0) * at) / word.text.length);
  const part = (text: string, start: number, end: number): RecognisedWord[] =>
    text === '' ? [] : [{ ...word, text, box: { ...word.box, x0: edge(start), x1: edge(end) } }];
  return [...part(word.text.slice(0, from), 0, from), ...part(sign, from, to), ...part(word.text.slice(to), to, word.text.length)];
}
