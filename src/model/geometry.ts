/** `[x0, y0, x1, y1]` in PDF points (1/72 inch) from the top left of the page as displayed, `/Rotate` applied; x0 ≤ x1, y0 ≤ y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Where something stands: page counted from 1, and its box on that page. */
export interface Place {
  readonly page: number;
  readonly box: Box;
}

/** The smallest box around all of `boxes`; `null` for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (first === undefined || boxes.length === 1) return first ?? null;
  let [left, top, right, bottom] = first;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

/** Half way between the sides of a box, and between its top and bottom. */
export const middleX = (box: Box): number => (box[0] + box[2]) / 2;
export const middleY = (box: Box): number => (box[1] + box[3]) / 2;

/** Length that two closed intervals share; 0 when they do not meet. */
export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
}
