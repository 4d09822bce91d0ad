import { label, runsOf } from '../pixels/components.ts';
import type { Bits, PixelBox } from '../pixels/picture.ts';
import { bends } from './bends.ts';
import { isUneven } from './uneven.ts';

/** A drawn line on the page's pixels (300 dpi). `thickness` is its mean ink, in pixels. */
export interface PixelRule extends PixelBox {
  readonly orientation: 'horizontal' | 'vertical';
  readonly thickness: number;
}

export interface FoundRules {
  readonly rules: readonly PixelRule[];
  /** Where each orientation's lines are, gaps bridged. */
  readonly horizontal: Bits;
  readonly vertical: Bits;
}

/** Breaks in a line up to this many pixels are bridged (0.25 mm). */
const GAP = 3;
/** Share of a bridged run that must be ink. */
const INK = 0.75;
const SHORTEST_HORIZONTAL = 110;
const SHORTEST_VERTICAL = 44;
/** A vertical line shorter than this counts only where it ends on horizontal ones: letters have strokes as long. */
const SURE_VERTICAL = 100;
/** Or where it goes on in line (pixels) with a longer one this near. */
const IN_LINE = 3;
const NEAR = 150;
const THICKEST = 14;
/** Ink across a line is looked at this far. */
const FURTHEST = 30;
/** Share of a line along which other ink may touch it; more, and it is the foot of a line of text. */
const TOUCHED = 0.35;
/** The same along a level line no longer than a word: the feet of letters with serifs touch each other, and their stems touch what looks like a line. */
const A_WORD = 300;
const TOUCHED_SHORT = 0.25;
/** Ink no further out than this is the line's own ragged edge. */
const TOOTH = 3;

/** Rows and columns exchanged. Most of a page is paper, and only ink need be moved. */
function transpose(bits: Bits): Bits {
  const { width, height } = bits;
  const out = new Uint8Array(width * height);
  const { y, from, to, count } = runsOf(bits);
  for (let run = 0; run < count; run++) {
    const row = y[run] ?? 0;
    for (let x = from[run] ?? 0, end = to[run] ?? 0; x < end; x++) out[x * height + row] = 1;
  }
  return { width: height, height: width, data: out };
}

/** Long level runs of ink, each row joined with its neighbours: a line that is not quite straight stays one. */
function levelRuns({ width, height, data }: Bits, shortest: number): Bits {
  const mask = new Uint8Array(width * height);
  // A run so long has ink at one of the places looked at, wherever it begins.
  const step = shortest - GAP;
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    for (let probe = 0; probe < width; probe += step) {
      let seen = probe;
      while (seen <= probe + GAP && !isJoined(data, width, row, seen)) seen++;
      if (seen > probe + GAP) continue;
      let from = seen;
      for (let x = seen - 1; x >= 0 && from - x <= GAP + 1; x--) if (isJoined(data, width, row, x)) from = x;
      let [last, ink] = [seen, 0];
      for (let x = from; x < width && x - last <= GAP + 1; x++)
        if (isJoined(data, width, row, x)) {
          last = x;
          ink++;
        }
      const length = last + 1 - from;
      if (length >= shortest && ink >= INK * length) mask.fill(1, row + from, row + last + 1);
      while (probe + step <= last) probe += step;
    }
  }
  return { width, height, data: mask };
}

/** Ink in a row or in one of those beside it. */
function isJoined(data: Uint8Array, width: number, row: number, x: number): boolean {
  const at = row + x;
  return x < width && (data[at] === 1 || data[at - width] === 1 || data[at + width] === 1);
}

/**
 * The lines in a mask of level runs: thin, and with clear paper along most of both sides; what is none is taken out of the mask, in place. `most`: the share of
 * a line so long along which other ink may touch it.
 */
function levelRules(bits: Bits, mask: Bits, most: (length: number) => number): (PixelBox & { readonly thickness: number })[] {
  const { components, runs } = label(mask);
  const { width, height, data } = bits;
  const own = new Map<number, number[]>();
  runs.component.forEach((component, run) => {
    const list = own.get(component);
    if (list === undefined) own.set(component, [run]);
    else list.push(run);
  });
  const drop = (component: number): void => {
    for (const run of own.get(component) ?? []) {
      const row = (runs.y[run] ?? 0) * width;
      mask.data.fill(0, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
    }
  };
  const boxes: (PixelBox & { thickness: number })[] = [];
  for (const component of components) {
    const length = component.x1 - component.x0;
    // The joined rows add one above and one below.
    const thickness = component.ink / length - 2;
    if (thickness > THICKEST) {
      drop(component.label);
      continue;
    }
    const top = new Int32Array(length).fill(height);
    const bottom = new Int32Array(length).fill(-1);
    for (const run of own.get(component.label) ?? []) {
      const y = runs.y[run] ?? 0;
      for (let x = runs.from[run] ?? 0; x < (runs.to[run] ?? 0); x++) {
        const at = x - component.x0;
        top[at] = Math.min(top[at] ?? height, y);
        bottom[at] = Math.max(bottom[at] ?? -1, y);
      }
    }
    const isInk = (y: number, x: number): boolean => y >= 0 && y < height && data[y * width + x] === 1;
    let touched = 0;
    for (let at = 0; at < length; at++) {
      const x = component.x0 + at;
      const above = (top[at] ?? 0) - 1;
      const below = (bottom[at] ?? 0) + 1;
      if (isInk(above, x) && isInk(above - TOOTH, x)) touched++;
      else if (isInk(below, x) && isInk(below + TOOTH, x)) touched++;
    }
    /** From where to where ink reaches from the middle of the line, no further than letters are high. */
    const inkAt = (at: number): readonly [number, number] => {
      const x = component.x0 + at;
      const middle = ((top[at] ?? 0) + (bottom[at] ?? 0)) >> 1;
      let [from, to] = [middle, middle];
      while (to - from <= FURTHEST && isInk(from - 1, x)) from--;
      while (to - from <= FURTHEST && isInk(to + 1, x)) to++;
      return [from, to];
    };
    const middleAt = (at: number): number | null => {
      const [from, to] = inkAt(at);
      return to - from > THICKEST ? null : (from + to) / 2;
    };
    const thicknessAt = (at: number): number => {
      const [from, to] = inkAt(at);
      return from < to || isInk(from, component.x0 + at) ? to - from + 1 : 0;
    };
    if (touched > most(length) * length || bends(length, middleAt) || isUneven(length, thickness, thicknessAt)) {
      drop(component.label);
      continue;
    }
    boxes.push({
      x0: component.x0,
      x1: component.x1,
      y0: component.y0 + 1,
      y1: Math.max(component.y0 + 2, component.y1 - 1),
      thickness: Math.max(1, thickness),
    });
  }
  return boxes;
}

const isLong = ({ y0, y1 }: PixelBox): boolean => y1 - y0 >= SURE_VERTICAL;

/** Whether a short piece at `x` is in line with a long line and near its end. */
function goesOn({ x0, x1, y0, y1 }: PixelBox, x: number, piece: PixelBox): boolean {
  return Math.abs((x0 + x1) / 2 - x) <= IN_LINE && Math.max(y0 - piece.y1, piece.y0 - y1) <= NEAR;
}

/** Finds the straight lines of a straightened page at 300 dpi. */
export function findRules(bits: Bits): FoundRules {
  const levelMask = levelRuns(bits, SHORTEST_HORIZONTAL);
  const level = levelRules(bits, levelMask, (length) => (length < A_WORD ? TOUCHED_SHORT : TOUCHED));
  const turned = transpose(bits);
  const uprightMask = levelRuns(turned, SHORTEST_VERTICAL);
  const upright = levelRules(turned, uprightMask, () => TOUCHED);
  const horizontal = level.map((box): PixelRule => ({ ...box, orientation: 'horizontal' }));
  const ends = (x: number, y: number): boolean =>
    horizontal.some((rule) => x >= rule.x0 - 8 && x <= rule.x1 + 8 && y >= rule.y0 - 8 && y <= rule.y1 + 8);
  const upwards = upright.map((box): PixelRule => ({
    orientation: 'vertical',
    thickness: box.thickness,
    x0: box.y0,
    x1: box.y1,
    y0: box.x0,
    y1: box.x1,
  }));
  const isRule = (rule: PixelRule): boolean => {
    if (isLong(rule)) return true;
    const x = (rule.x0 + rule.x1) / 2;
    return (ends(x, rule.y0) && ends(x, rule.y1)) || upwards.some((other) => isLong(other) && goesOn(other, x, rule));
  };
  const vertical = transpose(uprightMask);
  // A letter's stroke is no line: where it touches one, it stays.
  for (const { x0, x1, y0, y1 } of upwards.filter((rule) => !isRule(rule)))
    for (let y = y0; y < y1; y++) vertical.data.fill(0, y * vertical.width + Math.max(0, x0 - 1), y * vertical.width + x1 + 1);
  return { rules: [...horizontal, ...upwards.filter(isRule)], horizontal: levelMask, vertical };
}
