import type { Picture } from './picture.ts';

/** Turned clockwise by quarters: 90, 180 or 270 degrees. */
export function turn(picture: Picture, degrees: 0 | 90 | 180 | 270): Picture {
  const { width, height, data } = picture;
  if (degrees === 0) return picture;
  const out = new Uint8Array(data.length);
  if (degrees === 180) {
    for (let index = 0; index < data.length; index++) out[index] = data[data.length - 1 - index] ?? 0;
    return { width, height, data: out };
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[to] = data[y * width + x] ?? 0;
    }
  }
  return { width: height, height: width, data: out };
}

/** Turned about its centre by a small angle (degrees clockwise), same size, white where nothing was; bilinear. */
export function rotate({ width, height, data }: Picture, degrees: number): Picture {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const [right, bottom] = [width - 1, height - 1];
  const out = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    let sx = cx - cx * cos + (y - cy) * sin;
    let sy = cy + cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++, sx += cos, sy -= sin) {
      if (sx < 0 || sy < 0 || sx >= right || sy >= bottom) continue;
      // Cuts off what is behind the point, as these are not negative.
      const ix = sx | 0;
      const iy = sy | 0;
      const fx = sx - ix;
      const fy = sy - iy;
      const at = iy * width + ix;
      const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      out[y * width + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return { width, height, data: out };
}
