import type { Component } from '../pixels/components.ts';
import type { PixelBox } from '../pixels/picture.ts';
import type { Regions } from './regions.ts';

/** What is given to the recogniser at once: one cell's text, or a piece of a line outside tables. */
export interface TextBox extends PixelBox {
  /** Rows of text in it. */
  readonly lines: readonly PixelBox[];
  readonly inCell: boolean;
  /** Its cell's area; for a box outside tables its own. */
  readonly cell: PixelBox;
}

/** Smallest side of ink that may be a mark (a full stop is 5 pixels at 300 dpi), and the largest that may be a letter. */
const SMALLEST = 3;
const TALLEST = 150;
/** Taller than so many usual letters, ink is a drawing: a signature, the ring of a stamp. */
const DRAWN = 3.4;
/** White inside a cell that parts two texts, in heights of the line: a label and a figure, a word and a stamp beside it. */
const GAP_IN_CELL = 2.2;
const LEAST_GAP_IN_CELL = 60;
/** White between two pieces of a line that parts them, outside tables, in heights of the line. */
const GAP_IN_HEIGHTS = 0.95;
const LEAST_GAP = 28;

interface Line {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  parts: Component[];
}

/** Groups letters into lines: taller ones first, so that dots and accents join the line they belong to. */
function linesOf(components: readonly Component[]): Line[] {
  const heights = components.map((each) => each.y1 - each.y0).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length * 0.6)] ?? 20;
  const isBody = (each: Component): boolean => each.y1 - each.y0 >= 0.55 * usual;
  const lines: Line[] = [];
  const bodies = components.filter(isBody).sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
  for (const each of bodies) {
    const middle = (each.y0 + each.y1) / 2;
    const line = lines.findLast(({ y0, y1, parts }) => {
      const shared = Math.min(y1, each.y1) - Math.max(y0, each.y0);
      return shared > 0.5 * Math.min(y1 - y0, each.y1 - each.y0) && middle > y0 - 2 && middle < y1 + 2 && parts.length > 0;
    });
    if (line === undefined) lines.push({ x0: each.x0, y0: each.y0, x1: each.x1, y1: each.y1, parts: [each] });
    else grow(line, each, each.y1 - each.y0 <= 1.6 * usual);
  }
  for (const each of components.filter((each) => !isBody(each))) {
    let best: Line | null = null;
    let nearest = 0.7 * usual;
    const middle = (each.y0 + each.y1) / 2;
    for (const line of lines) {
      const distance = middle < line.y0 ? line.y0 - middle : middle > line.y1 ? middle - line.y1 : 0;
      if (distance < nearest) [best, nearest] = [line, distance];
    }
    if (best === null) lines.push({ x0: each.x0, y0: each.y0, x1: each.x1, y1: each.y1, parts: [each] });
    else grow(best, each, true);
  }
  return lines.sort((a, b) => a.y0 - b.y0);
}

function grow(line: Line, each: Component, tall: boolean): void {
  line.parts.push(each);
  line.x0 = Math.min(line.x0, each.x0);
  line.x1 = Math.max(line.x1, each.x1);
  if (!tall) return;
  line.y0 = Math.min(line.y0, each.y0);
  line.y1 = Math.max(line.y1, each.y1);
}

/** Parts a line where the white is wider than `gap`. */
function pieces(line: Line, gap: number): Line[] {
  const out: Line[] = [];
  for (const part of [...line.parts].sort((a, b) => a.x0 - b.x0)) {
    const last = out.at(-1);
    if (last !== undefined && part.x0 - last.x1 <= gap) {
      last.parts.push(part);
      last.x1 = Math.max(last.x1, part.x1);
      last.y0 = Math.min(last.y0, part.y0);
      last.y1 = Math.max(last.y1, part.y1);
    } else out.push({ x0: part.x0, y0: part.y0, x1: part.x1, y1: part.y1, parts: [part] });
  }
  return out;
}

/** Something to read rather than dirt: more than specks, or a dash wide enough. */
function isText({ parts, x0, x1, y0, y1 }: Line): boolean {
  const ink = parts.reduce((sum, part) => sum + part.ink, 0);
  if (ink < 30) return false;
  return y1 - y0 >= 10 || (x1 - x0 >= 9 && x1 - x0 >= 2 * (y1 - y0));
}

const boxOf = ({ x0, y0, x1, y1 }: PixelBox): PixelBox => ({ x0, y0, x1, y1 });

/** Tells ink that may be letters from what is drawn or dirt, by the usual size of the page's letters. */
export function letterFilter(components: readonly Component[]): (each: Component) => boolean {
  const heights = components
    .map((each) => each.y1 - each.y0)
    .filter((high) => high >= 10 && high <= 90)
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 30;
  const tallest = Math.min(TALLEST, Math.max(70, DRAWN * usual));
  return ({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= SMALLEST && y1 - y0 <= tallest && x1 - x0 <= 900;
}

/** Everything on a page that may be text, each cell by itself. Components are letters, lines erased. */
export function textBoxes(components: readonly Component[], regions: Regions): TextBox[] {
  const byRegion = new Map<number, Component[]>();
  for (const each of components) {
    const region = regions.at((each.x0 + each.x1) >> 1, (each.y0 + each.y1) >> 1);
    const own = region < 0 ? regions.outside : region;
    const list = byRegion.get(own);
    if (list === undefined) byRegion.set(own, [each]);
    else list.push(each);
  }
  const boxes: TextBox[] = [];
  for (const [region, own] of byRegion) {
    const cell = regions.boxes[region];
    if (region === regions.outside || cell === undefined) {
      for (const line of linesOf(own))
        for (const piece of pieces(line, Math.max(LEAST_GAP, GAP_IN_HEIGHTS * (line.y1 - line.y0))).filter(isText))
          boxes.push({ ...boxOf(piece), lines: [boxOf(piece)], inCell: false, cell: boxOf(piece) });
      continue;
    }
    const lines = linesOf(own).filter(isText);
    const [first] = lines;
    if (first === undefined) continue;
    const parted = lines.map((line) => pieces(line, Math.max(LEAST_GAP_IN_CELL, GAP_IN_CELL * (line.y1 - line.y0))).filter(isText));
    if (parted.some((parts) => parts.length > 1)) {
      for (const piece of parted.flat()) boxes.push({ ...boxOf(piece), lines: [boxOf(piece)], inCell: true, cell });
      continue;
    }
    const x0 = Math.min(...lines.map((line) => line.x0));
    const x1 = Math.max(...lines.map((line) => line.x1));
    const y0 = Math.min(...lines.map((line) => line.y0));
    const y1 = Math.max(...lines.map((line) => line.y1));
    boxes.push({ x0, y0, x1, y1, lines: lines.map(boxOf), inCell: true, cell });
  }
  return boxes.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}
