import type { Box, Place } from '../../src/model/geometry.ts';
import { nonEmpty, type NonEmpty } from '../../src/model/collections.ts';
import type { Block, Cell, Layout, PageGrid, Table, TextLine } from '../../src/model/grid.ts';
import type { Reading } from '../../src/model/page.ts';

/**
 * Pages without PDF: tables from rows of strings, text lines one under the other. Columns are 110 points wide from x = 50, rows 20 high, lines
 * of text 10 high every 24 points.
 */

/** The cell of the left, or of the row above, goes on here. */
export const LEFT = '←';
export const UP = '↑';

export interface CellSpec {
  readonly text: string;
  readonly bold?: boolean;
  readonly shaded?: boolean;
  /** Surest first; `text` alone when absent. */
  readonly readings?: NonEmpty<Reading>;
}

export type Row = readonly (string | CellSpec)[];

export interface TableSpec {
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
  /** Rows (from 0) at which a new page begins. */
  readonly breaks: readonly number[];
}

export interface LineSpec {
  readonly text: string;
  /** Left edge; 50 when absent. */
  readonly x?: number;
  /** Top edge; below what stands before when absent. */
  readonly y?: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** The next item begins a page. */
export const NEW_PAGE = { newPage: true } as const;

export type Item = string | LineSpec | TableSpec | typeof NEW_PAGE;

const TOP = 60;
const LEFT_EDGE = 50;
const WIDTH = 110;
const ROW = 20;

export function bold(text: string): CellSpec {
  return { text, bold: true };
}

/** A table of a document; a line break in a string is a printed line break. */
export function rows(...content: readonly Row[]): TableSpec {
  const columns = Math.max(...content.map((row) => row.length));
  return { rows: content, widths: Array.from({ length: columns }, () => WIDTH), breaks: [] };
}

function specOf(cell: string | CellSpec | undefined): CellSpec {
  return typeof cell === 'string' ? { text: cell } : (cell ?? { text: '' });
}

function isMark(cell: string | CellSpec | undefined, ...marks: readonly string[]): boolean {
  return typeof cell === 'string' && marks.includes(cell);
}

function spansOf(table: TableSpec, row: number, column: number): { rowSpan: number; columnSpan: number } {
  let columnSpan = 1;
  while (isMark(table.rows[row]?.[column + columnSpan], LEFT)) columnSpan++;
  let rowSpan = 1;
  while (isMark(table.rows[row + rowSpan]?.[column], UP)) rowSpan++;
  return { rowSpan, columnSpan };
}

function printedLines(text: string, place: Place, isBold: boolean): TextLine[] {
  return text === '' ? [] : text.split('\n').map((line) => ({ place, text: line, size: 10, bold: isBold, direction: 0 }));
}

/** The table where it stands: `index` among the tables of its first page, `top` in points. */
export function placeTable(spec: TableSpec, page: number, top: number, index: number): { table: Table; page: number; bottom: number } {
  const starts = [0, ...spec.breaks];
  const partOf = (row: number): number => starts.filter((start) => start <= row).length - 1;
  const yOf = (row: number): number => (partOf(row) === 0 ? top : TOP) + (row - (starts[partOf(row)] ?? 0)) * ROW;
  const xOf = (column: number): number => LEFT_EDGE + spec.widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const placesOf = (row: number, column: number, rowSpan: number, columnSpan: number): NonEmpty<Place> => {
    const byPart = starts.flatMap((_, part): Place[] => {
      const own = Array.from({ length: rowSpan }, (_ignored, offset) => row + offset).filter((each) => partOf(each) === part);
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) return [];
      return [{ page: page + part, box: [xOf(column), yOf(first), xOf(column + columnSpan), yOf(last) + ROW] }];
    });
    const places = nonEmpty(byPart);
    if (places === null) throw new Error('a cell stands nowhere');
    return places;
  };
  const cells = spec.rows.flatMap((row, rowIndex) =>
    spec.widths.flatMap((_, column): Cell[] => {
      if (isMark(row[column], LEFT, UP)) return [];
      const { text, bold: isBold = false, shaded = false, readings } = specOf(row[column]);
      const { rowSpan, columnSpan } = spansOf(spec, rowIndex, column);
      const [place, ...continuations] = placesOf(rowIndex, column, rowSpan, columnSpan);
      return [
        {
          id: `p${String(page)}t${String(index)}r${String(rowIndex)}c${String(column)}`,
          row: rowIndex,
          column,
          rowSpan,
          columnSpan,
          place,
          continuations,
          lines: printedLines(text, place, isBold),
          readings: readings ?? [{ text: text.replaceAll('\n', ' '), cost: 0 }],
          bold: isBold,
          shaded,
        },
      ];
    }),
  );
  const parts = starts.map((start, part): PageGrid => {
    const end = starts[part + 1] ?? spec.rows.length;
    const box: Box = [LEFT_EDGE, yOf(start), xOf(spec.widths.length), yOf(end - 1) + ROW];
    return {
      page: page + part,
      index: part === 0 ? index : 0,
      box,
      rowCount: end - start,
      columnCount: spec.widths.length,
      cells: cells.filter((cell) => partOf(cell.row) === part),
      ruling: 'full',
      continues: part === 0 ? null : { page: page + part - 1, index: part === 1 ? index : 0 },
      confidence: 1,
    };
  });
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('a table has at least one part');
  return {
    table: { parts: [first, ...rest], rowCount: spec.rows.length, columnCount: spec.widths.length, cells, ruling: 'full' },
    page: page + parts.length - 1,
    bottom: parts.at(-1)?.box[3] ?? top,
  };
}

/** A table alone at the top of page 1. */
export function tableOf(...content: readonly Row[]): Table {
  return placeTable(rows(...content), 1, TOP, 0).table;
}

/** The same, with page breaks before the rows `breaks`. */
export function cutTableOf(breaks: readonly number[], ...content: readonly Row[]): Table {
  return placeTable({ ...rows(...content), breaks }, 1, TOP, 0).table;
}

/** Lays text and tables out from top to bottom. */
export function layoutOf(...items: readonly Item[]): Layout {
  const blocks: Block[] = [];
  const grids: PageGrid[] = [];
  let page = 1;
  let y = TOP;
  for (const item of items) {
    if (typeof item === 'object' && 'newPage' in item) {
      page++;
      y = TOP;
    } else if (typeof item === 'object' && 'rows' in item) {
      const index = grids.filter((grid) => grid.page === page).length;
      const placed = placeTable(item, page, y, index);
      blocks.push({ kind: 'table', table: placed.table });
      grids.push(...placed.table.parts);
      ({ page } = placed);
      y = placed.bottom + 14;
    } else {
      const line = typeof item === 'string' ? { text: item } : item;
      const { text, x = LEFT_EDGE, size = 10, bold: isBold = false } = line;
      const top = line.y ?? y;
      const box: Box = [x, top, x + text.length * 5, top + 10];
      blocks.push({ kind: 'text', line: { place: { page, box }, text, size, bold: isBold, direction: 0 } });
      y = Math.max(y, top + 24);
    }
  }
  return { grids, blocks };
}
