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

/** Connected components by runs, in order of their first run (top to bottom). */
export function label({ width, height, data }: Bits): Labelled {
  const ys: number[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  const parent: number[] = [];
  const find = (start: number): number => {
    let run = start;
    while (parent[run] !== run) {
      parent[run] = parent[parent[run] ?? 0] ?? 0;
      run = parent[run] ?? 0;
    }
    return run;
  };
  let above = 0;
  let aboveEnd = 0;
  for (let y = 0; y < height; y++) {
    const start = ys.length;
    const row = y * width;
    let candidate = above;
    for (let x = 0; x < width; x++) {
      if (data[row + x] === 0) continue;
      const from = x;
      while (x < width && data[row + x] !== 0) x++;
      const run = ys.length;
      ys.push(y);
      froms.push(from);
      tos.push(x);
      parent.push(run);
      while (candidate < aboveEnd && (tos[candidate] ?? 0) < from) candidate++;
      for (let other = candidate; other < aboveEnd && (froms[other] ?? 0) <= x; other++) {
        const [a, b] = [find(run), find(other)];
        if (a < b) parent[b] = a;
        else parent[a] = b;
      }
    }
    above = start;
    aboveEnd = ys.length;
  }
  const index = new Map<number, number>();
  const component = new Int32Array(ys.length);
  const boxes: { x0: number; y0: number; x1: number; y1: number; label: number; ink: number; runs: number }[] = [];
  for (let run = 0; run < ys.length; run++) {
    const root = find(run);
    let at = index.get(root);
    const [y, from, to] = [ys[run] ?? 0, froms[run] ?? 0, tos[run] ?? 0];
    if (at === undefined) {
      at = boxes.length;
      index.set(root, at);
      boxes.push({ x0: from, y0: y, x1: to, y1: y + 1, label: at, ink: 0, runs: 0 });
    }
    component[run] = at;
    const box = boxes[at];
    if (box === undefined) continue;
    box.x0 = Math.min(box.x0, from);
    box.x1 = Math.max(box.x1, to);
    box.y1 = y + 1;
    box.ink += to - from;
    box.runs++;
  }
  return { components: boxes, runs: { y: Int32Array.from(ys), from: Int32Array.from(froms), to: Int32Array.from(tos), component } };
}

/**
 * Paints over the runs of the components that `drop` says yes to, in place: 0 in `bits`, `paper` in `grey`, there also `fringe` pixels around them that
 * are no other ink.
 */
export function paintOut(
  { components, runs }: Labelled,
  drop: (component: Component) => boolean,
  bits: Bits,
  grey: Uint8Array,
  paper: number,
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
    grey.fill(paper, row + (runs.from[run] ?? 0), row + (runs.to[run] ?? 0));
  }
  if (fringe === 0) return;
  for (const run of own) {
    const y = runs.y[run] ?? 0;
    const [from, to] = [Math.max(0, (runs.from[run] ?? 0) - fringe), Math.min(width, (runs.to[run] ?? 0) + fringe)];
    for (let row = Math.max(0, y - fringe); row <= Math.min(height - 1, y + fringe); row++)
      for (let at = row * width + from; at < row * width + to; at++) if (bits.data[at] === 0) grey[at] = paper;
  }
}
