import { cellText, type Cell } from '../../../model/grid.ts';
import { isValue } from '../text/value.ts';

/** A header stands in the first rows of a part. */
const FIRST_ROWS = 3;

function isHeading(cell: Cell): boolean {
  return cell.bold || cell.shaded;
}

/** The first row that heads several columns: text in most of them, all of it bold or shaded, no values. `null` when the first rows are no header. */
function headingRow(cells: readonly Cell[], columnCount: number): string | null {
  for (let row = 0; row < FIRST_ROWS; row += 1) {
    const own = cells.filter((cell) => cell.row === row && cellText(cell) !== '').sort((a, b) => a.column - b.column);
    if (
      own.length === 0 ||
      !own.every(isHeading) ||
      own.some((cell) => isValue(cellText(cell)) && !/^(?:19|20)\d\d$/u.test(cellText(cell)))
    )
      return null;
    if (own.length >= 2 && own.length >= 0.6 * columnCount) return own.map((cell) => cellText(cell).toLowerCase()).join('|');
  }
  return null;
}

/** Share of rows that look like headings: where it is large, bold and shade tell nothing. */
function headingShare(cells: readonly Cell[]): number {
  const filled = cells.filter((cell) => cellText(cell) !== '');
  return filled.filter(isHeading).length / Math.max(1, filled.length);
}

/** Whether a later part has a header of its own, other than the table's: it is a new table then, though its columns are the same. */
export function hasNewHeader(table: readonly Cell[], later: readonly Cell[], columnCount: number): boolean {
  const [first, next] = [headingRow(table, columnCount), headingRow(later, columnCount)];
  return first !== null && next !== null && headingShare(table) < 0.6 && headingShare(later) < 0.8;
}
