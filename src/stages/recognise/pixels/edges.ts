import type { Picture } from './picture.ts';

/** Darker than this share of the page's paper is no paper. */
const DARK = 0.62;
/** How far from the edge a dark strip may reach, in parts of the page's side. */
const DEEPEST = 0.05;
/** Lighter pixels within a strip that do not end it. */
const GAP = 2;
/** A strip that ends between two lines that go on, so near by in parts of all lines, ends at a light letter on a dark band of print. */
const NEAR = 0.03;
const PAPER = 255;

/**
 * Paints over the dark strips that an open lid or a sheet smaller than the glass leaves along the edges, in place. Where what is dark goes on further into the
 * page than a strip does, it is print and stays.
 */
export function whitenEdges({ width, height, data }: Picture): void {
  const dark = DARK * paperOf(data);
  strip(data, dark, width, height, 1, width);
  strip(data, dark, height, width, width, 1);
}

/** Both ends of each line of pixels: `along` is the step within a line, `across` to the next one. */
function strip(data: Uint8Array, dark: number, length: number, lines: number, along: number, across: number): void {
  const deepest = Math.round(DEEPEST * length);
  const near = Math.round(NEAR * lines);
  for (const [first, step] of [
    [0, along],
    [(length - 1) * along, -along],
  ] as const) {
    /** The last dark pixel of each line's strip, from its end; `deepest` where it goes on. */
    const depths = Int32Array.from({ length: lines }, (_, line) => depthOf(data, line * across + first, step, dark, deepest));
    const before = lastOn(depths, deepest);
    const after = lastOn(depths.slice().reverse(), deepest).reverse();
    for (let line = 0; line < lines; line++) {
      const last = depths[line] ?? -1;
      const isLetter = (before[line] ?? near) < near && (after[line] ?? near) < near;
      if (last < 0 || last >= deepest || isLetter) continue;
      const start = line * across + first;
      for (let each = 0; each <= last + 1; each++) data[start + each * step] = PAPER;
    }
  }
}

function depthOf(data: Uint8Array, start: number, step: number, dark: number, deepest: number): number {
  let last = -1;
  for (let at = 0; at <= deepest && at - last <= GAP + 1; at++) if ((data[start + at * step] ?? 255) < dark) last = at;
  return Math.min(last, deepest);
}

/** How many lines back the last one lies that goes on beyond a strip. */
function lastOn(depths: Int32Array, deepest: number): Int32Array {
  let back = depths.length;
  return depths.map((depth) => (back = depth >= deepest ? 0 : back + 1));
}

/** Darker than this share of the page's paper is a dark ground, or ink. */
export const DARK_GROUND = 0.7;

/** The shade of most of the page's lighter half. */
export function paperOf(data: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 7) counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1;
  let most = 255;
  for (let shade = 128; shade < 256; shade++) if ((counts[shade] ?? 0) > (counts[most] ?? 0)) most = shade;
  return most;
}
