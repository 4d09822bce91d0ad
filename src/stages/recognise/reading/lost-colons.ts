import { hasLabel, isLabelAlone, labelLength } from './field-labels.ts';
import type { Lexicon } from './lexicon.ts';
import type { ReadLine } from './read-boxes.ts';

/** A label is so many words at most, and one that so many lines of a page write with a colon. */
const LONGEST = 4;
const ENOUGH = 2;
/** How wide a colon is, in heights of its line. */
const WIDE = 0.15;
/** A value that was taken for a line of its own stands this near its label, in heights of it. */
const NEAR = 2;

const textOf = (words: ReadLine['words']): string => words.map(({ text }) => text).join(' ');

/** The words of a line before its first colon, where they are a label's; `null` where it has none. */
function labelOf({ words }: ReadLine): string | null {
  const at = words.findIndex(({ text }) => text.endsWith(':'));
  if (at < 0 || at > LONGEST) return null;
  const label = textOf(words.slice(0, at + 1)).replace(/ ?:$/u, '');
  return /^\p{L}/u.test(label) ? label : null;
}

/** Whether a line stands right beside another, on its right. */
function stands({ box }: ReadLine, { box: left }: ReadLine): boolean {
  const [middle, high] = [(box.y0 + box.y1) / 2, left.y1 - left.y0];
  return middle > left.y0 && middle < left.y1 && box.x0 >= left.x1 && box.x0 - left.x1 <= NEAR * high;
}

/** Fields stand one under the other, so many heights apart at most, or side by side. */
const UNDER = 3;
const SAME_LEFT = 1;

function isBesideOrUnder({ box }: ReadLine, { box: other }: ReadLine): boolean {
  const [middle, high] = [(box.y0 + box.y1) / 2, box.y1 - box.y0];
  if (middle > other.y0 && middle < other.y1) return true;
  return Math.abs(box.x0 - other.x0) < SAME_LEFT * high && Math.max(other.y0 - box.y1, box.y0 - other.y1) < UNDER * high;
}

/** The line with a colon behind its first words. */
function withColonBehind(line: ReadLine, count: number): ReadLine {
  const { words } = line;
  const last = words[count - 1];
  if (last === undefined) return line;
  const next = words[count]?.box.x0 ?? Infinity;
  const x0 = last.box.x1 + 1;
  const box = { ...last.box, x0, x1: Math.max(x0 + 1, Math.min(next - 1, x0 + WIDE * (last.box.y1 - last.box.y0))) };
  return { ...line, words: [...words.slice(0, count), { text: ':', confidence: last.confidence, box }, ...words.slice(count)] };
}

/**
 * Lines of a page; one that begins with a label which others write with a colon, or which is a field among others that have theirs, and goes on behind it, has lost its own: two dots
 * are no more than dirt on a poor copy.
 */
export function withLostColons(lines: readonly ReadLine[], lexicon: Lexicon): readonly ReadLine[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const label = labelOf(line);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = new Map([...counts].filter(([, count]) => count >= ENOUGH).map(([label]) => [label, label.split(' ').length]));
  const fields = lines.filter(({ words }) => hasLabel(words, lexicon));
  const isValue = ({ words }: ReadLine): boolean => /^[\p{Lu}\d]/u.test(words[0]?.text ?? '') && !isLabelAlone(words, lexicon);
  const isFollowed = (line: ReadLine): boolean => line.beside !== undefined || lines.some((other) => stands(other, line) && isValue(other));
  return lines.map((line) => {
    const { words, beside, direction, numbers } = line;
    if (direction !== 0 || numbers !== null || words.some(({ text }) => text.includes(':'))) return line;
    for (const [label, count] of labels) {
      const [own, all] = [textOf(words.slice(0, count)), beside ?? textOf(words)];
      const goesOn = all.startsWith(`${label} `) || (all === label && lines.some((other) => stands(other, line)));
      if (own === label && goesOn) return withColonBehind(line, count);
    }
    const count =
      fields.length < ENOUGH || !fields.some((field) => isBesideOrUnder(line, field)) ? 0 : labelLength(words, isFollowed(line), lexicon);
    return count > 0 ? withColonBehind(line, count) : line;
  });
}
