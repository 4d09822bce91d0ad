import type { Component } from '../pixels/components.ts';
import { areAlike, isBlot } from './blots.ts';
import type { Regions } from './regions.ts';
import { usualHeights } from './usual-heights.ts';

/** A bullet's side, in heights of the letters around. */
const SMALLEST = 0.16;
const LARGEST = 0.62;
/** White behind it and before it, in heights of letters. */
const LEAST_BEHIND = 0.2;
const MOST_BEHIND = 5;
const BEFORE = 2;
/** Where its middle stands in the letter behind it, from the letter's top to its foot. */
const HIGHEST = 0.2;
const LOWEST = 0.8;
/** Bullets of one list: this near each other's edge (pixels), and no nearer in height than lines are (heights of letters). */
const ALIGNED = 8;
const APART = 1.2;
/** The white behind them is the same but for so much: dust stands anywhere before texts (heights of letters). */
const SAME_WHITE = 0.6;
/** A mark with its like this near on its line is one of a row that leads the eye (heights of letters). */
const LED = 0.8;
/** Ink this near on both sides of a mark, in sides of its own, has it in a row, whatever sizes the dots of a bad print have. */
const IN_ROW = 2.5;
const SQUARES = 128;

/** A dash is no higher than this (heights of letters), so much of its box is ink, and the dashes of a list are so much wider than high. */
const FLAT = 0.4;
const BAR = 0.55;
const LEVEL = 1.3;
/** So many letters follow a dash within so many heights: after fewer it may be an amount's sign. */
const LETTERS = 10;
const LINE = 16;

/**
 * The bullets of lists, round or square blots or dashes at mid-height before lines of text, at least two one under the other, each with the mark it is.
 * Recognisers take them for letters or lose them, and with them where items begin.
 */
export function bulletsOf(letters: readonly Component[], regions: Regions): Map<Component, '•' | '-'> {
  const usual = usualHeights(letters);
  const candidates = letters.filter((each) => (isBlot(each) || isBar(each, usual(each))) && isSized(each, usual(each)));
  const nearMarks = neighbours(candidates);
  const nearInk = neighbours(letters);
  const near = neighbours(letters.filter((each) => each.y1 - each.y0 >= 0.5 * usual(each)));
  const regionOf = ({ x0, x1, y0, y1 }: Component): number => regions.at((x0 + x1) >> 1, (y0 + y1) >> 1);
  const whites = new Map<Component, number>();
  const first = candidates.filter((each) => {
    const high = usual(each);
    if (nearMarks(each, LED * high, LED * high).some((other) => areAlike(each, other))) return false;
    const side = IN_ROW * Math.max(each.x1 - each.x0, each.y1 - each.y0);
    const beside = nearInk(each, side, side);
    if (beside.some(({ x1 }) => x1 <= each.x0) && beside.some(({ x0 }) => x0 >= each.x1)) return false;
    const middle = (each.y0 + each.y1) / 2;
    const onLine = near(each, BEFORE * high, MOST_BEHIND * high).filter(
      (other) => regionOf(other) === regionOf(each) && middle > other.y0 && middle < other.y1,
    );
    if (onLine.some((other) => other.x0 < each.x1 + LEAST_BEHIND * high)) return false;
    const [next] = onLine.sort((a, b) => a.x0 - b.x0);
    if (next === undefined) return false;
    whites.set(each, next.x0 - each.x1);
    const share = (middle - next.y0) / (next.y1 - next.y0);
    return share > HIGHEST && share < LOWEST;
  });
  const bullets = new Map<Component, '•' | '-'>();
  for (const each of first) {
    const isBefore = (other: Component): boolean =>
      Math.abs((whites.get(other) ?? 0) - (whites.get(each) ?? 0)) <= SAME_WHITE * usual(each);
    const column = first.filter(
      (other) => other !== each && Math.abs(other.x0 - each.x0) <= ALIGNED && areAlike(each, other) && isBefore(other),
    );
    if (column.length === 0 || column.some((other) => Math.abs(other.y0 - each.y0) < APART * usual(each))) continue;
    const list = [each, ...column];
    const isDash = list.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0) >= LEVEL * list.reduce((sum, { y0, y1 }) => sum + y1 - y0, 0);
    if (isDash ? near(each, 0, LINE * usual(each)).length >= LETTERS : isBlot(each)) bullets.set(each, isDash ? '-' : '•');
  }
  return bullets;
}

function isBar({ x0, x1, y0, y1, ink }: Component, high: number): boolean {
  return x1 - x0 > y1 - y0 && y1 - y0 <= FLAT * high && ink >= BAR * (x1 - x0) * (y1 - y0);
}

function isSized({ x0, x1, y0, y1 }: Component, high: number): boolean {
  const side = Math.max(x1 - x0, y1 - y0);
  return side >= SMALLEST * high && side <= LARGEST * high;
}

/** What stands within so many pixels left and right of a piece of ink, in its height. */
function neighbours(components: readonly Component[]): (each: Component, left: number, right: number) => Component[] {
  const rows = new Map<number, Component[]>();
  for (const each of components)
    for (let row = Math.floor(each.y0 / SQUARES); row <= Math.floor(each.y1 / SQUARES); row++) {
      const own = rows.get(row);
      if (own === undefined) rows.set(row, [each]);
      else own.push(each);
    }
  return (each, left, right) =>
    (rows.get(Math.floor((each.y0 + each.y1) / 2 / SQUARES)) ?? []).filter(
      (other) => other !== each && other.x1 > each.x0 - left && other.x0 < each.x1 + right && other.y0 < each.y1 && other.y1 > each.y0,
    );
}
