import { nonEmpty } from '../../model/collections.ts';
import type { Block, Table } from '../../model/grid.ts';
import { statesFacts } from './bands.ts';
import { tableRows, type TableRows } from './table-rows.ts';

/** The rows where a page begins with a heading: facts, each with its label, where the page before ended with rows of a table. */
function headedRows(rows: TableRows): number[] {
  const pageOf = (row: number): number | undefined => rows.starting(row)[0]?.place.page;
  return Array.from({ length: rows.rowCount }, (_, row) => row).filter((row) => {
    const [own, above] = [pageOf(row), pageOf(row - 1)];
    return own !== undefined && above !== undefined && own > above && statesFacts(rows, row);
  });
}

/** The rows `from`…`to` (exclusive) of a table as a table of its own. */
function rowsOf(table: Table, from: number, to: number): Table | null {
  const cells = table.cells.filter(({ row }) => row >= from && row < to).map((cell) => ({ ...cell, row: cell.row - from }));
  const pages = new Set(cells.map(({ place }) => place.page));
  const parts = nonEmpty(table.parts.filter(({ page }) => pages.has(page)));
  return parts === null ? null : { ...table, parts, rowCount: to - from, cells };
}

function headedParts(table: Table): readonly Table[] {
  if (table.parts.length === 1) return [table];
  const bounds = [0, ...headedRows(tableRows(table)), table.rowCount];
  const parts = bounds.slice(1).map((to, index) => rowsOf(table, bounds[index] ?? 0, to));
  return parts.flatMap((part) => part ?? []);
}

/**
 * The heading of a programme that stands in the lines of its table is found as rows of it, and where the columns agree the page goes on with the table of the programme before. A page that
 * begins with the facts of a heading begins a table of its own.
 */
export function withHeadedParts(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): Block[] =>
    block.kind === 'text' ? [block] : headedParts(block.table).map((table) => ({ kind: 'table', table })),
  );
}
