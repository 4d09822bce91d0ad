import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import { COLUMNS, FIGURE, FOOT, ROWS, type Ink } from './frame.ts';

/** A sign as the page shows it elsewhere. */
export interface KnownSign {
  readonly sign: string;
  readonly ink: Ink;
}

/** A text that what is seen of a line may be; `error`: how far its signs are from that, 0 where they are the same. */
export interface Guess {
  readonly text: string;
  readonly error: number;
}

/** How high figures are and where they stand, in pixels of the page. */
export interface Standing {
  readonly height: number;
  readonly foot: number;
}

/** What a text may cost: the best one a share of the error of seeing nothing, the others so much more. */
export interface Sought {
  readonly worst: number;
  readonly further: number;
}

/** The texts that fit a line best, and the error of seeing nothing in it. */
export interface Fitted {
  readonly guesses: readonly Guess[];
  readonly unseen: number;
}

const PAPER = 250;
/** A drawn stroke's soft side hides so many pixels more. */
const SOFT = 2;
/** Places of a frame of which less is seen tell nothing. */
const SEEN = 0.5;
/** A column of a sign's frame has ink where some place of it is this dark. */
const DARK = 0.2;
/** White between two signs in columns of their frame: within a group, between thousands; what else costs. */
const CLOSE = 3;
const APART = [5, 10] as const;
const UNUSUAL = 0.8;
const FURTHEST = 14;
/** What one more sign costs, lest hidden places fill with any. */
const A_SIGN = 0.4;
const KEPT = 14;

interface Strip {
  readonly width: number;
  /** Row by row; -1 where a drawn stroke hides it. */
  readonly ink: Float32Array;
}

interface Part {
  readonly text: string;
  readonly end: number;
  readonly error: number;
}

/**
 * What a line says that something was drawn through, by what is left of its signs: a clerk knows a 9 whose foot a stamp covers. `gone`: the pixels that were
 * taken away. Only what costs no more than `worst`, a share of the error of seeing nothing, and `further` beyond it is looked for; no guesses where nothing does.
 */
export function fitSigns(
  page: Picture,
  gone: Bits,
  box: PixelBox,
  { height, foot }: Standing,
  signs: readonly KnownSign[],
  { worst, further }: Sought,
): Fitted {
  const strip = stripOf(page, gone, box, height / FIGURE, foot);
  const blank = [0];
  for (let column = 0; column < strip.width; column++) blank.push((blank[column] ?? 0) + columnError(strip, column, null, 0));
  const white = (from: number, to: number): number => (blank[to] ?? 0) - (blank[from] ?? 0);
  const most = worst * white(0, strip.width) + further;
  const shapes = signs.map(({ sign, ink }) => ({ sign, ink, ...extent(ink) }));
  const ends: Part[][] = Array.from({ length: strip.width + 1 }, () => []);
  for (let start = 0; start < strip.width; start++) {
    const before: Part[] = white(0, start) <= most ? [{ text: '', end: start, error: white(0, start) }] : [];
    for (let end = Math.max(0, start - FURTHEST); end <= start; end++) {
      const [close, space] = [start - end <= CLOSE, start - end >= APART[0]];
      const unusual = close || (space && start - end <= APART[1]) ? 0 : UNUSUAL;
      for (const part of ends[end] ?? []) {
        const error = part.error + white(end, start) + unusual;
        if (error <= most) before.push({ text: space ? `${part.text} ` : part.text, end: start, error });
      }
    }
    const best = distinct(before);
    const [least] = best;
    for (const { sign, ink, from, to } of least === undefined ? [] : shapes) {
      if (start + to - from > strip.width) continue;
      const left = most - (least?.error ?? 0);
      let error = A_SIGN;
      for (let column = from; column < to && error <= left; column++) error += columnError(strip, start + column - from, ink, column);
      const own = ends[start + to - from];
      for (const part of best)
        if (part.error + error <= most) own?.push({ text: part.text + sign, end: start + to - from, error: part.error + error });
    }
    const next = ends[start + 1];
    if (next !== undefined) ends[start + 1] = distinct(next);
  }
  const all = ends.flatMap((parts, end) => parts.map(({ text, error }) => ({ text, end, error: error + white(end, strip.width) })));
  return { guesses: distinct(all.filter(({ error }) => error <= most)), unseen: white(0, strip.width) };
}

/** The best ways to each text, best first. */
function distinct(parts: readonly Part[]): Part[] {
  const best = new Map<string, Part>();
  for (const part of parts) {
    const known = best.get(part.text);
    if (known === undefined || part.error < known.error) best.set(part.text, part);
  }
  return [...best.values()].sort((a, b) => a.error - b.error).slice(0, KEPT);
}

/** How far a column of the strip is from a sign's column, or from white. */
function columnError({ width, ink }: Strip, column: number, sign: Ink | null, own: number): number {
  let sum = 0;
  for (let row = 0; row < ROWS; row++) {
    const seen = ink[row * width + column] ?? -1;
    if (seen >= 0) sum += (seen - (sign?.[row * COLUMNS + own] ?? 0)) ** 2;
  }
  return sum;
}

/** The columns of a frame that its sign fills. */
function extent(ink: Ink): { readonly from: number; readonly to: number } {
  const isDark = (column: number): boolean => {
    for (let row = 0; row < ROWS; row++) if ((ink[row * COLUMNS + column] ?? 0) >= DARK) return true;
    return false;
  };
  let [from, to] = [0, COLUMNS];
  while (from < COLUMNS - 1 && !isDark(from)) from++;
  while (to > from + 1 && !isDark(to - 1)) to--;
  return { from, to };
}

/** A line in places as high as those of a sign's frame, its foot on theirs. `step`: pixels a place. */
function stripOf(page: Picture, gone: Bits, box: PixelBox, step: number, foot: number): Strip {
  const [left, top] = [box.x0 - step, foot - FOOT * step];
  const width = Math.max(1, Math.ceil((box.x1 - box.x0) / step) + 2);
  const isHidden = (x: number, y: number): boolean => {
    for (let dy = -SOFT; dy <= SOFT; dy += SOFT)
      for (let dx = -SOFT; dx <= SOFT; dx += SOFT) if (gone.data[(y + dy) * gone.width + x + dx] === 1) return true;
    return false;
  };
  const ink = new Float32Array(ROWS * width).fill(-1);
  let darkest = 1;
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < width; column++) {
      let [sum, seen, all] = [0, 0, 0];
      const [yFrom, xFrom] = [Math.floor(top + row * step), Math.floor(left + column * step)];
      for (let y = yFrom; y < Math.max(Math.ceil(top + (row + 1) * step), yFrom + 1); y++)
        for (let x = xFrom; x < Math.max(Math.ceil(left + (column + 1) * step), xFrom + 1); x++) {
          all++;
          if (x < 0 || y < 0 || x >= page.width || y >= page.height || isHidden(x, y)) continue;
          const dark = Math.max(0, PAPER - (page.data[y * page.width + x] ?? PAPER));
          darkest = Math.max(darkest, dark);
          sum += dark;
          seen++;
        }
      if (seen >= SEEN * all) ink[row * width + column] = sum / seen;
    }
  for (let at = 0; at < ink.length; at++) if ((ink[at] ?? -1) >= 0) ink[at] = (ink[at] ?? 0) / darkest;
  return { width, ink };
}
