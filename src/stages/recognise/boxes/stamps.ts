import { paintOut, type Component, type Labelled } from '../pixels/components.ts';
import { boxOver, type Bits, type Picture, type PixelBox } from '../pixels/picture.ts';
import { letterFilter } from './letters.ts';
import { printBeneath } from './print-beneath.ts';

/** Ink is pale from this share of the way from the letters' black to white on. */
const PALE = 0.22;
/** This share of a page's letters is print. */
const NEARLY_ALL = 0.95;
/** Share of a letter's pixels that are its core, and of a drawn stroke's that may be print it runs through. */
const CORE = 0.2;
const DRAWN_SHARE = 0.4;
/** As much of what is too large to be letters may be print: it would be lost with the stamp otherwise. */
const LOST = 0.65;
/** Longest side (pixels at 300 dpi) from which on pale ink is drawn, a signature or a piece of a stamp's frame; lower than `THIN` it is a line. */
const DRAWN = 52;
const THIN = 14;
/** Pieces this near each other are of one stamp. */
const NEAR = 90;
/** Around a stamp's frame, in parts of its size: its own letters may stand out. */
const AROUND = 0.06;
/** A stroke that a line of the table cut off ends this far out at most; letters of a line stand this near each other. */
const BESIDE = 70;
const COMPANY = 40;
/** Ink of which so much is pale, away from anything dark, is a stamp's in part: the soft edges of print are less. */
const MUCH = 0.15;
const PAPER = 250;
const FRINGE = 2;

/**
 * Takes pale stamps and signatures off a page, in place, lines erased before: print under them stays. Pale is what is much lighter than the page's letters,
 * and ink in colour, as `lightOf` shows what is ink. `false` where there is nothing of the kind.
 */
export function eraseStamps(labelled: Labelled, ink: Bits, clean: Picture, lightOf: (ink: Bits) => Picture): boolean {
  const isSized = letterFilter(labelled.components);
  const drawn = new Set(
    labelled.components.filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= DRAWN && Math.min(x1 - x0, y1 - y0) >= THIN),
  );
  if (drawn.size === 0) return false;
  const light = lightOf(ink);
  const shade = shades(
    labelled,
    light,
    (each) => (!drawn.has(each) ? CORE : isSized(each) ? DRAWN_SHARE : LOST),
    (each) => drawn.has(each) || isSized(each),
  );
  const letters = labelled.components.flatMap((each) => (isSized(each) && each.ink >= 60 ? (shade.get(each) ?? []) : []));
  const black = letters.sort((a, b) => a - b)[Math.floor(letters.length / 2)];
  if (letters.length < 30 || black === undefined) return false;
  const paler = (than: number): Component[] => [...drawn].filter((each) => (shade.get(each) ?? 0) > than);
  const least = black + PALE * (255 - black);
  const found = paler(least);
  if (found.length === 0) return false;
  const shadesFound = found.map((each) => shade.get(each) ?? 0).sort((a, b) => a - b);
  // Small print, which the scanner made pale itself, is nearer to the ink of stamps: what is halfway is not print's, where nearly no letter is as pale.
  const halfway = (black + (shadesFound[shadesFound.length >> 1] ?? 0)) / 2;
  const pale = Math.min(least, Math.max(halfway, letters[Math.floor(NEARLY_ALL * letters.length)] ?? 0));
  const stamps = paler(pale);
  const frames = framesOf(stamps);
  const isFramed = (each: Component): boolean =>
    frames.some((frame) => each.x0 >= frame.x0 && each.x1 <= frame.x1 && each.y0 >= frame.y0 && each.y1 <= frame.y1);
  const pales = labelled.components.filter((each) => !drawn.has(each) && isSized(each) && (shade.get(each) ?? 0) > pale);
  const isStray = (each: Component): boolean => frames.some((frame) => distance(frame, each) <= BESIDE) && !hasCompany(each, pales);
  const gone = new Set(pales.filter((each) => isFramed(each) || isStray(each)));
  // A letter of a stamp that touches print is one ink with it, whichever of the two most of it is.
  const over = printBeneath(labelled, gone, light, pale);
  paintOut(labelled, (each) => gone.has(each) && !over.has(each), ink, clean.data, PAPER, FRINGE);
  const touching = labelled.components.filter((each) => over.has(each) || (isFramed(each) && (shade.get(each) ?? 255) <= pale));
  bleach(labelled, new Set(stamps), new Set(touching), ink, clean, light, pale);
  return true;
}

/** Pixels of white between two boxes, along the axis that parts them most; 0 where they overlap. */
function distance(a: PixelBox, b: PixelBox): number {
  return Math.max(0, a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1);
}

/** Whether it stands in a line of pale letters, which are print: two others that are as high, this near. */
function hasCompany(each: Component, pales: readonly Component[]): boolean {
  const near = pales.filter((other) => {
    if (other === each || distance(each, other) > COMPANY) return false;
    const shared = Math.min(each.y1, other.y1) - Math.max(each.y0, other.y0);
    return shared > 0.5 * Math.max(each.y1 - each.y0, other.y1 - other.y0);
  });
  return near.length >= 2;
}

/** The frames of stamps and drawings from their pieces, which lines of a table may have cut. */
export function framesOf(pieces: readonly PixelBox[]): PixelBox[] {
  const frames: { x0: number; y0: number; x1: number; y1: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    let own = { x0: piece.x0, y0: piece.y0, x1: piece.x1, y1: piece.y1 };
    for (let near = 0; near >= 0;) {
      near = frames.findIndex(
        (each) => each.x0 < own.x1 + NEAR && each.x1 > own.x0 - NEAR && each.y0 < own.y1 + NEAR && each.y1 > own.y0 - NEAR,
      );
      const [other] = near < 0 ? [] : frames.splice(near, 1);
      if (other === undefined) break;
      own = boxOver([own, other]);
    }
    frames.push(own);
  }
  return frames.map(({ x0, x1, y0, y1 }) => {
    const [dx, dy] = [AROUND * (x1 - x0), AROUND * (y1 - y0)];
    return { x0: x0 - dx, x1: x1 + dx, y0: y0 - dy, y1: y1 + dy };
  });
}

/** How dark each component is: the shade its core has; of what is drawn, and may run through print, the shade that most of it has. */
function shades(
  { components, runs }: Labelled,
  { width, data }: Picture,
  shareOf: (each: Component) => number,
  wanted: (each: Component) => boolean,
): Map<Component, number> {
  const counts = new Map<number, Uint32Array>();
  for (const each of components) if (wanted(each)) counts.set(each.label, new Uint32Array(32));
  for (let run = 0; run < runs.y.length; run++) {
    const own = counts.get(runs.component[run] ?? -1);
    if (own === undefined) continue;
    const row = (runs.y[run] ?? 0) * width;
    for (let at = row + (runs.from[run] ?? 0); at < row + (runs.to[run] ?? 0); at++) {
      const level = (data[at] ?? 0) >> 3;
      own[level] = (own[level] ?? 0) + 1;
    }
  }
  const out = new Map<Component, number>();
  for (const each of components) {
    const own = counts.get(each.label);
    if (own === undefined) continue;
    let passed = 0;
    const level = own.findIndex((count) => (passed += count) >= shareOf(each) * each.ink);
    out.set(each, Math.max(0, level) * 8 + 4);
  }
  return out;
}

/**
 * Of a stamp that print runs through, its own pale pixels go and the print's dark ones stay, with what is pale right beside them. So they do in ink that may
 * be both, where much of it is pale.
 */
function bleach(
  { runs, components }: Labelled,
  stamps: ReadonlySet<Component>,
  mixed: ReadonlySet<Component>,
  ink: Bits,
  clean: Picture,
  light: Picture,
  pale: number,
): void {
  const { width, height } = ink;
  const isDark = (at: number): boolean => ink.data[at] !== 0 && (light.data[at] ?? 255) <= pale;
  const pales = new Map<Component, number[]>();
  for (let run = 0; run < runs.y.length; run++) {
    const own = components[runs.component[run] ?? -1];
    if (own === undefined || !(stamps.has(own) || mixed.has(own))) continue;
    const gone = pales.get(own) ?? [];
    pales.set(own, gone);
    const y = runs.y[run] ?? 0;
    if (y < 1 || y >= height - 1) continue;
    for (let at = y * width + (runs.from[run] ?? 0); at < y * width + (runs.to[run] ?? 0); at++)
      if (!isDark(at) && !isDark(at - 1) && !isDark(at + 1) && !isDark(at - width) && !isDark(at + width)) gone.push(at);
  }
  const gone = [...pales].flatMap(([own, pixels]) => (stamps.has(own) || pixels.length >= MUCH * own.ink ? pixels : []));
  for (const at of gone) ink.data[at] = 0;
  for (const at of gone)
    for (let dy = -FRINGE; dy <= FRINGE; dy++)
      for (let dx = -FRINGE; dx <= FRINGE; dx++) {
        const near = at + dy * width + dx;
        if (near >= 0 && near < ink.data.length && ink.data[near] === 0) clean.data[near] = PAPER;
      }
}
