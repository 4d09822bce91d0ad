import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Component } from './components.ts';
import { coverage, snap, type EdgeLine } from './snap.ts';
import { spansOf } from './spans.ts';
import { makeWalls, type Walls } from './walls.ts';

/** A separator counts as drawn when at least this share of it is. */
const DRAWN = 0.5;
/** Edges that run on past the outermost crossing edge by more than this leave an open side there. */
const OPEN_SIDE = 8;

/**
 * Adds a line without ink where the crossing edges run on past the outermost drawn line: a table whose side borders are not drawn.
 * Only when most crossing edges do so, else one stray long rule would add a column.
 */
function withOpenSides(lines: readonly EdgeLine[], crossing: readonly EdgeLine[]): EdgeLine[] {
  const first = lines[0];
  const last = lines.at(-1);
  const spans = crossing.map((line) => ({
    from: Math.min(...line.edges.map((edge) => edge.from)),
    to: Math.max(...line.edges.map((edge) => edge.to)),
  }));
  if (spans.length === 0) return [...lines];
  const low = Math.min(...spans.map((span) => span.from));
  const high = Math.max(...spans.map((span) => span.to));
  const majority = (count: number): boolean => count * 2 >= spans.length && count >= Math.min(2, spans.length);
  const result = [...lines];
  if (first === undefined || majority(spans.filter((span) => span.from < first.at - OPEN_SIDE).length))
    result.unshift({ at: low, edges: [] });
  if (last === undefined || majority(spans.filter((span) => span.to > last.at + OPEN_SIDE).length)) result.push({ at: high, edges: [] });
  return result;
}

/** Drops inner lines along which no wall stands: they part nothing. */
function withoutIdleLines(lattice: { xs: readonly number[]; ys: readonly number[]; cells: readonly SpanRect[] }): {
  xs: number[];
  ys: number[];
  cells: SpanRect[];
} {
  const used = (length: number, starts: (cell: SpanRect) => number): boolean[] => {
    const flags = Array.from({ length }, (_, index) => index === 0 || index === length - 1);
    for (const cell of lattice.cells) flags[starts(cell)] = true;
    return flags;
  };
  const usedX = used(lattice.xs.length, (cell) => cell.column);
  const usedY = used(lattice.ys.length, (cell) => cell.row);
  const index = (flags: readonly boolean[]): number[] => {
    let next = -1;
    return flags.map((flag) => (flag ? (next += 1) : next));
  };
  const newX = index(usedX);
  const newY = index(usedY);
  return {
    xs: lattice.xs.filter((_, position) => usedX[position]),
    ys: lattice.ys.filter((_, position) => usedY[position]),
    cells: lattice.cells.map((cell) => ({
      row: at(newY, cell.row),
      column: at(newX, cell.column),
      rowSpan: at(newY, cell.row + cell.rowSpan) - at(newY, cell.row),
      columnSpan: at(newX, cell.column + cell.columnSpan) - at(newX, cell.column),
    })),
  };
}

function wallsOf(xLines: readonly EdgeLine[], yLines: readonly EdgeLine[]): Walls {
  return makeWalls(
    yLines.length - 1,
    xLines.length - 1,
    (row, column) => coverage(at(xLines, column + 1), at(yLines, row).at, at(yLines, row + 1).at) >= DRAWN,
    (row, column) => coverage(at(yLines, row + 1), at(xLines, column).at, at(xLines, column + 1).at) >= DRAWN,
  );
}

/** The grid that the edges of one component draw; `null` when they enclose nothing that could be a cell. */
export function ruledLattice(component: Component): Lattice | null {
  const xLines = snap(component.vertical);
  const yLines = snap(component.horizontal);
  if (xLines.length + yLines.length < 3 || yLines.length === 0) return null;
  const columns = withOpenSides(xLines, yLines);
  const rows = withOpenSides(yLines, xLines);
  if (columns.length < 2 || rows.length < 2) return null;
  const xs = columns.map((line) => line.at);
  const ys = rows.map((line) => line.at);
  const tidy = withoutIdleLines({ xs, ys, cells: spansOf(xs, ys, wallsOf(columns, rows)) });
  const open = columns.length > xLines.length;
  return {
    ...tidy,
    ruling: open ? 'partial' : 'full',
    confidence: open ? 0.95 : 0.99,
    openTop: rows[0]?.edges.length === 0,
    openBottom: rows.at(-1)?.edges.length === 0,
  };
}
