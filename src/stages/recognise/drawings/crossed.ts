import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import type { Drawings } from './erase-drawings.ts';

/** Ink this dark beside a stroke that was taken away, so near, on so many places, may have lost a part. */
const INK = 128;
const BESIDE = 2;
const FEWEST = 4;

/** Whether something drawn ran through what stands in a box. */
export function isCrossed({ width, height, data }: Picture, box: PixelBox, { gone }: Drawings): boolean {
  let touching = 0;
  const [y0, y1] = [Math.max(BESIDE, Math.floor(box.y0)), Math.min(height - BESIDE, Math.ceil(box.y1))];
  const [x0, x1] = [Math.max(BESIDE, Math.floor(box.x0)), Math.min(width - BESIDE, Math.ceil(box.x1))];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = y * width + x;
      if (gone.data[at] !== 1) continue;
      const isBeside = [-BESIDE, BESIDE, -BESIDE * width, BESIDE * width].some((step) => (data[at + step] ?? 255) < INK);
      if (isBeside && ++touching >= FEWEST) return true;
    }
  return false;
}

/** A figure is no wider than this with the white beside it, in heights; a stroke over one hides all of it where it runs along so much of the height. */
const FIGURE = 0.6;
const ALONG = 0.6;

/**
 * The place within or right beside a box `high` pixels high where a stroke that was taken away ran along its height, and may have taken a whole figure with it: none of that is left
 * to see. `null` where there is none.
 */
export function hiddenPlace({ width, height, data }: Bits, box: PixelBox, high: number): PixelBox | null {
  const reach = Math.round(FIGURE * high);
  const [y0, y1] = [Math.max(0, Math.floor(box.y0)), Math.min(height, Math.ceil(box.y1))];
  const [x0, x1] = [Math.max(0, Math.floor(box.x0) - reach), Math.min(width, Math.ceil(box.x1) + reach)];
  for (let from = x0; from < x1; from += Math.max(1, reach >> 1)) {
    const to = Math.min(x1, from + reach);
    let [rows, left, right] = [0, to, from];
    for (let y = y0; y < y1; y++) {
      const row = data.subarray(y * width + from, y * width + to);
      const first = row.indexOf(1);
      if (first < 0) continue;
      rows++;
      left = Math.min(left, from + first);
      right = Math.max(right, from + row.lastIndexOf(1) + 1);
    }
    if (rows >= ALONG * high) return { x0: left, x1: right, y0, y1 };
  }
  return null;
}
