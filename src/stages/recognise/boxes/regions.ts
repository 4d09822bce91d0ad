import type { Bits, PixelBox } from '../pixels/picture.ts';
import type { PixelRule } from '../rules/find-rules.ts';

/** Pixels of the page on one pixel of the map. */
const STEP = 4;
/** Lines are taken for this much longer at both ends, in pixels of the page: corners need not quite meet. */
const REACH = 7;
/** Half of how far pieces of one line may stand from each other. */
const RAGGED = 2.5;

/** The areas that lines shut off from each other: cells, and all that stands outside tables. */
export interface Regions {
  /** The region at a pixel of the page; -1 on a line. */
  at(x: number, y: number): number;
  /** By region: its extent on the page. */
  readonly boxes: readonly PixelBox[];
  /** Lines were found in pieces: what lies along them may be theirs. */
  readonly ragged: boolean;
  /** The region around the tables. */
  readonly outside: number;
}

/** `ragged`: lines are known by pieces that do not quite stand in one row, between which nothing may leak. */
export function regionsOf(width: number, height: number, rules: readonly PixelRule[], ragged = false): Regions {
  const half = ragged ? RAGGED : 0;
  const [columns, rows] = [Math.ceil(width / STEP) + 2, Math.ceil(height / STEP) + 2];
  const walls: Bits = { width: columns, height: rows, data: new Uint8Array(columns * rows) };
  for (const rule of rules) {
    const level = rule.orientation === 'horizontal';
    const middle = level ? (rule.y0 + rule.y1) / 2 : (rule.x0 + rule.x1) / 2;
    const [x0, x1] = level ? [rule.x0 - REACH, rule.x1 + REACH] : [middle - half, middle + 1 + half];
    const [y0, y1] = level ? [middle - half, middle + 1 + half] : [rule.y0 - REACH, rule.y1 + REACH];
    for (let y = Math.floor(y0 / STEP); y < y1 / STEP; y++)
      for (let x = Math.floor(x0 / STEP); x < x1 / STEP; x++)
        if (x >= 0 && y >= 0 && x < columns - 2 && y < rows - 2) walls.data[(y + 1) * columns + x + 1] = 1;
  }
  const map = new Int32Array(columns * rows).fill(-1);
  const boxes: PixelBox[] = [];
  for (let start = 0; start < map.length; start++) {
    if (map[start] !== -1 || walls.data[start] === 1) continue;
    const region = boxes.length;
    let [x0, y0, x1, y1] = [columns, rows, 0, 0];
    const waiting = [start];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      // The whole level piece of the region around a place, then one place of each piece above and below.
      if (map[at] !== -1) continue;
      const y = Math.floor(at / columns);
      const row = y * columns;
      let from = at;
      while (from > row && isFree(map, walls.data, from - 1)) from--;
      let to = at + 1;
      while (to < row + columns && isFree(map, walls.data, to)) to++;
      map.fill(region, from, to);
      x0 = Math.min(x0, from - row);
      x1 = Math.max(x1, to - row);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
      for (const next of [-columns, columns]) {
        if (y === (next < 0 ? 0 : rows - 1)) continue;
        for (let each = from + next; each < to + next; each++)
          if (isFree(map, walls.data, each) && (each === from + next || !isFree(map, walls.data, each - 1))) waiting.push(each);
      }
    }
    boxes.push({ x0: (x0 - 1) * STEP, y0: (y0 - 1) * STEP, x1: (x1 - 1) * STEP, y1: (y1 - 1) * STEP });
  }
  return {
    at: (x, y) => map[(Math.floor(y / STEP) + 1) * columns + Math.floor(x / STEP) + 1] ?? -1,
    boxes,
    ragged,
    outside: 0,
  };
}

function isFree(map: Int32Array, walls: Uint8Array, at: number): boolean {
  return map[at] === -1 && walls[at] !== 1;
}
