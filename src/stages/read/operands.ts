import type { Box } from '../../model/geometry.ts';

/** Whether the middle of `box` lies in `clip`. */
/** A glyph of which this share of the height is left by the clip is still read: the end of a page may cut a line between two pages. */
const VISIBLE = 0.35;

/** Whether enough of a glyph (its box) shows inside the clip for it to be read. */
export function isReadable(box: Box, clip: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const visible = Math.min(box[3], clip[3]) - Math.max(box[1], clip[1]);
  return x >= clip[0] && x <= clip[2] && visible >= VISIBLE * (box[3] - box[1]);
}

export function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/** Four finite numbers in any order of corners, or `null`. */
export function boxOperand(value: unknown): Box | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const [a, b, c, d] = Array.from(value as ArrayLike<unknown>, Number);
  if (a === undefined || b === undefined || c === undefined || d === undefined || ![a, b, c, d].every(Number.isFinite)) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
