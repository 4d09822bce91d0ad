import type { PixelBox } from '../pixels/picture.ts';

/** Around the ink, in pixels: so much where nothing else is, and so much at least. */
export const MARGIN = 6;
const LEAST = 1;

/** A box with the paper around it that is read along: none of the lines above and below, whose feet and tops would be taken for marks of its own. */
export function roomAround(lines: readonly PixelBox[]): (box: PixelBox) => PixelBox {
  return (box) => {
    let [above, below] = [MARGIN, MARGIN];
    for (const { x0, x1, y0, y1 } of lines) {
      if (x0 >= box.x1 || x1 <= box.x0) continue;
      if (y0 >= box.y1) below = Math.min(below, y0 - box.y1);
      if (y1 <= box.y0) above = Math.min(above, box.y0 - y1);
    }
    return { x0: box.x0 - MARGIN, x1: box.x1 + MARGIN, y0: box.y0 - Math.max(LEAST, above), y1: box.y1 + Math.max(LEAST, below) };
  };
}
