import type { Cell, PageGrid, Ruling, Table } from '../../../model/grid.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { matchColumns, type ColumnMatch } from './columns.ts';
import { cutCells, isCutRow } from './cut-row.ts';
import { hasForeignHeader, laidIn } from './foreign-header.ts';
import { beginsHead, isFurniture } from './furniture.ts';
import { repeatedHeaderRows } from './header.ts';
import { hasNewHeader } from './new-header.ts';
import { joinCutCell, withColumns } from './joined-cells.ts';
import type { PageParts, Part } from './part.ts';

/** White left below a table (share of the page's height) beyond what its next row needs: a table that ends there does not go on. */
const FREE = 0.12;
/** Bottom margin, as a share of the page's height, that no table is expected to fill. */
const MARGIN = 0.09;

interface Growing {
  readonly parts: [Part, ...Part[]];
  xs: readonly number[];
  cells: readonly Cell[];
  rowCount: number;
}

const RULINGS: readonly Ruling[] = ['full', 'partial', 'none'];

function toTable(growing: Growing, grids: ReadonlyMap<PageGrid, PageGrid>): Table {
  const final = (part: Part): PageGrid => grids.get(part.grid) ?? part.grid;
  const [first, ...rest] = growing.parts;
  const weakest = Math.max(...growing.parts.map((part) => RULINGS.indexOf(part.grid.ruling)));
  return {
    parts: [final(first), ...rest.map(final)],
    rowCount: growing.rowCount,
    columnCount: growing.xs.length - 1,
    cells: growing.cells,
    ruling: RULINGS[weakest] ?? 'none',
  };
}

/** Nothing but page furniture stands between a last part of one page and a first part of the next. */
function nothingBetween(pages: readonly PageParts[], index: number, last: Part, first: Part): boolean {
  const [above, below] = [pages[index - 1], pages[index]];
  if (above === undefined || below === undefined) return false;
  const middle = (box: readonly number[]): number => ((box[1] ?? 0) + (box[3] ?? 0)) / 2;
  return (
    above.lines.every((line) => middle(line.place.box) < last.grid.box[3] || isFurniture(line, above, [pages[index - 2], below])) &&
    below.lines.every(
      (line) =>
        middle(line.place.box) > first.grid.box[1] ||
        (isFurniture(line, below, [above, pages[index + 1]]) && !beginsHead(line, below, [above, pages[index - 2]])),
    )
  );
}

/** The table above fills its page as far as the next row lets it. */
function fillsPage(above: PageParts, last: Part, first: Part, headerRows: number): boolean {
  const height = above.page.height;
  const nextRow = (first.ys[headerRows + 1] ?? 0) - (first.ys[headerRows] ?? 0);
  return height * (1 - MARGIN) - last.grid.box[3] <= nextRow + FREE * height;
}

/** `laid`: the part in the columns in which its rows are joined. */
function append(growing: Growing, part: Part, laid: Part, match: ColumnMatch, headerRows: number, vocabulary: Vocabulary): void {
  const above = withColumns(growing.cells, match.earlier);
  const below = withColumns(laid.grid.cells, match.later)
    .filter((cell) => cell.row + cell.rowSpan > headerRows)
    .map((cell) => {
      const row = Math.max(0, cell.row - headerRows);
      return { ...cell, row, rowSpan: cell.row + cell.rowSpan - headerRows - row };
    });
  const lastPart = growing.parts.at(-1);
  // Under a drawn border nothing goes on, though the next page leaves its own top border out.
  const open = lastPart?.openBottom === true || (lastPart?.grid.ruling !== 'full' && headerRows === 0 && part.openTop);
  const lastRow = growing.rowCount - 1;
  const closed = !open && lastPart?.grid.ruling === 'full' && part.grid.ruling === 'full';
  const cut = part.grid.rowCount > headerRows && lastPart?.endsRow !== true && isCutRow(above, lastRow, below, 0, { open, closed });
  const offset = growing.rowCount - (cut ? 1 : 0);
  const moved = below.map((cell) => ({ ...cell, row: cell.row + offset }));
  if (cut) {
    const joined = above.map((cell) => {
      const lower = moved.find(
        (other) => other.row === lastRow && other.column === cell.column && cell.row + cell.rowSpan === growing.rowCount,
      );
      return lower === undefined ? cell : joinCutCell(cell, lower, vocabulary);
    });
    growing.cells = [...joined, ...moved.filter((cell) => cell.row !== lastRow)];
  } else {
    const parts = new Map(cutCells(above, lastRow, moved, offset));
    const rests = new Set(parts.values());
    growing.cells = [
      ...above.map((cell) => {
        const rest = parts.get(cell);
        return rest === undefined ? cell : { ...joinCutCell(cell, rest, vocabulary), rowSpan: cell.rowSpan + rest.rowSpan };
      }),
      ...moved.filter((cell) => !rests.has(cell)),
    ];
  }
  growing.rowCount = offset + part.grid.rowCount - headerRows;
  growing.xs = match.xs;
  growing.parts.push(part);
}

const areBeside = (one: Part, other: Part): boolean => one.grid.box[2] <= other.grid.box[0] || one.grid.box[0] >= other.grid.box[2];

/** The parts of a page that none of its other parts stands above: one, or several side by side. */
function topParts(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => parts.every((other) => other === part || areBeside(other, part) || other.grid.box[1] >= part.grid.box[1]));
}

/** The same for the parts that none stands below. */
function bottomParts(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => parts.every((other) => other === part || areBeside(other, part) || other.grid.box[3] <= part.grid.box[3]));
}

/** Tables of a document: parts that go on over page breaks are joined. Each table comes with its first part; the grids say which part they go on from. */
export function joinParts(
  pages: readonly PageParts[],
  vocabulary: Vocabulary,
): { readonly grids: PageGrid[]; readonly tables: { readonly first: PageGrid; readonly table: Table }[] } {
  const all: Growing[] = [];
  const continued = new Map<PageGrid, PageGrid>();
  let ended: readonly Growing[] = [];
  /** Joins a part to the table that ends the page before, where it goes on with it: in columns of its own, or in those of that table under the running header of another. */
  const isJoined = (growing: Growing, part: Part, index: number): boolean => {
    const before = pages[index - 1];
    const last = growing.parts.at(-1);
    if (before === undefined || last === undefined || !nothingBetween(pages, index, last, part)) return false;
    const others = all.filter((other) => other !== growing).map(({ cells }) => cells);
    const laid = part.xs.length > growing.xs.length && hasForeignHeader(part, others) ? laidIn(part, growing.xs) : null;
    const match = matchColumns(growing.xs, laid ?? part);
    if (match === null) return false;
    const above = withColumns(growing.cells, match.earlier);
    const below = withColumns((laid ?? part).grid.cells, match.later);
    const headerRows = laid === null ? repeatedHeaderRows(above, below, part.grid.rowCount) : 1;
    const isNew = headerRows === 0 && hasNewHeader(above, below, match.xs.length - 1);
    if (isNew || !fillsPage(before, last, part, headerRows)) return false;
    append(growing, part, laid ?? part, match, headerRows, vocabulary);
    continued.set(part.grid, { ...part.grid, continues: { page: last.grid.page, index: last.grid.index } });
    return true;
  };
  pages.forEach((own, index) => {
    const open = new Set(ended);
    // A header alone that an earlier table has is no table: what stands under it may go on with the table of the page before.
    const headers = all.filter((growing) => !open.has(growing)).map(({ cells }) => cells);
    const tops = new Set(topParts(own.parts.filter((part) => part.grid.rowCount > 1 || !hasForeignHeader(part, headers))));
    for (const part of own.parts) {
      const growing = tops.has(part) ? [...open].find((other) => isJoined(other, part, index)) : undefined;
      if (growing === undefined) all.push({ parts: [part], xs: part.xs, cells: part.grid.cells, rowCount: part.grid.rowCount });
      else open.delete(growing);
    }
    const bottoms = new Set(bottomParts(own.parts));
    ended = all.filter((growing) => bottoms.has(growing.parts.at(-1) ?? growing.parts[0]));
  });
  return {
    grids: pages.flatMap((own) => own.parts.map((part) => continued.get(part.grid) ?? part.grid)),
    tables: all.map((growing) => ({ first: growing.parts[0].grid, table: toTable(growing, continued) })),
  };
}
