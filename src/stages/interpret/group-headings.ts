import { fold } from '../../french/text.ts';
import { overlap } from '../../model/geometry.ts';
import { cellText, type Cell, type Table } from '../../model/grid.ts';
import type { Band } from './bands.ts';
import { isLabel } from './heading-labels.ts';
import { tableRows, type TableRows } from './table-rows.ts';

/** An extent across the page, points. */
export interface Extent {
  readonly x0: number;
  readonly x1: number;
  /** What heads a column by itself, folded, under the heading of its group. */
  readonly label?: string;
  /** Where that heading begins. */
  readonly start?: number;
}

/** How far a heading stands from the middle, or from the left edge, of the columns it would head. */
function misfit(text: Extent, first: Extent, last: Extent): number {
  const centred = Math.abs((text.x0 + text.x1 - first.x0 - last.x1) / 2);
  const outside = Math.max(0, first.x0 - text.x0) + Math.max(0, text.x1 - last.x1);
  return Math.min(centred, Math.abs(text.x0 - first.x0)) + outside;
}

/** Groups of columns that begin anew with the same heading ("Prévu | Valorisé | Prévu | Valorisé"): as many as there are headings, each over columns of its own. */
function repeatedGroups(texts: readonly Extent[], columns: readonly Extent[]): readonly number[] | null {
  const label = columns[0]?.label ?? '';
  const starts = columns.flatMap((column, index) => (column.label === label ? [index] : []));
  if (label === '' || texts.length < 2 || starts.length !== texts.length || starts.length === columns.length) return null;
  const isOver = texts.every(({ x0, x1 }, t) => {
    const [first, last] = [columns[starts[t] ?? -1], columns[(starts[t + 1] ?? columns.length) - 1]];
    return first !== undefined && last !== undefined && overlap(x0, x1, first.x0, last.x1) > 0.5 * (x1 - x0);
  });
  return isOver ? columns.map((_, index) => starts.findLastIndex((start) => start <= index)) : null;
}

/** Texts that begin within this of each other begin together, in points. */
const TOGETHER = 1.5;

/** Headings set at the left of their groups: each begins where the heading of some column does, one behind the other. */
function leftGroups(texts: readonly Extent[], columns: readonly Extent[]): readonly number[] | null {
  const starts = texts.map(({ x0 }) => columns.findIndex(({ start }) => start !== undefined && Math.abs(start - x0) <= TOGETHER));
  if (texts.length < 2 || starts.includes(-1) || starts.some((start, t) => t > 0 && start <= (starts[t - 1] ?? 0))) return null;
  return columns.map((_, index) => starts.findLastIndex((start) => start <= index));
}

/**
 * Which of the headings of a row each column belongs to, where no rule shows how far a heading reaches: every heading takes a run of columns next to
 * each other, none is left over, and together they stand best in the middle (or at the left) of their columns. Indexes into `texts`, by column.
 */
export function assignGroups(texts: readonly Extent[], columns: readonly Extent[]): readonly number[] | null {
  if (texts.length === 0 || texts.length > columns.length) return null;
  const shown = repeatedGroups(texts, columns) ?? leftGroups(texts, columns);
  if (shown !== null) return shown;
  /** best[t][c]: the cheapest way for the first t headings to take the first c columns, and where the last of them begins. */
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  texts.forEach((text, t) => {
    const row: { cost: number; from: number }[] = [];
    for (let to = t + 1; to <= columns.length; to++) {
      for (let from = t; from < to; from++) {
        const before = best[t]?.[from]?.cost ?? Infinity;
        const [first, last] = [columns[from], columns[to - 1]];
        if (first === undefined || last === undefined) continue;
        const cost = before + misfit(text, first, last);
        if (cost < (row[to]?.cost ?? Infinity)) row[to] = { cost, from };
      }
    }
    best.push(row);
  });
  const assigned = columns.map(() => 0);
  let to = columns.length;
  for (let t = texts.length; t > 0; t--) {
    const end = best[t]?.[to];
    if (end === undefined || end.cost === Infinity) return null;
    assigned.fill(t - 1, end.from, to);
    to = end.from;
  }
  return to === 0 ? assigned : null;
}

function ink(cell: Cell): Extent {
  const boxes = cell.lines.map((line) => line.place.box);
  return boxes.length === 0
    ? { x0: cell.place.box[0], x1: cell.place.box[2] }
    : { x0: Math.min(...boxes.map((box) => box[0])), x1: Math.max(...boxes.map((box) => box[2])) };
}

/** Where each column of a table stands, from its cells of one column. */
export function columnExtents(rows: TableRows): Extent[] {
  return Array.from({ length: rows.columnCount }, (_, column) => {
    const boxes = rows.table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1).map((cell) => cell.place.box);
    return { x0: Math.min(...boxes.map((box) => box[0])), x1: Math.max(...boxes.map((box) => box[2])) };
  });
}

/** Runs of columns next to each other that belong under groups: each has a heading of its own below, or none at all between two that do. */
function runs(count: number, isHeaded: (column: number) => boolean, isBare: (column: number) => boolean): number[][] {
  const found: number[][] = [];
  let between: number[] = [];
  for (let column = 0; column < count; column++) {
    if (isHeaded(column)) {
      const last = found.at(-1);
      if (last?.at(-1) === column - between.length - 1) last.push(...between, column);
      else found.push([column]);
      between = [];
    } else if (isBare(column)) between.push(column);
    else between = [];
  }
  return found;
}

/** Whether a heading of its own begins in one column of these rows. */
function isHeadedIn(rows: TableRows, column: number, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) {
    const cell = rows.at(row, column);
    if (cell?.row === row && cell.column === column && cellText(cell) !== '') return true;
  }
  return false;
}

/** Where a column stands, with the heading that it has of its own in these rows. */
export function headedExtent(rows: TableRows, extents: readonly Extent[], column: number, from: number, to: number): Extent {
  const all = Array.from({ length: to - from + 1 }, (_, index) => rows.at(from + index, column) ?? []).flat();
  const cells = [...new Set(all)].filter((cell) => cellText(cell) !== '');
  const own = extents[column] ?? { x0: 0, x1: 0 };
  if (cells.length === 0) return own;
  return { ...own, label: fold(cells.map(cellText).join(' ')), start: Math.min(...cells.map((cell) => ink(cell).x0)) };
}

/** How far from the middle of its columns a lone heading may stand, as a share of their width. */
const CENTRED = 0.1;

/** What begins this near the border of its columns, in points, is set to the left: it may be in their middle by chance. */
const PADDING = 4;

/** What stands this near the middle of a whole run, as a share of its width, may well head all of it: where columns without rules end is only guessed. */
const OVER_ALL = 0.03;

/** The only heading of a row, set in the middle of the several columns that it runs over, not to the left as the heading `below` it is, and not as well in the middle of the whole run: it heads no others. */
function keepsToItsColumns(cell: Cell, extents: readonly Extent[], run: readonly number[], below: Extent): boolean {
  const { x0, x1 } = ink(cell);
  const off = (from: number, to: number): { readonly by: number; readonly left: number; readonly width: number } | null => {
    const [first, last] = [extents[from], extents[to]];
    if (first === undefined || last === undefined) return null;
    return { by: Math.abs((x0 + x1 - first.x0 - last.x1) / 2), left: x0 - first.x0, width: last.x1 - first.x0 };
  };
  const own = off(cell.column, cell.column + cell.columnSpan - 1);
  const whole = off(run[0] ?? -1, run.at(-1) ?? -1);
  if (cell.columnSpan < 2 || own === null || whole === null) return false;
  const isOverAll = run.length > cell.columnSpan && whole.by <= OVER_ALL * whole.width;
  const isLeft = own.left <= PADDING || (below.start !== undefined && Math.abs(x0 - below.start) <= TOGETHER);
  return !isLeft && own.by <= CENTRED * own.width && !isOverAll;
}

/** The cell over a column in a row of a header; `null` where it is the table's own. */
export type HeadingAt = (row: number, column: number) => Cell | null;

/**
 * Group headings of a header that draws no walls: a heading over several columns stands in the cell of one of them, with empty cells beside it.
 * Gives each of those columns its heading.
 */
export function groupHeadings(rows: TableRows, band: Band): HeadingAt {
  const given = new Map<string, Cell>();
  if (rows.table.ruling !== 'full') {
    const extents = columnExtents(rows);
    for (let row = band.header.from; row < band.header.to; row++) {
      const isOpen = (column: number): boolean => {
        const cell = rows.at(row, column);
        // Beside facts that stand over the header on its left, the empty cell may be one with the white next to them.
        const isBeside = cell !== null && cell.row < band.header.from && cellText(cell) === '';
        return cell !== null && (cell.row === row || isBeside) && cell.row + cell.rowSpan - 1 < band.header.to;
      };
      const isHeaded = (column: number): boolean => isOpen(column) && isHeadedIn(rows, column, row + 1, band.header.to);
      const isBare = (column: number): boolean => isOpen(column) && !isHeadedIn(rows, column, band.header.from, band.header.to);
      for (const run of runs(rows.columnCount, isHeaded, isBare)) {
        const cells = [...new Set(run.flatMap((column) => rows.at(row, column) ?? []))];
        const headed = cells.filter((cell) => cellText(cell) !== '');
        if (headed.length === 0 || headed.length === cells.length) continue;
        const above = new Set(run.map((column) => given.get(`${String(row - 1)} ${String(column)}`) ?? rows.at(row - 1, column)));
        const isUnderNarrower =
          row > band.header.from && [...above].filter((cell) => cell !== null && cellText(cell) !== '').length > headed.length;
        // Headings grow narrower downwards: fewer than in the row above are the rest of some of these ("2024" under "Prévisionnel", beside "Bilan 2020-2021").
        if (isUnderNarrower) continue;
        const [only] = headed;
        const below = headedExtent(rows, extents, only?.column ?? 0, row + 1, band.header.to);
        if (headed.length === 1 && only !== undefined && keepsToItsColumns(only, extents, run, below)) {
          for (const column of run)
            if (column >= only.column && column < only.column + only.columnSpan) given.set(`${String(row)} ${String(column)}`, only);
          continue;
        }
        const groups = assignGroups(
          headed.map(ink),
          run.map((column) => headedExtent(rows, extents, column, row + 1, band.header.to)),
        );
        run.forEach((column, index) => {
          const cell = headed[groups?.[index] ?? -1];
          if (cell !== undefined) given.set(`${String(row)} ${String(column)}`, cell);
        });
      }
    }
  }
  return (row, column) => given.get(`${String(row)} ${String(column)}`) ?? null;
}

/** White between two parts of one header, in points, at the most. */
const GAP = 6;

/** Whether a table is nothing but the upper rows of the header of the one that stands right under it. */
function isCrown(crown: Table, table: Table): boolean {
  const [above, below] = [crown.parts.at(-1), table.parts[0]];
  return (
    above !== undefined &&
    crown.rowCount <= 3 &&
    above.page === below.page &&
    Math.abs(below.box[1] - above.box[3]) <= GAP &&
    Math.abs(below.box[0] - above.box[0]) <= GAP &&
    Math.abs(below.box[2] - above.box[2]) <= GAP &&
    crown.columnCount < table.columnCount &&
    !crown.cells.some((cell) => cellText(cell).includes(':')) &&
    crown.cells.filter((cell) => isLabel(cellText(cell))).length < 2 &&
    !crown.cells.some((cell) => /\d[\d .\u00a0\u202f]*(?:,\d\d)? ?€/u.test(cellText(cell)))
  );
}

/** The headings that a header torn off its table gives each column, from the top; none where the table above is no such header. */
export function crownHeadings(crown: Table | null, rows: TableRows): readonly (readonly Cell[])[] {
  if (crown === null || !isCrown(crown, rows.table)) return [];
  const upper = tableRows(crown);
  const extents = columnExtents(rows);
  const headings: Cell[][] = extents.map(() => []);
  const isHeaded = (column: number): boolean => isHeadedIn(rows, column, 0, 0);
  const headed = extents.flatMap((_, column) => (isHeaded(column) ? [column] : []));
  const isOutside = (column: number): boolean => column < (headed[0] ?? 0) || column > (headed.at(-1) ?? 0);
  extents.forEach((extent, column) => {
    const middle = (extent.x0 + extent.x1) / 2;
    const over = crown.cells.filter((cell) => cell.place.box[0] <= middle && middle <= cell.place.box[2] && cellText(cell) !== '');
    if (isOutside(column) && over.length === 1) headings[column]?.push(...over);
  });
  const taken = new Set(headings.flat());
  for (let row = 0; row < upper.rowCount; row++) {
    const texts = upper.starting(row).filter((cell) => cellText(cell) !== '' && !taken.has(cell));
    for (const run of runs(extents.length, isHeaded, (column) => !isOutside(column))) {
      const groups = assignGroups(
        texts.map(ink),
        run.map((column) => headedExtent(rows, extents, column, 0, 0)),
      );
      run.forEach((column, index) => {
        const cell = texts[groups?.[index] ?? -1];
        if (cell !== undefined) headings[column]?.push(cell);
      });
    }
  }
  return headings;
}
