import { fold } from '../../french/text.ts';
import { nonEmpty } from '../../model/collections.ts';
import { cellText, type Block, type Cell, type PageGrid, type Table } from '../../model/grid.ts';
import { columnKind } from './header-words.ts';
import { tableRows, written, type TableRows } from './table-rows.ts';

/** The header stands in one of so many first rows. */
const HEADER_ROWS = 4;

/** Whether headings name actions and what they cost. */
function namesLines(cells: readonly Cell[]): boolean {
  const kinds = new Set(cells.map((cell) => columnKind(cellText(cell))));
  return kinds.has('montant') && (kinds.has('action') || kinds.has('axe'));
}

/** The row of a header that begins anew with its first heading, and the column where it does; `null` for any other table. */
function secondHeader(rows: TableRows): { readonly row: number; readonly column: number } | null {
  for (let row = 0; row < Math.min(HEADER_ROWS, rows.rowCount); row++) {
    const cells = written(rows, row);
    const first = cells[0] === undefined ? '' : fold(cellText(cells[0]));
    const again = cells.flatMap((cell, index) => (index > 0 && fold(cellText(cell)) === first ? [index] : []));
    const [half] = again;
    const start = cells[half ?? -1];
    if (half === undefined || start === undefined || again.length > 1) continue;
    if (namesLines(cells.slice(0, half)) && namesLines(cells.slice(half))) return { row, column: start.column };
  }
  return null;
}

/** The columns `from`…`to` (exclusive) of a table as a table of its own; a title over both is said by the first. */
function columnsOf(table: Table, from: number, to: number): Table | null {
  const cells = table.cells.flatMap((cell): Cell[] => {
    const [first, last] = [Math.max(cell.column, from), Math.min(cell.column + cell.columnSpan, to)];
    return first >= last || (cell.column < from && cellText(cell) !== '')
      ? []
      : [{ ...cell, column: first - from, columnSpan: last - first }];
  });
  const parts = nonEmpty(
    table.parts.map((part): PageGrid => {
      const boxes = cells.filter(({ place, columnSpan }) => place.page === part.page && columnSpan === 1).map(({ place }) => place.box);
      const [left, right] = [Math.min(...boxes.map((box) => box[0])), Math.max(...boxes.map((box) => box[2]))];
      return boxes.length === 0 ? part : { ...part, box: [left, part.box[1], right, part.box[3]] };
    }),
  );
  return parts === null ? null : { ...table, parts, columnCount: to - from, cells };
}

/** The two tables that one grid holds side by side, left then right; only itself where it is one. */
function tablesBeside(table: Table): readonly Table[] {
  const second = secondHeader(tableRows(table));
  if (second === null) return [table];
  const isOver = (cell: Cell): boolean =>
    cell.row > second.row && cell.column < second.column && cell.column + cell.columnSpan > second.column && cellText(cell) !== '';
  if (table.cells.some(isOver)) return [table];
  const [left, right] = [columnsOf(table, 0, second.column), columnsOf(table, second.column, table.columnCount)];
  return left === null || right === null ? [table] : [left, right];
}

/**
 * Two tables whose rows stand at the same heights of one sheet are found as one grid: its header begins anew with its first heading in the middle ("Axe | Action | Coût | Axe |
 * Action | Coût"). A clerk reads the left one to its end, then the right one.
 */
export function withTablesBeside(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): Block[] =>
    block.kind === 'text' ? [block] : tablesBeside(block.table).map((table) => ({ kind: 'table', table })),
  );
}
