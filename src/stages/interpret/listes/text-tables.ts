import { readAmountCell } from '../../../french/amounts.ts';
import { amountAlone } from '../../../french/priced.ts';
import { cellText } from '../../../model/grid.ts';
import type { Piece } from '../facts.ts';
import type { FlowItem } from '../flow.ts';

/** Words, amount, and perhaps the number of the item. */
const MOST_COLUMNS = 3;
/** Share of the last column that must be amounts, or say that there is none. */
const MOSTLY = 0.7;

/**
 * The printed lines of a table that nothing was drawn for and no header names: words to the left and amounts to the right may as well be the lines of a list, set
 * apart by tabs. `null` for any other table.
 */
export function textOfTable(item: Extract<FlowItem, { kind: 'table' }>): readonly Piece[] | null {
  const { table } = item;
  if (table === undefined || table.ruling !== 'none' || table.columnCount > MOST_COLUMNS || item.bands.some((band) => band.hasHeader))
    return null;
  const last = table.cells.filter((cell) => cell.column === table.columnCount - 1 && cell.columnSpan === 1 && cellText(cell) !== '');
  const figures = last.filter((cell) => amountAlone(cellText(cell)) !== null || readAmountCell(cellText(cell)).kind === 'none');
  if (last.length === 0 || figures.length < MOSTLY * last.length) return null;
  const lines = table.cells.flatMap((cell) => cell.lines);
  return lines
    .sort(
      (a, b) =>
        a.place.page - b.place.page ||
        (Math.abs(a.place.box[1] - b.place.box[1]) > 3 ? a.place.box[1] - b.place.box[1] : a.place.box[0] - b.place.box[0]),
    )
    .map((line) => ({ text: line.text, place: line.place, size: line.size, bold: line.bold }));
}
