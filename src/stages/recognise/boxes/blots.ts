import type { Component } from '../pixels/components.ts';

/** How square a round or square blot of ink is, how much of its box is ink, and how near to each other's size blots of one kind are. */
const SQUARE = 1.35;
const FILLED = 0.68;
const ALIKE = 0.3;
/** So many side by side, and nothing else, are dots, ragged ones as well. */
const ROW = 3;
const RAGGED = 0.58;
/** No larger than this, in pixels: bold letters in a blur are blots as well. */
const DOT = 20;

export function isBlot({ x0, x1, y0, y1, ink }: Component, filled = FILLED): boolean {
  const [wide, tall] = [x1 - x0, y1 - y0];
  return Math.max(wide, tall) <= SQUARE * Math.min(wide, tall) && ink >= filled * wide * tall;
}

export function areAlike(a: Component, b: Component): boolean {
  const [own, other] = [a.x1 - a.x0 + a.y1 - a.y0, b.x1 - b.x0 + b.y1 - b.y0];
  return Math.abs(own - other) <= ALIKE * Math.max(own, other);
}

/** Dots side by side and nothing else: leaders, the holes of a perforated stamp. Recognisers see letters and figures in them. */
export function isRowOfDots(parts: readonly Component[]): boolean {
  const [first] = parts;
  return first !== undefined && parts.length >= ROW && parts.every((part) => isDot(part) && areAlike(part, first));
}

function isDot(part: Component): boolean {
  return Math.max(part.x1 - part.x0, part.y1 - part.y0) <= DOT && isBlot(part, RAGGED);
}
