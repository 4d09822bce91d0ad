import { DARK_GROUND, paperOf } from '../pixels/edges.ts';
import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';

/** Side of the squares that are told dark or light, in pixels, and of the pixels looked at in one. */
const SQUARE = 8;
const STEP = 2;
/** Squares around one that are looked at together, so that light letters leave no hole in their ground. */
const REACH = 2;
/** Smallest dark area, in squares: a line of text high, a short word wide. */
const WIDE = 6;
const HIGH = 4;
/** Ends of one area's rows of squares lie within so many squares of each other: its corners seem rounded. */
const EVEN = REACH + 1;
/** Dark share of a ground, the least that dense light letters leave of it, and how many rows of squares they take. */
const MOSTLY = 0.5;
const PARTED = 0.28;
const LETTERS = 7;
/** Share of an area that light letters and lines take. */
const LEAST_LIGHT = 0.015;
const MOST_LIGHT = 0.5;
/** An area so near the edge of the page, in parts of its side, may be cut by the edge of the sheet. */
const SHEET = 0.06;
/** How far its edge is sought, in pixels. */
const SEEK = 14;
const PAPER = 250;
/** Ground seen all around: so far inside the edges, in pixels, and the share of it. */
const INSIDE = 4;
const AROUND = 0.85;
/** Width of the line that stands for the edge of a dark area, and how much of a line must go on beyond a corner, in pixels. */
const LINE = 3;
const BEYOND = 24;
const GOES_ON = 0.8;

/** Light letters on a dark ground: a band of headings, a row of totals. `shade` of the ground against white, 0 to 1. */
export interface Negative {
  readonly box: PixelBox;
  readonly shade: number;
}

interface Sheet {
  readonly picture: Picture;
  readonly light: (ink: Bits) => Picture;
}

/**
 * The page with what is printed light on dark made dark on light, lines between cells as well, and the edges of the dark areas drawn as the lines that a reader
 * sees there; the same sheet where there is nothing of the kind.
 */
export function asPositive<S extends Sheet>(sheet: S): S & { readonly negatives: readonly Negative[] } {
  const { picture, light } = sheet;
  const paper = paperOf(picture.data);
  const negatives = darkAreas(picture, DARK_GROUND * paper).flatMap((box) => negativeIn(picture, box, DARK_GROUND * paper));
  if (negatives.length === 0) return { ...sheet, negatives: [] };
  const positive = { ...picture, data: Uint8Array.from(picture.data) };
  for (const area of negatives) {
    invert(picture, area, positive.data);
    whitenBeyond(picture, area.box, DARK_GROUND * paper, positive.data);
  }
  for (const { box } of negatives) frame(picture, box, DARK_GROUND * paper, positive.data);
  return {
    ...sheet,
    picture: positive,
    light: (ink) => {
      const seen = light(ink);
      if (seen === picture) return positive;
      const data = Uint8Array.from(seen.data);
      for (const { box } of negatives) copyRows(positive.data, data, picture.width, box);
      return { ...seen, data };
    },
    negatives: negatives.map(({ box, ground }) => ({ box, shade: Number((ground / Math.max(1, paper)).toFixed(2)) })),
  };
}

/** Rectangles that are dark for the most part. */
function darkAreas({ width, height, data }: Picture, limit: number): PixelBox[] {
  const [columns, rows] = [Math.floor(width / SQUARE), Math.floor(height / SQUARE)];
  // Sums over all rectangles of squares from the top left corner.
  const stride = columns + 1;
  const sums = new Float64Array(stride * (rows + 1));
  let whole = 0;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const corner = row * SQUARE * width + column * SQUARE;
      const before = sum;
      for (let y = 0; y < SQUARE; y += STEP)
        for (let at = corner + y * width, end = at + SQUARE; at < end; at += STEP) if ((data[at] ?? 255) < limit) sum++;
      if ((sum - before) * STEP * STEP === SQUARE * SQUARE) whole++;
      sums[(row + 1) * stride + column + 1] = (sums[row * stride + column + 1] ?? 0) + sum;
    }
  }
  if (whole < (WIDE * HIGH) / 2) return [];
  const darkShare = ({ x0, x1, y0, y1 }: PixelBox): number => {
    const [upper, lower] = [y0 * stride, y1 * stride];
    const dark = (sums[lower + x1] ?? 0) - (sums[upper + x1] ?? 0) - (sums[lower + x0] ?? 0) + (sums[upper + x0] ?? 0);
    return (dark * STEP * STEP) / (SQUARE * SQUARE * (x1 - x0) * (y1 - y0));
  };
  const around = (column: number, row: number): number =>
    darkShare({
      x0: Math.max(0, column - REACH),
      x1: Math.min(columns, column + REACH + 1),
      y0: Math.max(0, row - REACH),
      y1: Math.min(rows, row + REACH + 1),
    });
  const done: PixelBox[] = [];
  let open: PixelBox[] = [];
  for (let row = 0; row <= rows; row++) {
    const runs: PixelBox[] = [];
    for (let column = 0; row < rows && column < columns; column++) {
      if (around(column, row) <= MOSTLY) continue;
      const x0 = column;
      let x1 = column + 1;
      for (; column < columns; column++) {
        const dark = around(column, row);
        if (dark <= PARTED) break;
        if (dark > MOSTLY) x1 = column + 1;
      }
      if (x1 - x0 >= WIDE - REACH) runs.push({ x0, x1, y0: row, y1: row + 1 });
    }
    const next = runs.map((run) => {
      const above = open.find(({ x0, x1 }) => Math.abs(x0 - run.x0) <= EVEN && Math.abs(x1 - run.x1) <= EVEN);
      return above === undefined ? run : { ...above, x0: Math.min(above.x0, run.x0), x1: Math.max(above.x1, run.x1), y1: row + 1 };
    });
    done.push(...open.filter((area) => !next.some(({ x0, x1, y0 }) => y0 === area.y0 && x0 <= area.x0 && x1 >= area.x1)));
    open = next;
  }
  return joined(done, darkShare)
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= WIDE && y1 - y0 >= HIGH)
    .map(({ x0, x1, y0, y1 }) => ({ x0: x0 * SQUARE, x1: x1 * SQUARE, y0: y0 * SQUARE, y1: y1 * SQUARE }));
}

/** Areas that dense letters part, one over the other: what lies between is darker than print on paper. `dark`: the share of an area that is dark. */
function joined(areas: readonly PixelBox[], dark: (area: PixelBox) => number): PixelBox[] {
  const out: PixelBox[] = [];
  for (const area of [...areas].sort((a, b) => a.y0 - b.y0 || b.x1 - b.x0 - (a.x1 - a.x0))) {
    const at = out.findIndex(
      (above) =>
        Math.abs(above.x0 - area.x0) <= EVEN &&
        Math.abs(above.x1 - area.x1) <= EVEN &&
        area.y0 - above.y1 <= LETTERS &&
        (area.y0 <= above.y1 || dark({ x0: above.x0, x1: above.x1, y0: above.y1, y1: area.y0 }) > PARTED),
    );
    const above = out[at];
    if (above === undefined) out.push(area);
    else out[at] = { x0: Math.min(above.x0, area.x0), x1: Math.max(above.x1, area.x1), y0: above.y0, y1: Math.max(above.y1, area.y1) };
  }
  return out.filter((area) => !out.some((other) => other !== area && covers(other, area)));
}

function covers(outer: PixelBox, inner: PixelBox): boolean {
  return outer.x0 <= inner.x0 && outer.x1 >= inner.x1 && outer.y0 <= inner.y0 && outer.y1 >= inner.y1;
}

interface DarkArea {
  readonly box: PixelBox;
  /** Shade of the ground and of what is printed on it. */
  readonly ground: number;
  readonly letters: number;
}

/** A dark area that something light is printed on, to the pixel. */
function negativeIn(picture: Picture, rough: PixelBox, limit: number): DarkArea[] {
  const box = toEdges(picture, rough, limit);
  if (box.x1 - box.x0 < WIDE * SQUARE || box.y1 - box.y0 < HIGH * SQUARE) return [];
  if (!isGroundAround(picture, box, limit)) return [];
  const counts = new Uint32Array(256);
  let pixels = 0;
  for (let y = box.y0 + LINE; y < box.y1 - LINE; y++)
    for (let at = y * picture.width + box.x0 + LINE, end = y * picture.width + box.x1 - LINE; at < end; at++) {
      counts[picture.data[at] ?? 0] = (counts[picture.data[at] ?? 0] ?? 0) + 1;
      pixels++;
    }
  let ground = 0;
  for (let shade = 0; shade < limit; shade++) if ((counts[shade] ?? 0) > (counts[ground] ?? 0)) ground = shade;
  const middle = Math.round((ground + limit / DARK_GROUND) / 2);
  const light = counts.subarray(middle).reduce((sum, count) => sum + count, 0);
  const black = counts.subarray(0, Math.max(0, 2 * ground - middle)).reduce((sum, count) => sum + count, 0);
  if (light < LEAST_LIGHT * pixels || light > MOST_LIGHT * pixels || black > light) return [];
  let letters = 255;
  for (let above = 0; letters > middle && above < 0.2 * light; letters--) above += counts[letters] ?? 0;
  return [{ box, ground, letters }];
}

/** The share of a row (`step` 1) or a column of pixels that is dark. */
function darkAlong(data: Uint8Array, from: number, length: number, step: number, limit: number): number {
  let dark = 0;
  for (let index = 0; index < length; index += STEP) if ((data[from + index * step] ?? 255) < limit) dark++;
  return (dark * STEP) / Math.max(1, length);
}

/** Whether the ground is seen all around, as it is of a band and not of big letters. */
function isGroundAround(picture: Picture, box: PixelBox, limit: number): boolean {
  const { width, data } = picture;
  const { x0, y0, x1, y1 } = box;
  const cut = cutSides(picture, box);
  const row = (y: number): boolean => darkAlong(data, y * width + x0, x1 - x0, 1, limit) > AROUND;
  const column = (x: number): boolean => darkAlong(data, y0 * width + x, y1 - y0, width, limit) > AROUND;
  return (
    (cut.top || row(y0 + INSIDE)) &&
    (cut.bottom || row(y1 - 1 - INSIDE)) &&
    (cut.left || column(x0 + INSIDE)) &&
    (cut.right || column(x1 - 1 - INSIDE))
  );
}

/** Which sides of a dark area the edge of the sheet cuts, askew as it lay. */
function cutSides({ width, height }: Picture, { x0, y0, x1, y1 }: PixelBox): Record<'top' | 'bottom' | 'left' | 'right', boolean> {
  return {
    top: y0 < SHEET * height,
    bottom: y1 > (1 - SHEET) * height,
    left: x0 < SHEET * width,
    right: x1 > (1 - SHEET) * width,
  };
}

/** What lies beyond the edge of the sheet, in a dark area that reaches it, is white. */
function whitenBeyond(picture: Picture, box: PixelBox, limit: number, out: Uint8Array): void {
  const { width, data } = picture;
  const cut = cutSides(picture, box);
  const walk = (start: number, length: number, step: number): void => {
    for (let at = start, left = length; left > 0 && (data[at] ?? 0) >= limit; at += step, left--) out[at] = PAPER;
  };
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
  for (let x = box.x0; x < box.x1; x++) {
    if (cut.top) walk(box.y0 * width + x, high, width);
    if (cut.bottom) walk((box.y1 - 1) * width + x, high, -width);
  }
  for (let y = box.y0; y < box.y1; y++) {
    if (cut.left) walk(y * width + box.x0, wide, 1);
    if (cut.right) walk(y * width + box.x1 - 1, wide, -1);
  }
}

/** Each side where most of what stands along it turns dark. */
function toEdges({ width, height, data }: Picture, { x0, y0, x1, y1 }: PixelBox, limit: number): PixelBox {
  const isDark = (from: number, length: number, step: number): boolean => darkAlong(data, from, length, step, limit) > MOSTLY;
  const [wide, high] = [x1 - x0 - 2 * SQUARE, y1 - y0 - 2 * SQUARE];
  const row = (y: number): boolean => isDark(y * width + x0 + SQUARE, wide, 1);
  const column = (x: number): boolean => isDark((y0 + SQUARE) * width + x, high, width);
  const first = (from: number, to: number, test: (at: number) => boolean): number => {
    const step = from < to ? 1 : -1;
    let at = from;
    while (at !== to && !test(at)) at += step;
    return at;
  };
  return {
    x0: first(Math.max(0, x0 - SEEK), x0 + SEEK, column),
    x1: first(Math.min(width, x1 + SEEK) - 1, x1 - SEEK, column) + 1,
    y0: first(Math.max(0, y0 - SEEK), y0 + SEEK, row),
    y1: first(Math.min(height, y1 + SEEK) - 1, y1 - SEEK, row) + 1,
  };
}

/** What differs from the ground becomes ink, the more the darker: light letters, lines lighter or darker than the ground. */
function invert({ width, data }: Picture, { box, ground, letters }: DarkArea, out: Uint8Array): void {
  const gain = PAPER / Math.max(1, letters - ground);
  const shades = Uint8Array.from({ length: 256 }, (_, shade) => Math.max(0, Math.round(PAPER - gain * Math.abs(shade - ground))));
  for (let y = box.y0; y < box.y1; y++)
    for (let at = y * width + box.x0, end = y * width + box.x1; at < end; at++) out[at] = shades[data[at] ?? 0] ?? PAPER;
}

/** Draws the edges of a dark area: its upper and lower one, and those at the sides where a line goes on above or below. */
function frame({ width, height, data }: Picture, { x0, y0, x1, y1 }: PixelBox, limit: number, out: Uint8Array): void {
  const goesOn = (x: number, from: number): boolean => {
    let dark = 0;
    for (let y = Math.max(0, from); y < Math.min(height, from + BEYOND); y++)
      for (let near = Math.max(0, x - LINE); near <= x + LINE; near++)
        if ((data[y * width + near] ?? 255) < limit) {
          dark++;
          break;
        }
    return dark > GOES_ON * BEYOND;
  };
  const isLine = (x: number): boolean => goesOn(x, y1 + LINE) || goesOn(x, y0 - LINE - BEYOND);
  const draw = (box: PixelBox): void => {
    for (let y = box.y0; y < box.y1; y++) out.fill(0, y * width + box.x0, y * width + box.x1);
  };
  draw({ x0, x1, y0, y1: y0 + LINE });
  draw({ x0, x1, y0: y1 - LINE, y1 });
  if (isLine(x0)) draw({ x0, x1: x0 + LINE, y0, y1 });
  if (isLine(x1 - 1)) draw({ x0: x1 - LINE, x1, y0, y1 });
}

function copyRows(from: Uint8Array, to: Uint8Array, width: number, { x0, y0, x1, y1 }: PixelBox): void {
  for (let y = y0; y < y1; y++) to.set(from.subarray(y * width + x0, y * width + x1), y * width + x0);
}
