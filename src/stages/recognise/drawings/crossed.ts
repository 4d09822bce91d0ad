import type { Picture, PixelBox } from '../pixels/picture.ts';
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
