import type { SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Members } from './parted-areas.ts';
import { wallBelow, wallRight, type Walls } from './walls.ts';

/** Labels elementary cells that no wall parts: cells with the same label are one area (of any shape). */
function areas(rows: number, columns: number, walls: Walls): number[][] {
  const label: number[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (at(at(label, row), column) !== -1) continue;
      const stack: [number, number][] = [[row, column]];
      at(label, row)[column] = next;
      const visit = (r: number, c: number): void => {
        if (at(at(label, r), c) !== -1) return;
        at(label, r)[c] = next;
        stack.push([r, c]);
      };
      for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
        const [r, c] = cell;
        if (c + 1 < columns && !wallRight(walls, r, c)) visit(r, c + 1);
        if (c > 0 && !wallRight(walls, r, c - 1)) visit(r, c - 1);
        if (r + 1 < rows && !wallBelow(walls, r, c)) visit(r + 1, c);
        if (r > 0 && !wallBelow(walls, r - 1, c)) visit(r - 1, c);
      }
      next += 1;
    }
  }
  return label;
}

/** The rectangle that `members` fill; `null` when they have another shape. */
function rectangleOf(members: readonly (readonly [number, number])[]): SpanRect | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, column] of members) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const rect = { row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
  return rect.rowSpan * rect.columnSpan === members.length ? rect : null;
}

/** The largest rectangle of free cells (by `size`) whose top left cell is (row, column). */
function largestFrom(row: number, column: number, isFree: (r: number, c: number) => boolean, size: (rect: SpanRect) => number): SpanRect {
  let best: SpanRect = { row, column, rowSpan: 1, columnSpan: 1 };
  let width = Infinity;
  for (let rowSpan = 1; isFree(row + rowSpan - 1, column); rowSpan += 1) {
    let free = 0;
    while (free < width && isFree(row + rowSpan - 1, column + free)) free += 1;
    width = free;
    const rect = { row, column, rowSpan, columnSpan: width };
    if (size(rect) > size(best)) best = rect;
  }
  return best;
}

/**
 * Turns walls into cells. An area that is not a rectangle (a border drawn too short, an L) is cut into rectangles, the largest first,
 * so that cells always tile the grid. `xs`, `ys` weigh rectangles by their area on the page. `partsOf`: the cells of areas (by the rows and columns of their members) whose text shows
 * that each is several, `null` for any other.
 */
export function spansOf(
  xs: readonly number[],
  ys: readonly number[],
  walls: Walls,
  partsOf: (areas: readonly Members[]) => readonly (readonly SpanRect[] | null)[] = () => [],
): SpanRect[] {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const label = areas(rows, columns, walls);
  const taken: boolean[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const members = new Map<number, [number, number][]>();
  label.forEach((line, row) =>
    line.forEach((area, column) => {
      const list = members.get(area) ?? [];
      list.push([row, column]);
      members.set(area, list);
    }),
  );
  const parts = partsOf([...members.values()]);
  const size = (rect: SpanRect): number =>
    (at(xs, rect.column + rect.columnSpan) - at(xs, rect.column)) * (at(ys, rect.row + rect.rowSpan) - at(ys, rect.row));
  const cells: SpanRect[] = [];
  for (const [index, [area, list]] of [...members].entries()) {
    const own = parts[index] ?? null;
    if (own !== null) {
      cells.push(...own);
      continue;
    }
    const whole = rectangleOf(list);
    if (whole !== null) {
      cells.push(whole);
      continue;
    }
    const isFree = (r: number, c: number): boolean => label[r]?.[c] === area && taken[r]?.[c] === false;
    let left = list.length;
    while (left > 0) {
      let best: SpanRect | null = null;
      for (const [row, column] of list) {
        if (!isFree(row, column)) continue;
        const rect = largestFrom(row, column, isFree, size);
        if (best === null || size(rect) > size(best)) best = rect;
      }
      if (best === null) break;
      for (let r = best.row; r < best.row + best.rowSpan; r += 1) {
        for (let c = best.column; c < best.column + best.columnSpan; c += 1) at(taken, r)[c] = true;
      }
      left -= best.rowSpan * best.columnSpan;
      cells.push(best);
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
