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
  // Rows of the picture at their new width, each made when first asked for: as many as one new row needs, which stay in a processor's cache.
  const rows = Array.from({ length: down.count }, () => ({ y: -1, data: new Float32Array(width) }));
  const pad = across.count + 1;
  const padded = new Float32Array(picture.width + 2 * pad);
  const rowAt = (at: number): Float32Array => {
    const y = Math.max(0, Math.min(picture.height - 1, at));
    const row = rows[y % down.count] ?? { y: -1, data: new Float32Array(width) };
    if (row.y === y) return row.data;
    row.y = y;
    const start = y * picture.width;
    // With its first and last pixel repeated on both sides, no tap need look where it is.
    padded.fill(picture.data[start] ?? 0, 0, pad);
    padded.set(picture.data.subarray(start, start + picture.width), pad);
    padded.fill(picture.data[start + picture.width - 1] ?? 0, pad + picture.width);
    stretch(padded, pad, across, row.data);
    return row.data;
  };
  const data = new Uint8ClampedArray(width * height);
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const start = down.first[y] ?? 0;
    if (down.count === 4) {
      const [a, b, c, d] = [rowAt(start), rowAt(start + 1), rowAt(start + 2), rowAt(start + 3)];
      const at = y * 4;
      const [wa, wb, wc, wd] = [down.weights[at] ?? 0, down.weights[at + 1] ?? 0, down.weights[at + 2] ?? 0, down.weights[at + 3] ?? 0];
      for (let x = 0, to = y * width; x < width; x++, to++)
        data[to] = (a[x] ?? 0) * wa + (b[x] ?? 0) * wb + (c[x] ?? 0) * wc + (d[x] ?? 0) * wd;
      continue;
    }
    line.fill(0);
    for (let tap = 0; tap < down.count; tap++) {
      const weight = down.weights[y * down.count + tap] ?? 0;
      if (weight === 0) continue;
      const row = rowAt(start + tap);
      for (let x = 0; x < width; x++) line[x] = (line[x] ?? 0) + (row[x] ?? 0) * weight;
    }
    data.set(line, y * width);
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

/** One row at its new width, `pad` pixels being before its first. */
function stretch(padded: Float32Array, pad: number, { first, weights, count }: Taps, out: Float32Array): void {
  if (count === 4) {
    for (let x = 0, weight = 0; x < out.length; x++, weight += 4) {
      const start = pad + (first[x] ?? 0);
      out[x] =
        (padded[start] ?? 0) * (weights[weight] ?? 0) +
        (padded[start + 1] ?? 0) * (weights[weight + 1] ?? 0) +
        (padded[start + 2] ?? 0) * (weights[weight + 2] ?? 0) +
        (padded[start + 3] ?? 0) * (weights[weight + 3] ?? 0);
    }
    return;
  }
  for (let x = 0, weight = 0; x < out.length; x++) {
    let sum = 0;
    const start = pad + (first[x] ?? 0);
    for (let tap = 0; tap < count; tap++) sum += (padded[start + tap] ?? 0) * (weights[weight++] ?? 0);
    out[x] = sum;
  }
}
