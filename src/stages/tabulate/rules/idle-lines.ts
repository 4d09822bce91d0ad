import { at, type SpanRect } from '../lattice.ts';

/** Drops inner lines along which no wall stands: they part nothing. */
export function withoutIdleLines(lattice: { xs: readonly number[]; ys: readonly number[]; cells: readonly SpanRect[] }): {
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
