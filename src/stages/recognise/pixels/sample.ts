import { runsOf } from './components.ts';
import type { Bits, Picture } from './picture.ts';

/** What a picture shows, put to the size of `places` and turned about its centre by a small angle (degrees clockwise), at these places alone; white elsewhere. Bilinear. */
export function sampleAt(places: Bits, { width, height, data }: Picture, degrees: number): Picture {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [(places.width - 1) / 2, (places.height - 1) / 2];
  const [across, down] = [width / places.width, height / places.height];
  const out = new Uint8Array(places.width * places.height).fill(255);
  const { y: ys, from, to, count } = runsOf(places);
  for (let run = 0; run < count; run++) {
    const y = ys[run] ?? 0;
    for (let x = from[run] ?? 0, end = to[run] ?? 0; x < end; x++) {
      const sx = (cx + (x - cx) * cos + (y - cy) * sin + 0.5) * across - 0.5;
      const sy = (cy - (x - cx) * sin + (y - cy) * cos + 0.5) * down - 0.5;
      const ix = Math.max(0, Math.min(width - 2, Math.floor(sx)));
      const iy = Math.max(0, Math.min(height - 2, Math.floor(sy)));
      const fx = Math.max(0, Math.min(1, sx - ix));
      const fy = Math.max(0, Math.min(1, sy - iy));
      const at = iy * width + ix;
      const upper = (data[at] ?? 255) * (1 - fx) + (data[at + 1] ?? 255) * fx;
      const lower = (data[at + width] ?? 255) * (1 - fx) + (data[at + width + 1] ?? 255) * fx;
      out[y * places.width + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return { width: places.width, height: places.height, data: out };
}
