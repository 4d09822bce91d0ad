import type { Component } from './pixels/components.ts';

/** How far the dots of a colon stand apart, middle to middle, in points: those of the smallest and of the largest print. */
const NEAREST = 1.4;
const FURTHEST = 5;
/** One stands above the other but for so much, in points: a page may lie askew. */
const ASIDE = 0.7;

/** The specks that come in pairs, one above the other as the dots of a colon do: on a coarse scan they are no larger than dirt. `dpi`: of the page as scanned. */
export function colonDots(specks: readonly Component[], dpi: number): ReadonlySet<Component> {
  const points = 72 / dpi;
  const middles = specks
    .map((speck) => ({ speck, x: ((speck.x0 + speck.x1) / 2) * points, y: ((speck.y0 + speck.y1) / 2) * points }))
    .sort((a, b) => a.x - b.x);
  const dots = new Set<Component>();
  middles.forEach((one, index) => {
    for (const other of middles.slice(index + 1)) {
      if (other.x - one.x > ASIDE) break;
      const apart = Math.abs(other.y - one.y);
      if (apart < NEAREST || apart > FURTHEST) continue;
      dots.add(one.speck);
      dots.add(other.speck);
    }
  });
  return dots;
}
