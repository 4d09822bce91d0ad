import { cellText, type Cell } from '../../model/grid.ts';
import { amountColumns } from './amount-cells.ts';
import type { Band } from './bands.ts';
import type { Column } from './columns.ts';
import type { TableRows } from './table-rows.ts';

function isWritten(cell: Cell | null): boolean {
  return cell !== null && cellText(cell) !== '';
}

/** Rows that share every amount cell are one line: what the page shows as one item with its own amount cell. Empty cells alone count where the page draws all borders. */
export function lineUnits(rows: TableRows, band: Band, columns: readonly Column[]): { from: number; to: number }[] {
  const amounts = amountColumns(columns);
  const found: { from: number; to: number }[] = [];
  for (let row = band.body.from; row <= band.body.to; row++) {
    const last = found.at(-1);
    const shared =
      last !== undefined &&
      amounts.length > 0 &&
      amounts.every(({ index }) => {
        const cell = rows.at(row, index);
        return cell !== null && cell.row < row && cell.column === index && cell.columnSpan === 1 && cell === rows.at(last.to, index);
      }) &&
      (rows.table.ruling === 'full' || amounts.some(({ index }) => isWritten(rows.at(row, index))));
    if (shared) last.to = row;
    else found.push({ from: row, to: row });
  }
  return found;
}
