/** `[x0, y0, x1, y1]` in PDF points (1/72 inch) from the top left of the page as displayed, `/Rotate` applied; x0 ≤ x1, y0 ≤ y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Where something stands: page counted from 1, and its box on that page. */
export interface Place {
  readonly page: number;
  readonly box: Box;
}

/** The smallest box around all of `boxes`; `null` for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  let around: Box | null = null;
  for (const box of boxes) {
    around =
      around === null
        ? box
        : [Math.min(around[0], box[0]), Math.min(around[1], box[1]), Math.max(around[2], box[2]), Math.max(around[3], box[3])];
  }
  return around;
}

/** Length that two closed intervals share; 0 when they do not meet. */
export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
}
