import type { Chunk, ChunkedLine } from './chunks.ts';

/** So many lines with a text on both sides of white show what stands there. */
const LINES = 2;
/** Texts end before white and begin behind it though they reach into it by this, in points. */
const INTO = 0.5;
/** Texts that begin within this of each other begin at one x, in points. */
const SAME_START = 1;

function isBold({ words }: Chunk): boolean {
  return words.every(({ bold }) => bold);
}

function isPlain({ words }: Chunk): boolean {
  return !words.some(({ bold }) => bold);
}

/**
 * Whether white parts bold texts from plain ones that begin right behind it, in all lines that have texts on both sides of it: the labels of a heading, set in several lines, and
 * the values in the middle of these ("Nombre de", "logements dans | 576", "le quartier :").
 */
export function betweenWeights(lines: readonly ChunkedLine[]): (from: number, to: number) => boolean {
  const pairs = lines.flatMap(({ chunks }) => chunks.slice(1).map((next, index) => ({ label: chunks[index] ?? next, next })));
  return (from, to) => {
    const own = pairs.filter(({ label, next }) => label.box[2] <= from + INTO && next.box[0] >= to - INTO);
    return own.length >= LINES && own.every(({ label, next }) => isBold(label) && isPlain(next) && next.box[0] - to <= SAME_START);
  };
}
