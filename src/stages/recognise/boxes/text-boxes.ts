import type { Component } from '../pixels/components.ts';
import { boxOver, type PixelBox } from '../pixels/picture.ts';
import { withoutOthers } from './around-others.ts';
import { withLeadersApart } from './leaders.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { partTightLines } from './tight-lines.ts';
import type { Regions } from './regions.ts';

/** A line of text; `stroke` is how thick its strokes are, `letter` how tall most of its letters, `foot` where most of them stand, in pixels. */
export interface LineBox extends PixelBox {
  readonly stroke: number;
  readonly letter?: number;
  readonly foot?: number;
}

/** What is given to the recogniser at once: one cell's text, or a piece of a line outside tables. */
export interface TextBox extends PixelBox {
  /** Rows of text in it. */
  readonly lines: readonly LineBox[];
  readonly inCell: boolean;
  /** Its cell's area; for a box outside tables its own. */
  readonly cell: PixelBox;
  /** A bullet or a row of dots, which nobody need read: what it says. */
  readonly mark: string | null;
  /** It stands among the strokes of something drawn, a seal or a signature. */
  readonly inDrawing: boolean;
}

/** White inside a cell that surely parts two texts, in heights of the line: a label and a figure, a word and a stamp beside it. */
const GAP_IN_CELL = 2.2;
const LEAST_GAP_IN_CELL = 60;
/** Edges of pieces this near each other (in heights) stand one under the other. */
const ALIGNED = 0.4;

/** What is lower is a mark; the shortest dash, and the share of its box that a bar of ink fills; ink of the smallest letter. Pixels. */
const LOW = 10;
const DASH = 8;
const BAR = 0.6;
const LETTER = 30;
const EDGE = 35;
const BESIDE_LINE = 11;
const SLENDER = 18;
/** The lowest figure, and how wide the narrowest is in parts of its height. */
const FIGURE = 14;
const NARROW = 0.4;

/** Something to read rather than dirt: more than specks, or a dash wide enough. */
function isText({ parts, x0, x1, y0, y1 }: Piece): boolean {
  const ink = parts.reduce((sum, part) => sum + part.ink, 0);
  const [wide, high] = [x1 - x0, y1 - y0];
  if (areTwoSpecks(parts)) return false;
  // The hyphen of small print that stands for "nothing" has fewer pixels than any letter, all in one bar.
  if (high < LOW) return high >= 2 && wide >= DASH && wide >= 2 * high && ink >= BAR * wide * high;
  return ink >= LETTER;
}

/** Two specks beside each other, no larger than dots, and nothing else; those of a colon stand one above the other. */
function areTwoSpecks([one, other, more]: readonly Component[]): boolean {
  if (one === undefined || other === undefined || more !== undefined) return false;
  return [one, other].every(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) < LOW) && (one.x1 < other.x0 || other.x1 < one.x0);
}

/** What a dark border leaves at the edge of the sheet, where nobody prints. */
function isAtEdge({ x0, x1, y0, y1 }: PixelBox, sheet: PixelBox | undefined): boolean {
  return sheet !== undefined && (x1 < sheet.x0 + EDGE || y1 < sheet.y0 + EDGE || x0 > sheet.x1 - EDGE || y0 > sheet.y1 - EDGE);
}

/** All that stands in a cell is one slender piece of ink along the line that shuts it off. */
function isCrumb([only, another]: readonly Piece[], cell: PixelBox): boolean {
  if (only === undefined || another !== undefined || only.parts.length > 1) return false;
  const [wide, high] = [only.x1 - only.x0, only.y1 - only.y0];
  const [x, y] = [(only.x0 + only.x1) / 2, (only.y0 + only.y1) / 2];
  // A figure alone that is set to the right stands as near the line; it is as wide as figures are.
  const isFigure = high >= FIGURE && wide >= NARROW * high;
  const isBeside = Math.min(x - cell.x0, cell.x1 - x) <= BESIDE_LINE && wide <= SLENDER && !isFigure;
  return isBeside || (Math.min(y - cell.y0, cell.y1 - y) <= BESIDE_LINE && high <= SLENDER);
}

const boxOf = (piece: Piece): LineBox => lineOf([piece]);

/** Everything on a page that may be text, each cell by itself. Components are letters and bullets, lines erased; `drawings`: frames of what is drawn. */
export function textBoxes(
  components: readonly Component[],
  bullets: ReadonlyMap<Component, string>,
  drawings: readonly PixelBox[],
  regions: Regions,
): TextBox[] {
  const byRegion = new Map<number, Component[]>();
  for (const each of components) {
    if (bullets.has(each)) continue;
    const region = regions.at((each.x0 + each.x1) >> 1, (each.y0 + each.y1) >> 1);
    const own = region < 0 ? regions.outside : region;
    const list = byRegion.get(own);
    if (list === undefined) byRegion.set(own, [each]);
    else list.push(each);
  }
  const boxes: TextBox[] = [];
  for (const [region, own] of byRegion) {
    const cell = regions.boxes[region];
    const pieces = piecesOf(own).filter(isText);
    partTightLines(pieces);
    if (region === regions.outside || cell === undefined) {
      for (const { piece, leaders } of pieces.flatMap(withLeadersApart)) {
        if (piece.parts.length === 1 && isAtEdge(piece, regions.boxes[regions.outside])) continue;
        const [own, mark] = [boxOf(piece), leaders > 0 ? '.'.repeat(leaders) : null];
        const inDrawing = drawings.some(({ x0, x1, y0, y1 }) => own.x0 >= x0 && own.x1 <= x1 && own.y0 >= y0 && own.y1 <= y1);
        boxes.push({ ...own, lines: [own], inCell: false, cell: own, mark, inDrawing });
      }
      continue;
    }
    if (regions.ragged && isCrumb(pieces, cell)) continue;
    const rows = rowsOf(pieces);
    if (rows.length === 0) continue;
    const parted = rows.map((row) => columnsOf(row, pieces));
    if (parted.some((columns) => columns.length > 1)) {
      for (const column of parted.flat()) boxes.push({ ...column, lines: [column], inCell: true, cell, mark: null, inDrawing: false });
      continue;
    }
    const lines = parted.flat();
    boxes.push({ ...boxOver(lines), lines, inCell: true, cell, mark: null, inDrawing: false });
  }
  for (const [{ x0, y0, x1, y1 }, mark] of bullets) {
    const own = { x0, y0, x1, y1 };
    boxes.push({ ...own, lines: [{ ...own, stroke: 0 }], inCell: false, cell: own, mark, inDrawing: false });
  }
  return withoutOthers(boxes).sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

function lineOf(pieces: readonly Piece[]): LineBox {
  const letters = pieces.flatMap(({ parts, high }) => parts.filter(({ y0, y1 }) => y1 - y0 >= 0.5 * high));
  const [letter, foot] = [mostly(letters, ({ y0, y1 }) => y1 - y0), mostly(letters, ({ y1 }) => y1)];
  return { ...boxOver(pieces), stroke: strokeOf(pieces), ...(letter === undefined || foot === undefined ? {} : { letter, foot }) };
}

/** The measure in the middle of the letters; crumbs, however many, tell little. */
function mostly(letters: readonly Component[], measure: (letter: Component) => number): number | undefined {
  const usual = letters.map(({ ink }) => ink).sort((a, b) => a - b)[letters.length >> 1] ?? 0;
  const weight = ({ ink }: Component): number => Math.min(ink, usual);
  const half = letters.reduce((sum, letter) => sum + weight(letter), 0) / 2;
  let passed = 0;
  const middle = [...letters].sort((a, b) => measure(a) - measure(b)).find((letter) => (passed += weight(letter)) >= half);
  return middle === undefined ? undefined : measure(middle);
}

function strokeOf(pieces: readonly Piece[]): number {
  let [ink, runs] = [0, 0];
  for (const { parts, high } of pieces)
    for (const part of parts) {
      if (part.y1 - part.y0 < 0.5 * high) continue;
      ink += part.ink;
      runs += part.runs;
    }
  return runs === 0 ? 0 : ink / runs;
}

/** Pieces at one height, from left to right; rows from top to bottom. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1)) {
    const row = rows.findLast((others) =>
      others.every(({ x0, x1, y0, y1 }) => {
        const shared = Math.min(y1, piece.y1) - Math.max(y0, piece.y0);
        return shared > 0.5 * Math.min(y1 - y0, piece.y1 - piece.y0) && (x1 <= piece.x0 || x0 >= piece.x1);
      }),
    );
    if (row === undefined) rows.push([piece]);
    else row.push(piece);
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0));
}

/**
 * A row of a cell as the texts it holds. White between two pieces parts them when it is very wide, or when another row has an edge at the same place: a table
 * without lines stands in the cell. The white of a justified paragraph is neither.
 */
function columnsOf(row: readonly Piece[], all: readonly Piece[]): LineBox[] {
  const columns: Piece[][] = [];
  for (const piece of row) {
    const column = columns.at(-1);
    const before = column?.at(-1);
    if (column === undefined || before === undefined || isParted(before, piece, row, all)) columns.push([piece]);
    else column.push(piece);
  }
  return columns.map((column) => lineOf(column));
}

function isParted(left: Piece, right: Piece, row: readonly Piece[], all: readonly Piece[]): boolean {
  const high = Math.max(left.high, right.high);
  if (right.x0 - left.x1 > Math.max(LEAST_GAP_IN_CELL, GAP_IN_CELL * high)) return true;
  const near = ALIGNED * high;
  return all.some((other) => {
    if (row.includes(other)) return false;
    const clear = other.x1 < left.x1 + near || other.x0 > right.x0 - near;
    return clear && other.x0 > left.x0 + high && (Math.abs(other.x0 - right.x0) < near || Math.abs(other.x1 - right.x1) < near);
  });
}
