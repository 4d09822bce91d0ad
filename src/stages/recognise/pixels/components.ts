import type { Bits, PixelBox } from './picture.ts';

/** Ink that touches, diagonally included. */
export interface Component extends PixelBox {
  readonly label: number;
  /** Pixels of ink. */
  readonly ink: number;
  /** Unbroken level pieces of it: ink shared by them is about as thick as its strokes. */
  readonly runs: number;
}

export interface Labelled {
  readonly components: readonly Component[];
  /** Horizontal runs of ink: for run `i` its row, first column, column after the last, and component. */
  readonly runs: { readonly y: Int32Array; readonly from: Int32Array; readonly to: Int32Array; readonly component: Int32Array };
}

/** Pixels looked at one by one behind ink before a search for the next is begun. */
const NEXT = 24;

/** The level runs of ink, row by row. */
class Runs {
  y = new Int32Array(1 << 14);
  from = new Int32Array(1 << 14);
  to = new Int32Array(1 << 14);
  count = 0;

  add(y: number, from: number, to: number): number {
    if (this.count === this.y.length) {
      this.y = doubled(this.y);
      this.from = doubled(this.from);
      this.to = doubled(this.to);
    }
    this.y[this.count] = y;
    this.from[this.count] = from;
    this.to[this.count] = to;
    return this.count++;
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(2 * numbers.length);
  out.set(numbers);
  return out;
}

/** The level runs of ink. Most of a page is paper: what lies between runs far from each other is searched, not looked at pixel by pixel. */
export function runsOf({ width, height, data }: Bits): Runs {
  const runs = new Runs();
  const end = width * height;
  let [y, row] = [0, 0];
  for (let at = data.indexOf(1); at >= 0 && at < end;) {
    y = Math.floor(at / width);
    row = y * width;
    const stop = row + width;
    // On from one run to the next of this row, until a wide gap.
    while (at < stop) {
      const from = at;
      while (at < stop && data[at] === 1) at++;
      runs.add(y, from - row, at - row);
      const furthest = Math.min(stop, at + NEXT);
      while (at < furthest && data[at] !== 1) at++;
      if (at === furthest) break;
    }
    at = data.indexOf(1, at);
  }
  return runs;
}

/** Connected components by runs, in order of their first run (top to bottom). */
export function label(bits: Bits): Labelled {
  const { y: ys, from: froms, to: tos, count } = runsOf(bits);
  const parent = new Int32Array(count);
  const find = (start: number): number => {
    let run = start;
    while (parent[run] !== run) {
      parent[run] = parent[parent[run] ?? 0] ?? 0;
      run = parent[run] ?? 0;
    }
    return run;
  };
  // The runs of the row above from `candidate` on that may touch.
  let [start, candidate, aboveEnd] = [0, 0, 0];
  for (let run = 0; run < count; run++) {
    parent[run] = run;
    if (run === 0 || ys[run] !== ys[run - 1]) {
      const isNext = run > 0 && (ys[run - 1] ?? 0) + 1 === ys[run];
      [candidate, aboveEnd] = isNext ? [start, run] : [run, run];
      start = run;
    }
    const [from, to] = [froms[run] ?? 0, tos[run] ?? 0];
    while (candidate < aboveEnd && (tos[candidate] ?? 0) < from) candidate++;
    for (let other = candidate; other < aboveEnd && (froms[other] ?? 0) <= to; other++) {
      const [a, b] = [find(run), find(other)];
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  const index = new Int32Array(count).fill(-1);
  const component = new Int32Array(count);
  const boxes: { x0: number; y0: number; x1: number; y1: number; label: number; ink: number; runs: number }[] = [];
  for (let run = 0; run < count; run++) {
    const root = find(run);
    let at = index[root] ?? -1;
    const [y, from, to] = [ys[run] ?? 0, froms[run] ?? 0, tos[run] ?? 0];
    if (at < 0) {
      at = boxes.length;
      index[root] = at;
      boxes.push({ x0: from, y0: y, x1: to, y1: y + 1, label: at, ink: 0, runs: 0 });
    }
    component[run] = at;
    const box = boxes[at];
    if (box === undefined) continue;
    if (from < box.x0) box.x0 = from;
    if (to > box.x1) box.x1 = to;
    box.y1 = y + 1;
    box.ink += to - from;
    box.runs++;
  }
  return { components: boxes, runs: { y: ys.subarray(0, count), from: froms.subarray(0, count), to: tos.subarray(0, count), component } };
}

/**
 * Paints over the runs of the components that `drop` says yes to, in place: 0 in `bits`, `paper` in `grey` where it is given, there also `fringe` pixels
 * around them that are no other ink.
 */
export function paintOut(
  { components, runs }: Labelled,
  drop: (component: Component) => boolean,
  bits: Bits,
  grey: Uint8Array | null = null,
  paper = 255,
  fringe = 0,
): void {
  const dropped = components.map(drop);
  const { width, height } = bits;
  const own: number[] = [];
  for (let run = 0; run < runs.y.length; run++) {
    if (dropped[runs.component[run] ?? 0] !== true) continue;
    own.push(run);
    const row = (runs.y[run] ?? 0) * width;
    bits.data.fill(0, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
    grey?.fill(paper, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
  }
  if (grey === null || fringe === 0) return;
  for (const run of own) {
    const y = runs.y[run] ?? 0;
    const [from, to] = [Math.max(0, (runs.from[run] ?? 0) - fringe), Math.min(width, (runs.to[run] ?? 0) + fringe)];
    for (let row = Math.max(0, y - fringe); row <= Math.min(height - 1, y + fringe); row++)
      for (let at = row * width + from; at < row * width + to; at++) if (bits.data[at] === 0) grey[at] = paper;
  }
}
