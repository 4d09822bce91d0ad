import type { Picture, PixelBox } from '../pixels/picture.ts';
import type { ReadLine } from '../reading/read-boxes.ts';
import { DISPUTED } from '../reading/votes.ts';

/** Figures of one column begin this near each other, in heights of them. */
const IN_COLUMN = 2;
/** How far into a number its first sign is looked at, in heights: no figure begins with so much of a stroke alone. */
const FIRST = 0.2;
/** Where a minus stands, from the top of figures down in heights; the bar of a 4 stands lower. */
const MINUS = [0.46, 0.64] as const;
const LOOKED_AT = [0.3, 0.85] as const;
/** So far above and below a stroke there is paper, and it is so much darker, in grey levels. */
const PAPER = 0.22;
const STROKE = 40;
const SIGNED = /^[-−–]/u;
/** Either is as likely: a minus is sooner lost than found, so it comes first. */
const EITHER = Number((DISPUTED + Math.log(2)).toFixed(3));

/**
 * Numbers of a column in which others have a minus, that begin with a stroke and nothing above or below it: blur runs a minus into the figure behind it, and recognisers that agree
 * have both read the figure alone. It may have a minus.
 */
export function withGluedMinus(lines: readonly ReadLine[], page: Picture): readonly ReadLine[] {
  const signed = lines.filter(({ numbers }) => numbers?.some(({ text }) => SIGNED.test(text)) === true);
  return lines.map((line) => {
    const { numbers, box, direction, letter, foot } = line;
    const [first] = numbers ?? [];
    if (numbers === null || first === undefined || direction !== 0 || !/^[1-9]/u.test(first.text) || signed.includes(line)) return line;
    const high = letter ?? box.y1 - box.y0;
    if (!signed.some((other) => Math.abs(other.box.x0 - box.x0) <= IN_COLUMN * high)) return line;
    if (!beginsWithStroke(page, box, high, foot ?? box.y1)) return line;
    const others = numbers.map((reading) => ({ ...reading, cost: Math.max(reading.cost, EITHER) }));
    return { ...line, numbers: [{ text: `-${first.text}`, cost: EITHER }, ...others] };
  });
}

function beginsWithStroke({ width, height, data }: Picture, box: PixelBox, high: number, foot: number): boolean {
  const [x0, x1] = [Math.max(0, Math.floor(box.x0)), Math.min(width, Math.floor(box.x0 + FIRST * high))];
  const top = foot - high;
  /** The palest pixel of a row of the strip. */
  const paleAt = (share: number): number => {
    const y = Math.round(top + share * high);
    if (y < 0 || y >= height || x1 <= x0) return 255;
    return Math.max(...data.subarray(y * width + x0, y * width + x1));
  };
  const step = 1 / Math.max(1, Math.round(high));
  let [darkest, at] = [255, 0];
  for (let share = LOOKED_AT[0]; share <= LOOKED_AT[1]; share += step) {
    const level = paleAt(share);
    if (level < darkest) [darkest, at] = [level, share];
  }
  return at >= MINUS[0] && at <= MINUS[1] && Math.min(paleAt(at - PAPER), paleAt(at + PAPER)) - darkest >= STROKE;
}
