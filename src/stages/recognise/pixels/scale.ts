import type { Picture } from './picture.ts';

interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly count: number;
}

/** Catmull-Rom, stretched when shrinking so that every pixel counts. */
function taps(from: number, to: number): Taps {
  const ratio = from / to;
  const stretch = Math.max(1, ratio);
  const count = stretch === 1 ? 4 : Math.ceil(4 * stretch) + 1;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let target = 0; target < to; target++) {
    const centre = (target + 0.5) * ratio - 0.5;
    const start = Math.floor(centre - 2 * stretch) + 1;
    first[target] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      const distance = Math.abs(start + tap - centre) / stretch;
      const weight =
        distance < 1
          ? 1.5 * distance ** 3 - 2.5 * distance ** 2 + 1
          : distance < 2
            ? -0.5 * distance ** 3 + 2.5 * distance ** 2 - 4 * distance + 2
            : 0;
      weights[target * count + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < count; tap++) weights[target * count + tap] = (weights[target * count + tap] ?? 0) / sum;
  }
  return { first, weights, count };
}

/** The picture at another size, by cubic interpolation. */
export function scale(picture: Picture, width: number, height: number): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const across = taps(picture.width, width);
  const down = taps(picture.height, height);
  const middle = new Float32Array(width * picture.height);
  const pad = across.count + 1;
  const padded = new Float32Array(picture.width + 2 * pad);
  for (let y = 0; y < picture.height; y++) {
    const row = y * picture.width;
    // With its first and last pixel repeated on both sides, no tap need look where it is.
    padded.fill(picture.data[row] ?? 0, 0, pad);
    padded.set(picture.data.subarray(row, row + picture.width), pad);
    padded.fill(picture.data[row + picture.width - 1] ?? 0, pad + picture.width);
    if (across.count === 4) {
      for (let x = 0, weight = 0, at = y * width; x < width; x++, weight += 4, at++) {
        const start = pad + (across.first[x] ?? 0);
        middle[at] =
          (padded[start] ?? 0) * (across.weights[weight] ?? 0) +
          (padded[start + 1] ?? 0) * (across.weights[weight + 1] ?? 0) +
          (padded[start + 2] ?? 0) * (across.weights[weight + 2] ?? 0) +
          (padded[start + 3] ?? 0) * (across.weights[weight + 3] ?? 0);
      }
      continue;
    }
    for (let x = 0, weight = 0; x < width; x++) {
      let sum = 0;
      const start = pad + (across.first[x] ?? 0);
      for (let tap = 0; tap < across.count; tap++) sum += (padded[start + tap] ?? 0) * (across.weights[weight++] ?? 0);
      middle[y * width + x] = sum;
    }
  }
  const data = new Uint8ClampedArray(width * height);
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const start = down.first[y] ?? 0;
    if (down.count === 4) {
      const row = (tap: number): number => Math.max(0, Math.min(picture.height - 1, start + tap)) * width;
      const weight = (tap: number): number => down.weights[y * 4 + tap] ?? 0;
      const [a, b, c, d] = [row(0), row(1), row(2), row(3)];
      const [wa, wb, wc, wd] = [weight(0), weight(1), weight(2), weight(3)];
      for (let x = 0, at = y * width; x < width; x++, at++)
        data[at] = (middle[a + x] ?? 0) * wa + (middle[b + x] ?? 0) * wb + (middle[c + x] ?? 0) * wc + (middle[d + x] ?? 0) * wd;
      continue;
    }
    line.fill(0);
    for (let tap = 0; tap < down.count; tap++) {
      const weight = down.weights[y * down.count + tap] ?? 0;
      if (weight === 0) continue;
      const at = start + tap;
      const row = (at < 0 ? 0 : at >= picture.height ? picture.height - 1 : at) * width;
      for (let x = 0; x < width; x++) line[x] = (line[x] ?? 0) + (middle[row + x] ?? 0) * weight;
    }
    data.set(line, y * width);
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}
