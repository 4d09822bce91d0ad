import type { RecognisedWord } from '../engine/engine.ts';
import { isCode } from './known-shapes.ts';

/** A word of the language is worth this much for each of its letters, less where it is hardly believed; any other as much as it is believed, and no more than so much. */
const KNOWN = 1;
const DOUBT = 0.3;
const UNKNOWN = 0.55;
/** Shorter words are anywhere. */
const SHORTEST = 2;
/** What is taken instead of a whole line is better by so much. */
const BETTER = 0.08;
/** A word is sure from this confidence on, one that the language has from that one. */
const SURE = 90;
const SURE_WORD = 75;
/** A word that the language does not have is taken instead of another one where it is believed so much more. */
const MORE = 25;
/** What is a word rather than a number or a mark. */
const LETTERS = /\p{L}{2}/u;
/** Of the wider of two words, the part that both stand on where they are the same print. */
const SAME_PLACE = 0.7;

/** Whether the language or programmes have a word. */
type Knows = (word: string) => boolean;

/** The likelier words of one line of print, of two readings: all of the other's but numbers where they are better as a whole, otherwise those of the first, each put right by the other's in its place. */
export function likelierWords(first: readonly RecognisedWord[], other: readonly RecognisedWord[], knows: Knows): readonly RecognisedWord[] {
  if (worthOf(other, knows) > worthOf(first, knows) + BETTER) {
    const numbers = first.filter(({ text }) => /\d/u.test(text) && !LETTERS.test(text));
    return other.map((word) => numbers.find((number) => isSamePlace(number, word)) ?? word);
  }
  return first.map((word) => {
    if (isSure(word, knows)) return word;
    const same = other.find((each) => isSamePlace(each, word));
    if (same === undefined) return word;
    const margin = isWord(same, knows) ? (isWord(word, knows) ? 0 : -Infinity) : isWord(word, knows) ? Infinity : MORE;
    const isBetter = isCode(same.text)
      ? !isCode(word.text) || same.confidence > word.confidence
      : same.confidence > word.confidence + margin;
    return isBetter ? { ...word, text: same.text, confidence: Math.max(word.confidence, same.confidence) } : word;
  });
}

/** Whether a word needs no other reading: it is no word of letters, or surely seen. */
export function isSure(word: RecognisedWord, knows: Knows): boolean {
  return !LETTERS.test(word.text) || word.confidence >= (isWord(word, knows) ? SURE_WORD : SURE);
}

function isWord({ text }: RecognisedWord, knows: Knows): boolean {
  return text.length >= SHORTEST && knows(text);
}

function isSamePlace({ box: one }: RecognisedWord, { box: other }: RecognisedWord): boolean {
  const both = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  return both >= SAME_PLACE * Math.max(one.x1 - one.x0, other.x1 - other.x0);
}

/** 0 to 1. */
function worthOf(words: readonly RecognisedWord[], knows: Knows): number {
  let [worth, letters] = [0, 0];
  for (const word of words) {
    const { text, confidence } = word;
    if (!LETTERS.test(text)) continue;
    const belief = confidence / 100;
    letters += text.length;
    worth += text.length * (isWord(word, knows) ? KNOWN - DOUBT * (1 - belief) : UNKNOWN * belief);
  }
  return letters === 0 ? 0 : worth / letters;
}
