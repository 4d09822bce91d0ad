import type { Box } from '../../model/geometry.ts';

/** Whether the middle of `box` lies in `clip`. */
/** A glyph of which this share of the height is left by the clip is still read: the end of a page may cut a line between two pages. */
const VISIBLE = 0.35;

/** The box of a glyph inside a clip: whole where its middle shows, the part that shows where that is enough to be read; `null` otherwise. */
export function visibleBox(box: Box, clip: Box): Box | null {
  const x = (box[0] + box[2]) / 2;
  if (x < clip[0] || x > clip[2]) return null;
  const y = (box[1] + box[3]) / 2;
  if (y >= clip[1] && y <= clip[3]) return box;
  const [top, bottom] = [Math.max(box[1], clip[1]), Math.min(box[3], clip[3])];
  return bottom - top >= VISIBLE * (box[3] - box[1]) ? [box[0], top, box[2], bottom] : null;
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
