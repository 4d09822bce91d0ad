import { cellText, type Cell, type Table } from '../../model/grid.ts';

/** A table seen row by row. Rows and columns count from 0. */
export interface TableRows {
  readonly table: Table;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cell that covers this place, `null` where the grid has a hole. */
  readonly at: (row: number, column: number) => Cell | null;
  /** Cells whose first row this is, left to right. */
  readonly starting: (row: number) => readonly Cell[];
}

export function tableRows(table: Table): TableRows {
  const covering = new Map<number, Cell>();
  const starting = new Map<number, Cell[]>();
  for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = starting.get(cell.row);
    if (row === undefined) starting.set(cell.row, [cell]);
    else row.push(cell);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) covering.set(r * table.columnCount + c, cell);
    }
  }
  return {
    table,
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    at: (row, column) => covering.get(row * table.columnCount + column) ?? null,
    starting: (row) => starting.get(row) ?? [],
  };
}

/** Cells with text among those that start in a row. */
export function written(rows: TableRows, row: number): readonly Cell[] {
  return rows.starting(row).filter((cell) => cellText(cell) !== '');
}

/** Distinct cells that cover any of the rows `from`…`to` (inclusive) of one column, top to bottom. */
export function cellsOver(rows: TableRows, from: number, to: number, column: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = from; row <= to; row++) {
    const cell = rows.at(row, column);
    if (cell !== null && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}
