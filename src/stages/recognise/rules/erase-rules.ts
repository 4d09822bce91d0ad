import type { Bits, Picture } from '../pixels/picture.ts';
import type { FoundRules, PixelRule } from './find-rules.ts';

/** Ink that reaches this far beyond a line's own thickness belongs to a letter that touches it. */
const BEYOND = 4;
/** Grey fringe painted over on both sides of a line, in pixels. */
const FRINGE = 2;
const PAPER = 250;

/** Takes the lines out of ink and grey, in place: letters that touch a line keep their strokes. `before`: the same ink, which stays. */
export function eraseRules(found: FoundRules, bits: Bits, grey: Picture, before = Uint8Array.from(bits.data)): void {
  for (const rule of found.rules) eraseRule(rule, found, before, bits, grey);
}

function eraseRule(rule: PixelRule, found: FoundRules, before: Uint8Array, bits: Bits, grey: Picture): void {
  const { width, height } = bits;
  const level = rule.orientation === 'horizontal';
  const mask = level ? found.horizontal.data : found.vertical.data;
  const crossing = level ? found.vertical.data : found.horizontal.data;
  const along = level ? 1 : width;
  const across = level ? width : 1;
  const [from, to] = level ? [rule.x0, rule.x1] : [rule.y0, rule.y1];
  const [near, far] = level ? [rule.y0, rule.y1] : [rule.x0, rule.x1];
  const end = level ? height : width;
  const base = (position: number): number => position * along;
  for (let position = from; position < to; position++) {
    const line = base(position);
    let first = -1;
    let last = -1;
    for (let a = Math.max(0, near - 1); a < Math.min(end, far + 1); a++) {
      if (mask[line + a * across] !== 1) continue;
      if (first < 0) first = a;
      last = a;
    }
    if (first < 0) continue;
    const crosses = crossing[line + first * across] === 1 || crossing[line + last * across] === 1;
    let [a0, a1] = [first, last + 1];
    if (!crosses) {
      while (a0 > 0 && before[line + (a0 - 1) * across] === 1 && first - a0 <= BEYOND) a0--;
      while (a1 < end && before[line + a1 * across] === 1 && a1 - last <= BEYOND) a1++;
      // A stroke goes on beyond the line: the letter keeps it, and with it the line's few pixels there.
      if (first - a0 > BEYOND || a1 - 1 - last > BEYOND) continue;
    }
    for (let a = a0; a < a1; a++) bits.data[line + a * across] = 0;
    for (let a = Math.max(0, a0 - FRINGE); a < Math.min(end, a1 + FRINGE); a++)
      if (bits.data[line + a * across] === 0) grey.data[line + a * across] = PAPER;
  }
}
