import type { Component } from '../pixels/components.ts';

/** Smallest side of ink that may be a mark (a full stop is 5 pixels at 300 dpi), and the largest that may be a letter. */
const SMALLEST = 3;
const TALLEST = 150;
const WIDEST = 900;
/** Taller than so many usual letters, ink is a drawing: a signature, the ring of a stamp. */
const DRAWN = 3.4;

/** Tells ink that may be letters from what is drawn or dirt, by the usual size of the page's letters. */
export function letterFilter(components: readonly Component[]): (each: Component) => boolean {
  const heights = components
    .map((each) => each.y1 - each.y0)
    .filter((high) => high >= 10 && high <= 90)
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 30;
  const tallest = Math.min(TALLEST, Math.max(70, DRAWN * usual));
  return ({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= SMALLEST && y1 - y0 <= tallest && x1 - x0 <= WIDEST;
}
