import type { Bits } from './picture.ts';

/** Largest skew looked for, degrees either way. */
const LARGEST = 5.5;
const MOST_POINTS = 60_000;

/** How much rows of ink stand out when the page is sheared by `slope`: the sum of squares of the ink's lower edges by row. */
function sharpness(xs: Int32Array, ys: Int32Array, height: number, slope: number): number {
  const rows = new Float64Array(height + 2000);
  for (let point = 0; point < xs.length; point++) {
    const row = Math.floor((ys[point] ?? 0) + (xs[point] ?? 0) * slope + 0.5) + 1000;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += (rows[row] ?? 0) ** 2;
  return sum;
}

/** Degrees clockwise by which the page must be turned to lie straight; 0 for a page with next to no ink. */
export function skewOf({ width, height, data }: Bits): number {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height - 1; y++)
    for (let x = 0; x < width; x++)
      if (data[y * width + x] === 1 && data[(y + 1) * width + x] === 0) {
        xs.push(x - width / 2);
        ys.push(y);
      }
  if (xs.length < 500) return 0;
  const every = Math.max(1, Math.floor(xs.length / MOST_POINTS));
  const px = Int32Array.from(xs.filter((_, index) => index % every === 0));
  const py = Int32Array.from(ys.filter((_, index) => index % every === 0));
  const at = (degrees: number): number => sharpness(px, py, height, Math.tan((degrees * Math.PI) / 180));
  let best = 0;
  let most = at(0);
  const search = (from: number, to: number, step: number): void => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const score = at(degrees);
      if (score > most) [best, most] = [degrees, score];
    }
  };
  search(-LARGEST, LARGEST, 0.25);
  search(best - 0.2, best + 0.2, 0.05);
  search(best - 0.04, best + 0.04, 0.02);
  return best;
}
