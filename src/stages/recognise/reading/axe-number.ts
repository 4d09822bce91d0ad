import type { RecognisedWord } from '../engine/engine.ts';

/** An amount as it is printed. */
const AMOUNT = String.raw`(?:\d{1,3}(?:[ .]?\d{3})*(?:,\d{2})?) ?(?:€|EUR|euros?)`;
const IS_AMOUNT = new RegExp(`^${AMOUNT}`, 'u');
/** One behind the number of an axe and what is left of its colon: "l'axe 3.26961 €", "axe 3 . 26 961 €". */
const BEHIND_NUMBER = new RegExp(`^[1-8] ?[.:;,'’] ?(?=${AMOUNT})`, 'u');

/** The words of a line, the number of an axe and its colon set apart from the amount into which a poor print runs them. */
export function withAxeNumber(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const at = words.findIndex(({ text }) => /axe$/iu.test(text)) + 1;
  const behind = words
    .slice(at)
    .map(({ text }) => text)
    .join(' ');
  if (at === 0 || IS_AMOUNT.test(behind) || !BEHIND_NUMBER.test(behind)) return words;
  const [first, second] = words.slice(at);
  if (first === undefined) return words;
  if (first.text.length === 1) return words.map((word) => (word === second ? { ...word, text: `:${word.text.slice(1)}` } : word));
  const { x0, x1 } = first.box;
  const edge = (sign: number): number => Math.round(x0 + ((x1 - x0) * sign) / first.text.length);
  const part = (text: string, from: number, to: number): RecognisedWord => ({
    ...first,
    text,
    box: { ...first.box, x0: edge(from), x1: edge(to) },
  });
  const length = first.text.length;
  const rest = length > 2 ? [part(first.text.slice(2), 2, length)] : [];
  return [...words.slice(0, at), part(first.text.charAt(0), 0, 1), part(':', 1, 2), ...rest, ...words.slice(at + 1)];
}
