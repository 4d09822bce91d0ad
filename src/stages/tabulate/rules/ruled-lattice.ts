import type { Word } from '../../../model/page.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Component } from './components.ts';
import { withoutIdleLines } from './idle-lines.ts';
import { coverage, snap, type EdgeLine } from './snap.ts';
import { partedAreas } from './parted-areas.ts';
import { spansOf } from './spans.ts';
import { makeWalls, type Walls } from './walls.ts';

/** A separator counts as drawn when at least this share of it is. */
const DRAWN = 0.5;
/** Edges that run on past the outermost crossing edge by more than this leave an open side there. */
const OPEN_SIDE = 8;

/** Edges that end within this of each other end together, in points. */
const SAME_END = 3;

interface Extent {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Whether edges that run on to an open side show a column (row) there: most of them, or some that end together and enclose most of the table. */
function enclose(running: readonly Extent[], end: (extent: Extent) => number, all: readonly Extent[]): boolean {
  if (running.length * 2 >= all.length && running.length >= Math.min(2, all.length)) return true;
  const ends = running.map(end);
  const together = running.filter((extent) => ends.filter((other) => Math.abs(other - end(extent)) <= SAME_END).length >= 2);
  const reach = (extents: readonly Extent[]): number =>
    Math.max(...extents.map((extent) => extent.at)) - Math.min(...extents.map((extent) => extent.at));
  return together.length >= 2 && reach(together) >= DRAWN * reach(all);
}

/**
 * Adds a line without ink where the crossing edges run on past the outermost drawn line: a table whose side borders are not drawn.
 * `hasText(from, to)`: some word stands between two positions; without text there is no column to add.
 */
function withOpenSides(
  lines: readonly EdgeLine[],
  crossing: readonly EdgeLine[],
  hasText: (from: number, to: number) => boolean,
): EdgeLine[] {
  const first = lines[0];
  const last = lines.at(-1);
  const extents = crossing
    .filter((line) => line.edges.length > 0)
    .map((line): Extent => ({
      at: line.at,
      from: Math.min(...line.edges.map((edge) => edge.from)),
      to: Math.max(...line.edges.map((edge) => edge.to)),
    }));
  if (extents.length === 0) return [...lines];
  const low = Math.min(...extents.map((extent) => extent.from));
  const high = Math.max(...extents.map((extent) => extent.to));
  const result = [...lines];
  const before = extents.filter((extent) => first === undefined || extent.from < first.at - OPEN_SIDE);
  const after = extents.filter((extent) => last === undefined || extent.to > last.at + OPEN_SIDE);
  if (first === undefined || (enclose(before, (extent) => extent.from, extents) && hasText(low, first.at)))
    result.unshift({ at: low, edges: [] });
  if (last === undefined || (enclose(after, (extent) => extent.to, extents) && hasText(last.at, high)))
    result.push({ at: high, edges: [] });
  return result;
}

function wallsOf(xLines: readonly EdgeLine[], yLines: readonly EdgeLine[]): Walls {
  return makeWalls(
    yLines.length - 1,
    xLines.length - 1,
    (row, column) => coverage(at(xLines, column + 1), at(yLines, row).at, at(yLines, row + 1).at) >= DRAWN,
    (row, column) => coverage(at(yLines, row + 1), at(xLines, column).at, at(xLines, column + 1).at) >= DRAWN,
  );
}

/** Whether a lower border is drawn under the cells of the last row and left out under the merged ones that began above it. */
function endsRow({ xs, ys, cells }: Pick<Lattice, 'xs' | 'ys' | 'cells'>, border: EdgeLine | undefined): boolean {
  if (border === undefined || border.edges.length === 0) return false;
  const last = cells.filter(({ row, rowSpan }) => row + rowSpan === ys.length - 1);
  const isDrawn = ({ column, columnSpan }: SpanRect): boolean => coverage(border, at(xs, column), at(xs, column + columnSpan)) >= DRAWN;
  const open = last.filter((cell) => !isDrawn(cell));
  return open.length > 0 && open.length < last.length && open.every(({ rowSpan }) => rowSpan > 1);
}

/** The grid that the edges of one component draw around words; `null` when they enclose nothing that could be a cell. */
export function ruledLattice(component: Component, words: readonly Word[]): Lattice | null {
  const xLines = snap(component.vertical);
  const yLines = snap(component.horizontal);
  if (xLines.length + yLines.length < 3 || yLines.length === 0) return null;
  const [left, top, right, bottom] = component.box;
  const near = words
    .map((word): [number, number] => [(word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2])
    .filter(([x, y]) => x > left && x < right && y > top && y < bottom);
  const columns = withOpenSides(xLines, yLines, (from, to) => near.some(([x]) => x > from && x < to));
  const rows = withOpenSides(yLines, xLines, (from, to) => near.some(([, y]) => y > from && y < to));
  if (columns.length < 2 || rows.length < 2) return null;
  const xs = columns.map((line) => line.at);
  const ys = rows.map((line) => line.at);
  const tidy = withoutIdleLines({
    xs,
    ys,
    cells: spansOf(xs, ys, wallsOf(columns, rows), (areas) => partedAreas({ xs, ys }, areas, words)),
  });
  const open = columns.length > xLines.length;
  return {
    ...tidy,
    ruling: open ? 'partial' : 'full',
    confidence: open ? 0.95 : 0.99,
    drawnColumns: true,
    openTop: rows[0]?.edges.length === 0,
    openBottom: rows.at(-1)?.edges.length === 0,
    endsRow: endsRow(tidy, rows.at(-1)),
  };
}
