import type { Component } from '../pixels/components.ts';
import type { Piece } from './pieces.ts';

/** A comma, or half of a semicolon, in heights of letters: no taller, so much narrower than tall, so near the letter before it. */
const TALLEST = 0.7;
const NARROW = 0.7;
const BESIDE = 0.3;

/**
 * Whether ink as tall as half a small letter, as the commas of bold print are, hangs from the line of letters it follows rather than stands on a line of its
 * own: it begins in the lower half of theirs.
 */
export function hangsFrom({ x0, x1, y0, y1 }: Component, { x1: end, y0: top, y1: foot, high }: Piece): boolean {
  const isSlight = y1 - y0 <= TALLEST * high && x1 - x0 <= NARROW * (y1 - y0);
  return isSlight && x0 - end <= BESIDE * high && y0 > (top + foot) / 2 && y0 < foot;
}
