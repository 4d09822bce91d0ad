import { at } from '../lattice.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';
import { bareText, headingText, type OpenText } from './segments.ts';

/** Two tables side by side: the rectangle they stand in, and the x of the white between them. */
export interface Twins {
  readonly top: number;
  readonly bottom: number;
  readonly cut: number;
  /** The text of their header lines (see `Segment.header`): left, right; `null` for none. */
  readonly headers: readonly [string | null, string | null];
}

/** White between two tables, in ems of their text. */
export const WHITE = 0.9;
/** Titles over the two headers: so many lines at most, no further apart than this (ems). */
const TITLES = 3;
const ABOVE = 1.6;
/** A text below both tables stands this far under them, in ems. */
const BELOW = 6;

export interface Strip {
  readonly from: number;
  readonly to: number;
}

const bare = (chunk: Chunk): string => chunk.text.toLowerCase().replace(/[^\p{L}]+/gu, '');

/** Where the second half of a header line begins that names the first column twice, each time with others behind; 0 when it does not. */
function secondHalf(line: ChunkedLine): number {
  const [first, ...rest] = line.chunks;
  if (first === undefined) return 0;
  const name = bare(first);
  const again = rest.flatMap((chunk, index) => (bare(chunk) === name ? [index + 1] : []));
  const [half, third] = again;
  if (name.length < 3 || half === undefined || third !== undefined) return 0;
  return half >= 2 && line.chunks.length - half >= 2 ? half : 0;
}

/** What a line leaves of a strip of white; `null` where it runs over it. */
export function clearOf(line: ChunkedLine, strip: Strip, least: number): Strip | null {
  let { from, to } = strip;
  for (const { box } of line.chunks) {
    if (box[2] <= from || box[0] >= to) continue;
    if (box[0] < from && box[2] > to) return null;
    if (from - box[0] > box[2] - to) from = Math.max(from, box[2]);
    else to = Math.min(to, box[0]);
  }
  return to - from >= least ? { from, to } : null;
}

function stripOf(line: ChunkedLine, half: number): Strip {
  return { from: at(line.chunks, half - 1).box[2], to: at(line.chunks, half).box[0] };
}

/** Share of the lines under a header with text wholly to its left from which it begins no table: its columns are groups of a wider one. */
const OUTSIDE = 0.25;

function hasTextToTheLeft(header: ChunkedLine, below: readonly ChunkedLine[]): boolean {
  const [first] = header.chunks;
  if (first === undefined) return false;
  const left = first.box[0] - header.size;
  return below.filter(({ chunks }) => chunks.some(({ box }) => box[2] < left)).length > OUTSIDE * below.length;
}

/** How far down and up from its header the strip stays white, and what is left of it. */
function reach(lines: readonly ChunkedLine[], header: number, half: number): Twins | null {
  const line = at(lines, header);
  const least = WHITE * line.size;
  let strip = stripOf(line, half);
  let last = header;
  for (let index = header + 1; index < lines.length; index += 1) {
    const below = at(lines, index);
    const left = below.top - at(lines, last).bottom > BELOW * line.size ? null : clearOf(below, strip, least);
    if (left === null) break;
    strip = left;
    last = index;
  }
  let first = header;
  for (let index = header - 1; index >= 0 && header - index <= TITLES; index -= 1) {
    const above = at(lines, index);
    const left = at(lines, first).top - above.bottom > ABOVE * line.size ? null : clearOf(above, strip, least);
    const isOverBoth = above.chunks.some(({ box }) => box[2] <= strip.from + 1) && above.chunks.some(({ box }) => box[0] >= strip.to - 1);
    if (left === null || !isOverBoth) break;
    strip = left;
    first = index;
  }
  if (last === header || hasTextToTheLeft(line, lines.slice(header + 1, last + 1))) return null;
  return {
    top: at(lines, first).top - 1,
    bottom: at(lines, last).bottom + 1,
    cut: (strip.from + strip.to) / 2,
    headers: [bareText(line.chunks.slice(0, half)), bareText(line.chunks.slice(half))],
  };
}

/** The tables side by side whose headers stand in one line and begin with the same name, top to bottom. */
export function twinsOf(page: OpenText): Twins[] {
  const found: Twins[] = [];
  page.lines.forEach((line, index) => {
    const half = secondHalf(line);
    if (half === 0 || headingText(page, index) === null) return;
    const before = found.at(-1);
    if (before !== undefined && line.top < before.bottom) return;
    const twins = reach(page.lines, index, half);
    if (twins !== null) found.push(twins);
  });
  return found;
}
