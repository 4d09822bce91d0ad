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

/** Lines of a page; one that begins with a label which others write with a colon, and goes on behind it, has lost its own: two dots are no more than dirt on a poor copy. */
export function withLostColons(lines: readonly ReadLine[]): readonly ReadLine[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const label = labelOf(line);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = new Map([...counts].filter(([, count]) => count >= ENOUGH).map(([label]) => [label, label.split(' ').length]));
  if (labels.size === 0) return lines;
  return lines.map((line) => {
    const { words, beside, direction, numbers } = line;
    if (direction !== 0 || numbers !== null || words.some(({ text }) => text.includes(':'))) return line;
    for (const [label, count] of labels) {
      const last = words[count - 1];
      const [own, all] = [textOf(words.slice(0, count)), beside ?? textOf(words)];
      if (
        last === undefined ||
        own !== label ||
        !(all.startsWith(`${label} `) || (all === label && lines.some((other) => stands(other, line))))
      )
        continue;
      const next = words[count]?.box.x0 ?? Infinity;
      const x0 = last.box.x1 + 1;
      const box = { ...last.box, x0, x1: Math.max(x0 + 1, Math.min(next - 1, x0 + WIDE * (last.box.y1 - last.box.y0))) };
      return { ...line, words: [...words.slice(0, count), { text: ':', confidence: last.confidence, box }, ...words.slice(count)] };
    }
    return line;
  });
}
