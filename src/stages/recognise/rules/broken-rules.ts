import type { Component } from '../pixels/components.ts';
import type { PixelRule } from './find-rules.ts';

/** A piece of a broken line: so thick at most, so long at least (pixels at 300 dpi), and so many times longer than thick. */
const THICKEST = 9;
const SHORTEST = 10;
const SLENDER = 2;
/** White between two pieces of one line, and how far the next may stand beside it. */
const GAP = 190;
const ASIDE = 4;
/** A line has so many pieces, reaches so far, and so much of it is ink. */
const PIECES = 4;
const REACH = 240;
const INK = 0.28;
/** Letters have neighbours within this many pixels; most pieces of a line have none. */
const LONELY = 9;
const MOSTLY = 0.65;
/** Letters are no higher than this. */
const LETTER = 60;

export interface BrokenRules {
  readonly rules: readonly PixelRule[];
  /** The components that are pieces of them. */
  readonly pieces: ReadonlySet<Component>;
}

interface Stick {
  readonly component: Component;
  /** Along the line, and across it. */
  readonly from: number;
  readonly to: number;
  readonly near: number;
  readonly far: number;
}

/** Lines that a copier broke into pieces too short to be lines themselves, told by standing in one row with nothing beside them. */
export function brokenRules(components: readonly Component[]): BrokenRules {
  const neighbours = neighbourhood(components);
  const rules: PixelRule[] = [];
  const pieces = new Set<Component>();
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const level = orientation === 'horizontal';
    const sticks = components
      .map((component): Stick => {
        const { x0, x1, y0, y1 } = component;
        return level ? { component, from: x0, to: x1, near: y0, far: y1 } : { component, from: y0, to: y1, near: x0, far: x1 };
      })
      .filter(({ from, to, near, far }) => far - near <= THICKEST && to - from >= SHORTEST && to - from >= SLENDER * (far - near))
      // A slender figure 1 before others, one under the other in a column of amounts, is no piece of a line.
      .filter(({ component, from, to }) => level || to - from > LETTER || !neighbours(component, level, Math.max(LONELY, to - from)))
      .sort((a, b) => a.from - b.from);
    for (const row of rowsOf(sticks)) {
      const [first] = row;
      const last = row.reduce((far, each) => Math.max(far, each.to), 0);
      if (first === undefined || row.length < PIECES || last - first.from < REACH) continue;
      const ink = row.reduce((sum, each) => sum + each.to - each.from, 0);
      if (ink < INK * (last - first.from)) continue;
      const lonely = row.filter((each) => !neighbours(each.component, level)).length;
      if (lonely < MOSTLY * row.length) continue;
      const near = Math.min(...row.map((each) => each.near));
      const far = Math.max(...row.map((each) => each.far));
      const thickness = row.reduce((sum, each) => sum + each.far - each.near, 0) / row.length;
      rules.push(
        level
          ? { orientation, thickness, x0: first.from, x1: last, y0: near, y1: far }
          : { orientation, thickness, x0: near, x1: far, y0: first.from, y1: last },
      );
      for (const each of row) pieces.add(each.component);
    }
  }
  for (const each of components) if (rules.some((rule) => isCrumb(each, rule))) pieces.add(each);
  return { rules, pieces };
}

/** Ink that lies wholly on a broken line is more of it. */
function isCrumb(each: Component, { orientation, x0, x1, y0, y1 }: PixelRule): boolean {
  const within = each.x0 >= x0 - ASIDE && each.x1 <= x1 + ASIDE && each.y0 >= y0 - ASIDE && each.y1 <= y1 + ASIDE;
  return within && (orientation === 'horizontal' ? each.y1 - each.y0 : each.x1 - each.x0) <= THICKEST + ASIDE;
}

function rowsOf(sticks: readonly Stick[]): Stick[][] {
  const rows: Stick[][] = [];
  for (const stick of sticks) {
    const middle = (stick.near + stick.far) / 2;
    const row = rows.findLast((others) => {
      const last = others.at(-1);
      return (
        last !== undefined &&
        stick.from - last.to <= GAP &&
        stick.from >= last.to - 2 &&
        Math.abs((last.near + last.far) / 2 - middle) <= ASIDE
      );
    });
    if (row === undefined) rows.push([stick]);
    else row.push(stick);
  }
  return rows;
}

/** Whether anything stands beside a piece: left or right of an upright one, above or below a level one. */
function neighbourhood(components: readonly Component[]): (each: Component, level: boolean, reach?: number) => boolean {
  const SQUARE = 64;
  const squares = new Map<number, Component[]>();
  const key = (x: number, y: number): number => Math.floor(y / SQUARE) * 4096 + Math.floor(x / SQUARE);
  for (const each of components)
    for (let y = each.y0; y < each.y1 + SQUARE; y += SQUARE)
      for (let x = each.x0; x < each.x1 + SQUARE; x += SQUARE) {
        const at = key(Math.min(x, each.x1), Math.min(y, each.y1));
        const list = squares.get(at);
        if (list === undefined) squares.set(at, [each]);
        else if (list.at(-1) !== each) list.push(each);
      }
  return (each, level, reach = LONELY) => {
    const [dx, dy] = level ? [0, reach] : [reach, 0];
    const [x0, x1, y0, y1] = [each.x0 - dx, each.x1 + dx, each.y0 - dy, each.y1 + dy];
    for (let y = y0; y < y1 + SQUARE; y += SQUARE)
      for (let x = x0; x < x1 + SQUARE; x += SQUARE)
        for (const other of squares.get(key(Math.min(x, x1), Math.min(y, y1))) ?? [])
          if (other !== each && other.ink > 12 && other.x0 < x1 && other.x1 > x0 && other.y0 < y1 && other.y1 > y0) return true;
    return false;
  };
}
