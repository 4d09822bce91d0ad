/** A sign's picture: rows and columns, of which a figure fills so many rows and stands on this one. */
export const ROWS = 24;
export const COLUMNS = 20;
export const FIGURE = 16;
export const FOOT = 20;

/** How dark each part of a sign's frame is, 0 to 1, row by row. */
export type Ink = Float32Array;

/** A picture with what comparing it again and again needs. */
export interface Compared {
  readonly ink: Ink;
  readonly mean: number;
  /** Square root of the sum of squares about the mean. */
  readonly spread: number;
}

export function compared(ink: Ink): Compared {
  let sum = 0;
  for (let at = 0; at < ink.length; at++) sum += ink[at] ?? 0;
  const mean = sum / ink.length;
  let squares = 0;
  for (let at = 0; at < ink.length; at++) squares += ((ink[at] ?? 0) - mean) ** 2;
  return { ink, mean, spread: Math.sqrt(squares) };
}

/** How like two pictures are as they lie, −1 to 1. */
export function likeness(a: Compared, b: Compared): number {
  let sum = 0;
  for (let at = 0; at < a.ink.length; at++) sum += (a.ink[at] ?? 0) * (b.ink[at] ?? 0);
  return a.spread * b.spread === 0 ? -1 : (sum - a.ink.length * a.mean * b.mean) / (a.spread * b.spread);
}

/** The picture as it lies and a place further to each side: where a sign's frame begins depends on its own ink. */
export function places(ink: Ink): Compared[] {
  return [0, -1, 1].flatMap((dy) => [0, -1, 1].map((dx) => compared(moved(ink, dx, dy))));
}

function moved(ink: Ink, dx: number, dy: number): Ink {
  if (dx === 0 && dy === 0) return ink;
  const out = new Float32Array(ink.length);
  for (let y = Math.max(0, dy); y < Math.min(ROWS, ROWS + dy); y++)
    for (let x = Math.max(0, dx); x < Math.min(COLUMNS, COLUMNS + dx); x++) out[y * COLUMNS + x] = ink[(y - dy) * COLUMNS + x - dx] ?? 0;
  return out;
}

/** Where a picture stands between two others, from −1 (the second) to 1 (the first), by what tells these apart. */
export function leaning(seen: Ink, first: Ink, second: Ink): number {
  let [sum, all] = [0, 0];
  for (let at = 0; at < seen.length; at++) {
    const [a, b] = [first[at] ?? 0, second[at] ?? 0];
    sum += ((seen[at] ?? 0) - (a + b) / 2) * (a - b);
    all += (a - b) ** 2 / 2;
  }
  return all === 0 ? 0 : sum / all;
}
