import type { Bits } from '../pixels/picture.ts';
import type { PixelRule } from './find-rules.ts';

/** Level lines this near (pixels) are one; a line ends on one that it comes this near to. */
const SAME = 6;
const MEETS = 10;
/** The white between two boxes is at least so high; less is a double border. */
const HIGH = 14;
/** Two lines bound a band together where this share of the shorter one stands above or below the other. */
const TOGETHER = 0.8;
/** Ink stands on a line within this of it. */
const BESIDE = 2;
/** So many rows of ink are missed before their lack says anything, twice as many where a single line lacks them. */
const MISSED = 10;
/** Share of a band, at both of its ends, that a line must have ink in to run through it: letters stand in the middle. */
const END = 0.25;

/** What is left of a line beyond a gap is one where this share of its rows has ink. */
const SEEN = 0.08;

interface Band {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Upright lines that were taken to go on over the white between two boxes, one right above the other, end at both: between two level lines where none of the upright ones has
 * any ink, though elsewhere they have, nothing is drawn. `ink`: of the page, lines included.
 */
export function withoutBridgedGaps(rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const gaps = bandsOf(rules).filter((band) => isGap(band, crossing(rules, band), ink));
  return gaps.reduce<PixelRule[]>(
    (left, band) => {
      const cut = new Set(crossing(left, band));
      return left.flatMap((rule) =>
        cut.has(rule)
          ? [
              { ...rule, y1: band.from },
              { ...rule, y0: band.to },
            ].filter((part) => part.y1 - part.y0 > MEETS && isSeen(part, ink))
          : [rule],
      );
    },
    [...rules],
  );
}

/** Whether a part of a line has any ink of its own, not that of the level lines it ends on. */
function isSeen(part: PixelRule, ink: Bits): boolean {
  const [top, bottom] = [part.y0 + SAME, part.y1 - SAME];
  return rowsOfInk(ink, part, top, bottom) >= SEEN * (bottom - top);
}

/** What stands between each level line and the next one below. */
function bandsOf(rules: readonly PixelRule[]): Band[] {
  const lines: { y: number; left: number; right: number }[] = [];
  for (const rule of rules.filter(({ orientation }) => orientation === 'horizontal').sort((a, b) => a.y0 - b.y0)) {
    const y = (rule.y0 + rule.y1) / 2;
    const last = lines.findLast((line) => y - line.y <= SAME && rule.x0 <= line.right + HIGH && rule.x1 >= line.left - HIGH);
    if (last === undefined) lines.push({ y, left: rule.x0, right: rule.x1 });
    else [last.left, last.right] = [Math.min(last.left, rule.x0), Math.max(last.right, rule.x1)];
  }
  return lines.slice(1).flatMap((below, index): Band[] => {
    const above = lines[index];
    if (above === undefined || below.y - above.y < HIGH) return [];
    const both = Math.min(above.right, below.right) - Math.max(above.left, below.left);
    const shorter = Math.min(above.right - above.left, below.right - below.left);
    const [left, right] = [Math.min(above.left, below.left), Math.max(above.right, below.right)];
    return both >= TOGETHER * shorter ? [{ from: above.y, to: below.y, left, right }] : [];
  });
}

/** The upright lines that run through a band from one side to the other. */
function crossing(rules: readonly PixelRule[], { from, to, left, right }: Band): PixelRule[] {
  return rules.filter(
    ({ orientation, x0, x1, y0, y1 }) =>
      orientation === 'vertical' && x1 >= left - MEETS && x0 <= right + MEETS && y0 <= from + MEETS && y1 >= to - MEETS,
  );
}

function isGap({ from, to }: Band, upright: readonly PixelRule[], ink: Bits): boolean {
  const end = Math.max(SAME, END * (to - from));
  let expected = 0;
  for (const rule of upright) {
    const count = (top: number, bottom: number): number => rowsOfInk(ink, rule, top, bottom);
    if (count(from + SAME, from + SAME + end) > 0 && count(to - SAME - end, to - SAME) > 0) return false;
    const [inside, all] = [count(from, to), count(rule.y0, rule.y1)];
    const outside = Math.max(1, rule.y1 - rule.y0 - (to - from));
    expected += ((all - inside) / outside) * 2 * end;
  }
  return expected >= (upright.length > 1 ? 1 : 2) * MISSED;
}

function rowsOfInk({ width, height, data }: Bits, { x0, x1 }: PixelRule, top: number, bottom: number): number {
  let rows = 0;
  for (let y = Math.max(0, Math.round(top)); y < Math.min(height, bottom); y++) {
    let x = Math.max(0, Math.round(x0) - BESIDE);
    while (x < Math.min(width, x1 + BESIDE) && data[y * width + x] === 0) x++;
    if (x < Math.min(width, x1 + BESIDE)) rows++;
  }
  return rows;
}
