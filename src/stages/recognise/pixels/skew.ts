import { runsOf } from './components.ts';
import type { Bits } from './picture.ts';

/** Largest skew looked for, degrees either way. */
const LARGEST = 5.5;
const MOST_POINTS = 60_000;

/** Rows counted above the page and below it, where what is sheared may come to lie. */
const BEYOND = 1000;

/** Places of ink, columns counted from the middle of the page. */
interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** How much rows of ink stand out when the page is sheared by `slope`: the sum of squares of the ink's lower edges by row. */
function sharpness({ xs, ys }: Points, height: number, slope: number): number {
  const rows = new Uint32Array(height + 2 * BEYOND);
  for (let point = 0; point < xs.length; point++) {
    // Cuts off what is behind the point, as almost none of these are negative.
    const row = ((ys[point] ?? 0) + (xs[point] ?? 0) * slope + (BEYOND + 0.5)) | 0;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

/** The angle (degrees) at which rows stand out most, of those up to `reach` from one that is as good as any. */
function sharpest(points: Points, height: number, first: number, reach: number, step: number): number {
  const at = (degrees: number): number => sharpness(points, height, Math.tan((degrees * Math.PI) / 180));
  let [best, most] = [first, at(first)];
  for (let degrees = first - reach; degrees <= first + reach + 1e-9; degrees += step) {
    const score = at(degrees);
    if (score > most) [best, most] = [degrees, score];
  }
  return best;
}

/** The lower edges of ink, some of them where there are very many; `null` where there is next to none. */
function edgesOf(bits: Bits): Points | null {
  const { width, height, data } = bits;
  const { y: rows, from, to, count } = runsOf(bits);
  let ink = 0;
  for (let run = 0; run < count; run++) ink += (to[run] ?? 0) - (from[run] ?? 0);
  const places = new Int32Array(ink);
  let edges = 0;
  for (let run = 0; run < count && (rows[run] ?? 0) < height - 1; run++) {
    const row = (rows[run] ?? 0) * width;
    for (let at = row + (from[run] ?? 0), end = row + (to[run] ?? 0); at < end; at++) if (data[at + width] === 0) places[edges++] = at;
  }
  if (edges < 500) return null;
  const every = Math.max(1, Math.floor(edges / MOST_POINTS));
  const xs = new Float64Array(Math.ceil(edges / every));
  const ys = new Float64Array(xs.length);
  for (let point = 0, edge = 0; edge < edges; point++, edge += every) {
    const at = places[edge] ?? 0;
    const y = Math.floor(at / width);
    ys[point] = y;
    xs[point] = Math.trunc(at - y * width - width / 2);
  }
  return { xs, ys };
}

/** Every fourth of them: enough to tell about how the page lies. */
function someOf({ xs, ys }: Points): Points {
  return { xs: xs.filter((_, point) => point % 4 === 0), ys: ys.filter((_, point) => point % 4 === 0) };
}

/** Degrees clockwise by which the page must be turned to lie straight; 0 for a page with next to no ink. */
export function skewOf(bits: Bits): number {
  const points = edgesOf(bits);
  if (points === null) return 0;
  const few = someOf(points);
  const best = sharpest(few, bits.height, 0, LARGEST, 0.25);
  return sharpest(points, bits.height, sharpest(points, bits.height, best, 0.2, 0.05), 0.04, 0.02);
}
