import type { Rule, Word } from '../../../model/page.ts';
import { wordText } from '../../../model/page.ts';

/** What a piece of an upright line is read as, alone or beside another one. */
const LINE = /^[|!¦]$/u;
const LIKE_LINE = /^[|!¦;:'’‘.,[\](){}]$/u;
/** So many stand one above the other, within so many points, before they are a line. */
const ENOUGH = 3;
const IN_LINE = 2.5;
/** A piece ends on the level line that is this near, or goes on so far, in points. */
const NEAR = 18;
/** Pieces no further apart than this are one where no text runs over the line between them. */
const BRIDGED = 45;

/** White between two words of one text, in sizes, at most. */
const WORD_GAP = 0.5;

const upright = (x: number, [top, bottom]: readonly [number, number]): Rule => ({
  orientation: 'vertical',
  box: [x - 0.3, top, x + 0.3, bottom],
});

/** Pieces of one line, top to bottom; two with no row of text over the line between them are one. */
function joined(pieces: readonly (readonly [number, number])[], isCrossed: (top: number, bottom: number) => boolean): [number, number][] {
  const all: [number, number][] = [];
  for (const [top, bottom] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && top - last[1] <= BRIDGED && !isCrossed(last[1], top)) last[1] = Math.max(last[1], bottom);
    else all.push([top, bottom]);
  }
  return all;
}

/** Whether a text runs over `x` at this word, somewhere between two heights: the word does, or it and the next of its line stand on both sides. */
function runsOver({ box, size }: Word, words: readonly Word[], x: number, top: number, bottom: number): boolean {
  const y = (box[1] + box[3]) / 2;
  if (y < top || y > bottom || box[0] > x) return false;
  return (
    box[2] > x || words.some((next) => next.box[0] >= x && next.box[0] - box[2] <= WORD_GAP * size && next.box[1] < y && next.box[3] > y)
  );
}

const middle = ({ box }: Word): number => (box[0] + box[2]) / 2;

/** What a crumb of a broken level line is read as; it lies as high as the line, between two of its pieces no further apart, in points. */
const DASH = /^[-–—_~.]+$/u;
const AS_HIGH = 1.2;
const BROKEN = 80;

/** Whether a dash is what is left of a level line where it is broken: pieces of the line stand at its height on both sides, and no text there. */
function isCrumb({ box: [x0, y0, x1, y1] }: Word, level: readonly Rule[]): boolean {
  const y = (y0 + y1) / 2;
  const pieces = level.filter(({ box }) => Math.abs((box[1] + box[3]) / 2 - y) <= AS_HIGH);
  const left = Math.max(-Infinity, ...pieces.map(({ box }) => box[2]).filter((end) => end <= x0 + AS_HIGH));
  const right = Math.min(Infinity, ...pieces.map(({ box }) => box[0]).filter((start) => start >= x1 - AS_HIGH));
  return right - left <= BROKEN;
}

/** Words that are pieces of upright lines, one above the other, are lines: `words` without them, and the lines that they are. */
export function signsInLine(
  words: readonly Word[],
  rules: readonly Rule[],
): { readonly words: readonly Word[]; readonly rules: readonly Rule[] } {
  let signs = words.filter((word) => LINE.test(wordText(word)));
  const levels = rules.filter(({ orientation }) => orientation === 'horizontal');
  const taken = new Set(words.filter((word) => DASH.test(wordText(word)) && isCrumb(word, levels)));
  const lines: Rule[] = [];
  while (signs.length >= ENOUGH) {
    const [first] = signs;
    if (first === undefined) break;
    const own = signs.filter((sign) => Math.abs(middle(sign) - middle(first)) <= IN_LINE);
    signs = signs.filter((sign) => !own.includes(sign));
    if (own.length < ENOUGH) continue;
    const x = own.reduce((sum, sign) => sum + middle(sign), 0) / own.length;
    const marks = words.filter((word) => LIKE_LINE.test(wordText(word)) && Math.abs(middle(word) - x) <= IN_LINE);
    for (const mark of marks) taken.add(mark);
    const level = rules.filter(({ orientation, box }) => orientation === 'horizontal' && box[0] <= x + IN_LINE && box[2] >= x - IN_LINE);
    const pieces = marks.map(({ box: [, top, , bottom] }): [number, number] => [
      Math.max(...level.map(({ box }) => box[1]).filter((y) => y <= top + 2 && top - y <= NEAR), -Infinity, top - NEAR),
      Math.min(...level.map(({ box }) => box[3]).filter((y) => y >= bottom - 2 && y - bottom <= NEAR), bottom + NEAR),
    ]);
    lines.push(
      ...joined(pieces, (top, bottom) => words.some((word) => runsOver(word, words, x, top, bottom))).map((piece) => upright(x, piece)),
    );
  }
  return lines.length + taken.size === 0
    ? { words, rules }
    : { words: words.filter((word) => !taken.has(word)), rules: [...rules, ...lines] };
}
