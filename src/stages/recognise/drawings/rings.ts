import type { Bits, PixelBox } from '../pixels/picture.ts';
import { ellipseThrough, type Ellipse, type Point } from './ellipse.ts';
import type { Stroke } from './pen-strokes.ts';

/** Places of one ring lie this near it, pixels; and so much of its round is ink. */
const ON = 3;
const MOST = 0.4;
/** A ring laid through some of its parts misses the others by so much at first, then less; a place of it is as thick as its stroke but for a share. */
const NEARER = [24, 16, 10, 6, 4, 3, 3];
const NEARBY = 4;
const AS_THICK = 1.4;
/** Steps across a ring, the nearest first. */
const ACROSS = Array.from({ length: 2 * NEARBY + 1 }, (_, index) => index - NEARBY).sort((a, b) => Math.abs(a) - Math.abs(b));
/** A ring is laid through the longest strokes, as many as this at most: a plan or a sketch has hundreds, none of which is of a ring. */
const TRIED = 40;
/** Every so many pixels of a stroke tell where it runs. */
const STEP = 4;
/** Ink across the ring no thicker than the ring and this is its own; more is print that goes on beyond. */
const BEYOND = 4;

/** A stamp's ring, and how thick its stroke is. */
export interface Ring {
  readonly ellipse: Ellipse;
  readonly thick: number;
}

/** The rings that drawn strokes are parts of. `width`: of the picture that the strokes are in. */
export function ringsOf(drawn: readonly Stroke[], ink: Bits): Ring[] {
  const { width } = ink;
  const courses = drawn
    .map(({ path, thick }) => ({
      thick,
      places: path.filter((_, at) => at % STEP === 0).map((at): Point => ({ x: at % width, y: Math.floor(at / width) })),
    }))
    .sort((a, b) => b.places.length - a.places.length);
  const rings: Ring[] = [];
  let tried = 0;
  for (const course of courses) {
    if (tried >= TRIED) break;
    if (rings.some(({ ellipse }) => course.places.some((place) => ellipse.distance(place) <= ON))) continue;
    tried++;
    let places = course.places;
    let found: Ellipse | null = null;
    for (const reach of NEARER) {
      found = ellipseThrough(places);
      const own = found;
      if (own === null) break;
      places = courses.flatMap((other) => other.places.filter((place) => own.distance(place) <= reach));
    }
    for (let round = 0; round < 2 && found !== null; round++) {
      const own: Ellipse = found;
      found = ellipseThrough([...places, ...middlesOn(own, course.thick, ink)]);
    }
    if (found !== null && inkOn(found, ink) >= MOST) rings.push({ ellipse: found, thick: course.thick });
  }
  return rings;
}

/** Whether a drawn stroke is a part of a ring. */
export function isOfRing({ path }: Stroke, { ellipse }: Ring, width: number): boolean {
  return isOn(
    ellipse,
    path.map((at) => ({ x: at % width, y: Math.floor(at / width) })),
  );
}

function isOn(ellipse: Ellipse, places: readonly Point[]): boolean {
  return places.filter((place) => ellipse.distance(place) <= ON).length >= 0.9 * places.length;
}

/** The middles of what crosses a ring nearby as thick as its stroke: the ring itself, where nothing else touches it. */
function middlesOn(ellipse: Ellipse, thick: number, ink: Bits): Point[] {
  const isInk = inkAt(ink);
  return ellipse.points().flatMap(({ x, y, across }) => {
    const at = (step: number): Point => ({ x: x + step * across.x, y: y + step * across.y });
    const first = ACROSS.find((step) => isInk(at(step)));
    if (first === undefined) return [];
    let [from, to] = [first, first];
    while (from > first - 2 * thick && isInk(at(from - 1))) from--;
    while (to < first + 2 * thick && isInk(at(to + 1))) to++;
    const own = (to - from + 1) / thick;
    return own >= 1 / AS_THICK && own <= AS_THICK ? [at((from + to) / 2)] : [];
  });
}

/** How much of a ring's round is ink. */
function inkOn(ellipse: Ellipse, ink: Bits): number {
  const points = ellipse.points();
  return points.filter(inkAt(ink)).length / points.length;
}

function inkAt({ width, height, data }: Bits): (place: Point) => boolean {
  return ({ x, y }) => {
    const [column, row] = [Math.round(x), Math.round(y)];
    return column >= 0 && row >= 0 && column < width && row < height && data[row * width + column] === 1;
  };
}

/** The pixels of a ring but for those of print that crosses it. */
export function pixelsOf({ ellipse, thick }: Ring, { width, height, data }: Bits): number[] {
  const reach = thick / 2 + BEYOND + 1;
  const out: number[] = [];
  for (const { x, y, across } of ellipse.points()) {
    const places: number[] = [];
    let isCrossed = false;
    for (const way of [1, -1]) {
      for (let step = way === 1 ? 0 : 0.5; ; step += 0.5) {
        const [column, row] = [Math.round(x + way * step * across.x), Math.round(y + way * step * across.y)];
        if (column < 0 || row < 0 || column >= width || row >= height) break;
        if (data[row * width + column] !== 1 && step > 1) break;
        if (step > reach) {
          isCrossed = true;
          break;
        }
        places.push(row * width + column);
      }
    }
    if (!isCrossed) out.push(...places);
  }
  return out;
}

/** The box of a ring, in the picture of which `left` and `top` are where its own begins. */
export function boxOfRing({ ellipse }: Ring, left: number, top: number): PixelBox {
  const points = ellipse.points();
  const [xs, ys] = [points.map(({ x }) => x + left), points.map(({ y }) => y + top)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}
