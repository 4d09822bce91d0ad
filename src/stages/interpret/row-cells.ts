import { boxAround, type Place } from '../../model/geometry.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import { amountColumns } from './amount-cells.ts';
import type { Column } from './columns.ts';
import type { ColumnKind } from './header-words.ts';
import { totalLabel } from './labels.ts';
import { isMoney, trailingAmount } from './sentences.ts';
import { shiftedTotals } from './shifted-totals.ts';
import type { TableRows } from './table-rows.ts';
import { withoutNumbers } from './unnumbered-titles.ts';

/** A cell with the column in which a row meets it. */
export interface Labelled {
  readonly cell: Cell;
  readonly column: Column;
}

/** The texts of cells in one; `null` where they hold none. */
export function joined(cells: readonly Cell[]): string | null {
  const text = cells
    .map(cellText)
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? null : text;
}

/** Share of the figures of a table that may be bold for bold to set some off. */
const FEW_BOLD = 0.4;

/** What stands where in the rows of a table, as its columns tell it. */
export class RowCells {
  /** Whether the items of a text's column have numbers, and it has none. */
  readonly isUnnumbered: (cell: Cell) => boolean;

  constructor(
    private readonly rows: TableRows,
    private readonly columns: readonly Column[],
  ) {
    this.isUnnumbered = withoutNumbers(rows.table.cells);
  }

  of(from: number, to: number): Labelled[] {
    const found: Labelled[] = [];
    for (const column of this.columns) {
      for (let row = from; row <= to; row++) {
        const cell = this.rows.at(row, column.index);
        if (cell !== null && !found.some((other) => other.cell === cell)) found.push({ cell, column });
      }
    }
    return found;
  }

  isCovered(from: number, to: number): boolean {
    return this.of(from, to).some(({ cell }) => cell.row < from && cellText(cell) !== '');
  }

  kindOf(cell: Cell): ColumnKind | null {
    return this.columns[cell.column]?.kind ?? null;
  }

  isAmount(cell: Cell): boolean {
    return this.kindOf(cell) === 'montant' || this.reachedAmount(cell) !== null;
  }

  /** The column of an amount that is set over the end of a column of text too, or under that (a row of totals with cells of its own); `null` for any other cell. */
  reachedAmount(cell: Cell): number | null {
    if (this.kindOf(cell) === 'montant') return null;
    const shifted = shiftedTotals(this.rows, cell.row, this.columns).get(cell);
    if (shifted !== undefined || cell.columnSpan === 1) return shifted ?? null;
    const [only, another] = amountColumns(this.columns).filter(({ index }) => index > cell.column && index < cell.column + cell.columnSpan);
    return only !== undefined && another === undefined && isMoney(cellText(cell)) ? only.index : null;
  }

  /** Cells of a row with words and an amount that ends them or one of their lines, set over a column of amounts: nothing says which of both it is. */
  mixed(row: number): readonly Cell[] {
    return this.rows
      .starting(row)
      .filter(
        (cell) =>
          !this.isAmount(cell) &&
          amountColumns(this.columns).some(({ index }) => index > cell.column && index < cell.column + cell.columnSpan) &&
          [cellText(cell), ...cell.lines.map(({ text }) => text)].some((text) => (trailingAmount(text)?.label ?? '') !== ''),
      );
  }

  /** The cell that gives a row its amount in a column. */
  amountAt(row: number, index: number): Cell | null {
    for (const [cell, of] of shiftedTotals(this.rows, row, this.columns)) if (of === index) return cell;
    const cell = this.rows.at(row, index);
    return cell !== null && (cell.column === index || this.reachedAmount(cell) === index) ? cell : null;
  }

  textColumns(): readonly Column[] {
    return this.columns.filter((column) => column.kind !== null && column.kind !== 'montant' && column.kind !== 'numero');
  }

  /** Whether something stands in a column of amounts: where no amount does, a mark for none ("- €"). */
  isMarked(row: number): boolean {
    return amountColumns(this.columns).some(({ index }) => {
      const cell = this.rows.at(row, index);
      return (
        cell !== null && cell.row === row && cell.column === index && cell.columnSpan < this.columns.length - 1 && cellText(cell) !== ''
      );
    });
  }

  /** A row of a table with one column of texts says that it has no amount: an item like the others, not a title over them. */
  saysNone(row: number): boolean {
    return (
      this.isMarked(row) && this.textColumns().filter((column) => column.kind !== 'taux' && this.holdsItems(column.index)).length === 1
    );
  }

  /** Whether rows with figures are shaded that are no totals: stripes, which set off nothing. */
  hasStripes(): boolean {
    return this.figures().some((cell) => {
      const label = this.rows.starting(cell.row).find((other) => cellText(other) !== '');
      return cell.shaded && !cell.bold && label !== undefined && label !== cell && totalLabel(cellText(label)) === null;
    });
  }

  /** Whether a column has a text of its own that is no label of a total: those set to the right seem to have one. */
  private holdsItems(index: number): boolean {
    return this.rows.table.cells.some((cell) => cell.column === index && cellText(cell) !== '' && totalLabel(cellText(cell)) === null);
  }

  /** A label or text that began above goes on over this row: the row is one more item under it, not an empty foot. */
  hasOpenLabel(row: number, kinds: readonly ColumnKind[] | null = null): boolean {
    return this.textColumns().some(({ index, kind }) => {
      const cell = this.rows.at(row, index);
      return cell !== null && cell.row < row && cellText(cell) !== '' && (kinds === null || (kind !== null && kinds.includes(kind)));
    });
  }

  /** The cells with figures in the columns of amounts. */
  private figures(): readonly Cell[] {
    const columns = amountColumns(this.columns).map(({ index }) => index);
    return this.rows.table.cells.filter((cell) => columns.includes(cell.column) && /\d/u.test(cellText(cell)));
  }

  hasFigures(from: number, to: number): boolean {
    return this.figures().some(({ row }) => row >= from && row <= to);
  }

  /** The figures of a row are bold, and those of most others are not. */
  isSetOff(row: number): boolean {
    const figures = this.figures();
    const own = figures.filter((cell) => cell.row === row);
    return own.length > 0 && own.every((cell) => cell.bold) && figures.filter((cell) => cell.bold).length <= FEW_BOLD * figures.length;
  }

  /** The figures of a row are bold, and those of the row above are not; `null` where no row above has figures to compare. */
  isBolder(row: number): boolean | null {
    const figures = this.figures().filter((cell) => cell.row === row || cell.row === row - 1);
    if (figures.every((cell) => cell.row === row)) return null;
    return figures.every((cell) => cell.bold || cell.row < row) && figures.some((cell) => !cell.bold);
  }

  isEmpty(row: number, column: number): boolean {
    const cell = this.rows.at(row, column);
    return cell === null || cellText(cell) === '' || cell.row < row;
  }

  idOf(row: number): string {
    const cell = this.rows.starting(row)[0] ?? this.rows.at(row, 0);
    return cell === null ? `r${String(row)}` : cell.id;
  }

  placeOf(own: readonly Cell[], from: number): { place: Place; continuations: Place[] } {
    const cells = own.length > 0 ? own : this.columns.flatMap(({ index }) => this.rows.at(from, index) ?? []);
    const byPage = new Map<number, Place[]>();
    for (const cell of cells) {
      for (const place of [cell.place, ...cell.continuations]) byPage.set(place.page, [...(byPage.get(place.page) ?? []), place]);
    }
    const places = [...byPage.entries()]
      .sort(([a], [b]) => a - b)
      .map(([page, parts]): Place => ({ page, box: boxAround(parts.map((part) => part.box)) ?? [0, 0, 0, 0] }));
    const [place, ...continuations] = places;
    return { place: place ?? { page: 1, box: [0, 0, 0, 0] }, continuations };
  }
}
