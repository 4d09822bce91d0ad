import type { Component } from '../pixels/components.ts';

/** Smallest side of ink that may be a mark (a full stop is 5 pixels at 300 dpi), and the largest that may be a letter. */
const SMALLEST = 3;
const TALLEST = 150;
const WIDEST = 900;
/** Taller than so many usual letters, ink is a drawing: a signature, the ring of a stamp. */
const DRAWN = 3.4;
/** Wider than letters are (pixels, and in heights of its own) and so little of its box filled, ink is one bent stroke of a pen. */
const STROKE = 80;
const LONG = 2;
const SPARSE = 0.15;
/** Lower or narrower ink (pixels) draws nothing. */
const DRAWING = 40;

/** Tells ink that may be letters from what is drawn or dirt, by the usual size of the page's letters. */
export function letterFilter(components: readonly Component[]): (each: Component) => boolean {
  const heights = components
    .map((each) => each.y1 - each.y0)
    .filter((high) => high >= 10 && high <= 90)
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 30;
  const tallest = Math.min(TALLEST, Math.max(70, DRAWN * usual));
  return (each) => {
    const [wide, high] = [each.x1 - each.x0, each.y1 - each.y0];
    return Math.max(wide, high) >= SMALLEST && high <= tallest && wide <= WIDEST && !isPenStroke(each);
  };
}

function isPenStroke({ x0, x1, y0, y1, ink }: Component): boolean {
  const [wide, high] = [x1 - x0, y1 - y0];
  return wide >= STROKE && wide >= LONG * high && ink < SPARSE * wide * high;
}

/** Ink of a size in both directions that a remnant of a line has in one only. */
export function isDrawn({ x0, x1, y0, y1 }: Component): boolean {
  return Math.min(x1 - x0, y1 - y0) >= DRAWING;
}
