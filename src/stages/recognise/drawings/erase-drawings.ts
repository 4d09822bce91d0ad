import { label, paintOut, type Component, type Labelled } from '../pixels/components.ts';
import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import { usualHeights } from '../boxes/usual-heights.ts';
import { branchesOf } from './branches.ts';
import { framesOf } from '../boxes/stamps.ts';
import { strokesOf, type Strokes } from './pen-strokes.ts';
import { boxOfRing, isOfRing, pixelsOf, ringsOf } from './rings.ts';
import { depths, inkOf, thin } from './thin.ts';

/** Ink that a pen or a stamp may have drawn: so long one way, so wide the other (pixels at 300 dpi), taller than so many letters, and so little of its box filled. */
const LONG = 70;
const WIDE = 14;
const TALL = 1.5;
const SPARSE = 0.35;
/** Larger than this (pixels) it is a picture. */
const LARGEST = 4e6;
/** No stroke of a letter reaches as far as this, in heights of letters. */
const LETTER = 2.4;
/** A drawn stroke is no thicker than this, in parts of its usual thickness: what is, is ink that it touches. */
const THICKEST = 1.15;
/** Its soft sides reach so far beyond, and its ragged ones at most, in pixels. */
const EDGE = 1;
const SLIVER = 3.5;
const PAPER = 250;
const FRINGE = 2;

/** Around what was drawn, in parts of its longer side and in pixels at most, there may be more of it. */
const AROUND = 0.6;
const FURTHEST = 400;

/** What was drawn over a page. */
export interface Drawings {
  readonly boxes: readonly PixelBox[];
  /** The page as it was before they were taken off it, and which of its pixels were. */
  readonly before: Picture;
  readonly gone: Bits;
  /** The boxes of the stamps' rings among it. */
  readonly rings: readonly PixelBox[];
}

/**
 * Takes strokes that a pen or a stamp drew through print off a page, in place, as black as they may be, lines erased before: a clerk follows the stroke with
 * the eye and reads what it crosses. `null` where nothing was drawn.
 */
export function eraseDrawings(labelled: Labelled, ink: Bits, clean: Picture): Drawings | null {
  const { components } = labelled;
  const usual = usualHeights(components);
  const cores = components.filter((each) => {
    const [wide, high] = [each.x1 - each.x0, each.y1 - each.y0];
    if (Math.max(wide, high) < LONG || Math.min(wide, high) < WIDE || wide * high > LARGEST || each.ink > SPARSE * wide * high)
      return false;
    return high >= TALL * usual(each) && drawnIn(cropOf(each, labelled), LETTER * usual(each)).strokes.drawn.length > 0;
  });
  if (cores.length === 0) return null;
  const before = { ...clean, data: Uint8Array.from(clean.data) };
  const gone = { width: ink.width, height: ink.height, data: new Uint8Array(ink.data.length) };
  const rings: PixelBox[] = [];
  for (const frame of framesOf(cores)) {
    const around = Math.min(FURTHEST, AROUND * Math.max(frame.x1 - frame.x0, frame.y1 - frame.y0));
    const within = { x0: frame.x0 - around, x1: frame.x1 + around, y0: frame.y0 - around, y1: frame.y1 + around };
    const letter = Math.min(...cores.filter((each) => overlap(each, frame)).map(usual));
    rings.push(...erase(within, ink, clean, gone, LETTER * letter));
  }
  return { boxes: cores, before, gone, rings };
}

function overlap(a: PixelBox, b: PixelBox): boolean {
  return a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
}

function drawnIn(own: Bits, longest: number): { readonly far: Float32Array; readonly strokes: Strokes } {
  const far = depths(own);
  return { far, strokes: strokesOf(branchesOf(thin(own)), far, own.width, longest) };
}

/** Gives the boxes of the rings found. */
function erase(box: PixelBox, ink: Bits, clean: Picture, taken: Bits, longest: number): PixelBox[] {
  const [x0, y0] = [Math.max(0, Math.floor(box.x0)), Math.max(0, Math.floor(box.y0))];
  const own = inkIn(ink, x0, y0, Math.min(ink.width, Math.ceil(box.x1)), Math.min(ink.height, Math.ceil(box.y1)));
  const { width } = own;
  const {
    far,
    strokes: { drawn, printed, bridges },
  } = drawnIn(own, longest);
  const gone = new Uint8Array(own.data.length);
  const paint = (into: Uint8Array, at: number, radius: number, value: number): void => {
    const reach = Math.ceil(radius);
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const place = at + dy * width + dx;
        if (dx * dx + dy * dy <= radius * radius && place >= 0 && place < into.length) into[place] = value;
      }
  };
  const radius = (at: number, thick: number): number => Math.min(far[at] ?? 0, (THICKEST * thick) / 2);
  const band = new Uint8Array(own.data.length);
  const take = (at: number, half: number): void => {
    paint(gone, at, half + EDGE, 1);
    paint(band, at, half + SLIVER, 1);
  };
  const rings = ringsOf(drawn, own);
  for (const stroke of drawn)
    if (!rings.some((ring) => isOfRing(stroke, ring, width))) for (const at of stroke.path) take(at, radius(at, stroke.thick));
  for (const { from, to, thick, isDrawn } of bridges) if (isDrawn) for (const at of line(from, to, width)) take(at, thick / 2);
  const along = Uint8Array.from(gone);
  for (const { path, thick } of printed) for (const at of path) if (along[at] === 0) paint(gone, at, radius(at, thick) + EDGE, 0);
  for (const { from, to, thick, isDrawn } of bridges) if (!isDrawn) for (const at of line(from, to, width)) paint(gone, at, thick / 2, 0);
  for (const ring of rings) for (const at of pixelsOf(ring, own)) gone[at] = 1;
  const left = { ...own, data: Uint8Array.from(own.data) };
  for (let at = gone.indexOf(1); at >= 0; at = gone.indexOf(1, at + 1)) left.data[at] = 0;
  // What is left of the drawn stroke's own ragged sides.
  const rest = label(left);
  const isWithin = new Array<boolean>(rest.components.length).fill(true);
  for (let run = 0; run < rest.runs.y.length; run++) {
    const row = (rest.runs.y[run] ?? 0) * width;
    const outside = band.indexOf(0, row + (rest.runs.from[run] ?? 0));
    if (outside >= 0 && outside < row + (rest.runs.to[run] ?? 0)) isWithin[rest.runs.component[run] ?? 0] = false;
  }
  paintOut(rest, ({ label }) => isWithin[label] === true, left);
  const places = inkOf(own.data)
    .filter((at) => left.data[at] === 0)
    .map((at) => (y0 + Math.floor(at / width) - 1) * ink.width + x0 + (at % width) - 1);
  for (const at of places) {
    ink.data[at] = 0;
    taken.data[at] = 1;
  }
  for (const at of places)
    for (let dy = -FRINGE; dy <= FRINGE; dy++)
      for (let dx = -FRINGE; dx <= FRINGE; dx++) {
        const near = at + dy * ink.width + dx;
        if (near >= 0 && near < ink.data.length && ink.data[near] === 0) clean.data[near] = PAPER;
      }
  return rings.map((ring) => boxOfRing(ring, x0 - 1, y0 - 1));
}

/** A part of the page, with a pixel of white around. */
function inkIn(ink: Bits, x0: number, y0: number, x1: number, y1: number): Bits {
  const [width, height] = [x1 - x0 + 2, y1 - y0 + 2];
  const data = new Uint8Array(width * height);
  for (let y = y0; y < y1; y++) data.set(ink.data.subarray(y * ink.width + x0, y * ink.width + x1), (y - y0 + 1) * width + 1);
  return { width, height, data };
}

/** The ink of one component alone, with a pixel of white around. */
function cropOf({ x0, y0, x1, y1, label }: Component, { runs }: Labelled): Bits {
  const [width, height] = [x1 - x0 + 2, y1 - y0 + 2];
  const data = new Uint8Array(width * height);
  for (let run = 0; run < runs.y.length; run++) {
    if (runs.component[run] !== label) continue;
    const row = ((runs.y[run] ?? 0) - y0 + 1) * width + 1 - x0;
    data.fill(1, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
  }
  return { width, height, data };
}

function line(from: number, to: number, width: number): number[] {
  const [x0, y0, x1, y1] = [from % width, Math.floor(from / width), to % width, Math.floor(to / width)];
  const steps = Math.max(1, Math.abs(x1 - x0), Math.abs(y1 - y0));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const [x, y] = [x0 + ((x1 - x0) * step) / steps, y0 + ((y1 - y0) * step) / steps];
    return Math.round(y) * width + Math.round(x);
  });
}
