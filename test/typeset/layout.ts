import type { RichText, Run, Table, TableCell, TableRow } from './model.ts';

export function runs(text: RichText): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}

export function plainText(text: RichText): string {
  return runs(text)
    .map((run) => run.text)
    .join('');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A cell at its place in the grid of its table. */
export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface PlacedRow {
  readonly row: TableRow;
  /** One entry a grid column: the cell that starts there, or null where a span covers it. */
  readonly slots: readonly (PlacedCell | null)[];
}

/**
 * Places the cells of a table on its grid.
 * @throws Error when a row does not fill its columns exactly, or a span leaves the table: a mistake of the caller.
 */
export function placeCells(table: Table): readonly PlacedRow[] {
  const width = table.columns.length;
  const coveredUntil = new Array<number>(width).fill(0);
  return table.rows.map((row, rowIndex) => {
    const slots = new Array<PlacedCell | null>(width).fill(null);
    let column = 0;
    const skipCovered = (): void => {
      while (column < width && (coveredUntil[column] ?? 0) > rowIndex) column += 1;
    };
    for (const cell of row.cells) {
      skipCovered();
      const colSpan = cell.colSpan ?? 1;
      const rowSpan = cell.rowSpan ?? 1;
      if (column + colSpan > width || rowIndex + rowSpan > table.rows.length) {
        throw new Error(`cell "${plainText(cell.text)}" of row ${rowIndex} leaves its table`);
      }
      slots[column] = { cell, row: rowIndex, column, rowSpan, colSpan };
      for (let covered = column; covered < column + colSpan; covered += 1) {
        if ((coveredUntil[covered] ?? 0) > rowIndex) throw new Error(`cells overlap in row ${rowIndex}`);
        coveredUntil[covered] = rowIndex + rowSpan;
      }
      column += colSpan;
    }
    skipCovered();
    if (column < width) throw new Error(`row ${rowIndex} fills ${column} of ${width} columns`);
    return { row, slots };
  });
}

export interface CellBorders {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/** The rules around one cell under the border style of its table. */
export function cellBorders(table: Table, placed: PlacedCell): CellBorders {
  const own = placed.cell.borders;
  if (own !== undefined) return { top: own === 'all', right: own === 'all', bottom: own === 'all', left: own === 'all' };
  const first = placed.row === 0;
  const last = placed.row + placed.rowSpan === table.rows.length;
  const underHeader = (table.headerRows ?? 0) > 0 && placed.row + placed.rowSpan === table.headerRows;
  switch (table.border ?? 'all') {
    case 'all':
      return { top: true, right: true, bottom: true, left: true };
    case 'horizontal':
      return { top: true, right: false, bottom: true, left: false };
    case 'header':
      return { top: first, right: false, bottom: underHeader, left: false };
    case 'outer':
      return {
        top: first,
        right: placed.column + placed.colSpan === table.columns.length,
        bottom: last || underHeader,
        left: placed.column === 0,
      };
    case 'none':
    case 'zebra':
      return { top: false, right: false, bottom: false, left: false };
  }
}

/** The fill of one cell: its own, its row's, or the stripe of a zebra table. */
export function cellBackground(table: Table, placed: PlacedCell): string | undefined {
  const own = placed.cell.background ?? table.rows[placed.row]?.background;
  if (own !== undefined) return own;
  const body = placed.row - (table.headerRows ?? 0);
  if (table.border === 'zebra' && placed.rowSpan === 1 && body >= 0 && body % 2 === 1) return table.zebraColor ?? '#e8eef5';
  return undefined;
}

export function pageFieldPieces(text: string): readonly ({ text: string } | { field: 'page' | 'pages' })[] {
  return text
    .split(/(\{pages?\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '{page}' ? { field: 'page' } : piece === '{pages}' ? { field: 'pages' } : { text: piece }));
}
