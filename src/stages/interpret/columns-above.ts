import { readAmountCell } from '../../french/amounts.ts';
import { boxAround, overlap } from '../../model/geometry.ts';
import { cellText, type TextLine } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Band } from './bands.ts';
import type { Column } from './columns.ts';
import { cellsOver, type TableRows } from './table-rows.ts';

/** How much of two columns must stand over one another for them to be one. */
const SHARED_EXTENT = 0.5;
/** A column over so much of each of two earlier ones may repeat either. */
const COVERED = 0.8;
/** A table this short is the foot of another, its cells merged as it pleases. */
export const FEW_ROWS = 2;

/** How far past the edge of its column, in points, ink may reach. */
const SLACK = 1;

/**
 * The column of an earlier table within which every text of a column stands. Where nothing is drawn between them, a part that has nothing under the last heading gives its room to the
 * figures before it; where these are printed still says whose they are.
 */
export function holding(columns: readonly Column[], lines: readonly TextLine[], amounts: boolean): Column | null {
  const box = boxAround(lines.map(({ place }) => place.box));
  if (box === null) return null;
  const holds = ({ x0, x1 }: Column): boolean => x0 - SLACK <= box[0] && box[2] <= x1 + SLACK;
  const [only, ...others] = columns.filter((column) => holds(column) && (!amounts || column.amount !== null));
  return others.length === 0 ? (only ?? null) : null;
}

/** The column of an earlier table that stands at the same place; amounts look among columns of amounts only. `loose`: cells may be wider than it. */
export function sameExtent(columns: readonly Column[], x0: number, x1: number, amounts: boolean, loose: boolean): Column | null {
  let best: { column: Column; share: number } | null = null;
  const covered = columns.filter(
    (column) => column.amount !== null && overlap(x0, x1, column.x0, column.x1) >= COVERED * (column.x1 - column.x0),
  );
  if (amounts && !loose && covered.length > 1) return null;
  for (const column of columns) {
    if (amounts && column.amount === null) continue;
    const width = (loose ? Math.min : Math.max)(x1 - x0, column.x1 - column.x0);
    if (width <= 0) continue;
    const share = overlap(x0, x1, column.x0, column.x1) / width;
    if (share >= SHARED_EXTENT && (best === null || share > best.share)) best = { column, share };
  }
  return best?.column ?? null;
}

/**
 * Whether each of as many columns stands under the one of its rank, the narrower mostly inside the wider: a header alone at the foot of a page shows its columns by its words only, its
 * rows on the next page show them by theirs.
 */
export function areRanked(columns: readonly Column[], extents: readonly { readonly x0: number; readonly x1: number }[]): boolean {
  return (
    columns.length === extents.length &&
    columns.every((column, index) => {
      const { x0, x1 } = extents[index] ?? { x0: 0, x1: 0 };
      const width = Math.min(x1 - x0, column.x1 - column.x0);
      return width > 0 && overlap(x0, x1, column.x0, column.x1) >= SHARED_EXTENT * width;
    })
  );
}

/** Whether most texts of a column name axes. */
export function namesAxes(rows: TableRows, band: Band, column: number, knowledge: Knowledge): boolean {
  const texts = cellsOver(rows, band.body.from, band.body.to, column)
    .map(cellText)
    .filter((text) => text !== '');
  const axes = texts.filter((text) => (knowledge.axe(text)?.confidence ?? 0) >= MOSTLY_AXE);
  return axes.length > 0.5 * texts.length;
}

/** How sure the name of an axe is, in a column of them. */
const MOSTLY_AXE = 0.6;

/** How many columns of a table lie within an extent, in points. */
export function widthInColumns(columns: readonly Column[] | null, x0: number, x1: number): number {
  return (columns ?? []).filter((column) => overlap(x0, x1, column.x0, column.x1) >= COVERED * (column.x1 - column.x0)).length;
}

/**
 * The columns of amounts that the figures of a row or two without a header stand for where its cells are cut otherwise than the table's above (a grand total under
 * it): as many figures as columns, in their order.
 */
export function rankedAmounts(rows: TableRows, band: Band, inherited: readonly Column[] | null): ReadonlyMap<number, Column> {
  if (inherited === null || rows.rowCount > FEW_ROWS) return new Map();
  const textsOf = (column: number): string[] =>
    cellsOver(rows, band.body.from, band.body.to, column)
      .filter((cell) => cell.column === column && cellText(cell) !== '')
      .map(cellText);
  const figures = Array.from({ length: rows.columnCount }, (_, column) => column).filter((column) => {
    const texts = textsOf(column);
    return texts.length > 0 && texts.every((text) => readAmountCell(text).kind === 'amount');
  });
  const money = inherited.filter((column) => column.amount !== null);
  const hasRest = Array.from({ length: rows.columnCount }, (_, column) => column).some(
    (column) => !figures.includes(column) && textsOf(column).length > 0,
  );
  if (figures.length < 2 || figures.length !== money.length || !hasRest) return new Map();
  return new Map(figures.flatMap((figure, rank) => (money[rank] === undefined ? [] : [[figure, money[rank]] as const])));
}
