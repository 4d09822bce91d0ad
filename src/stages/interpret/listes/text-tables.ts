import { readAmountCell } from '../../../french/amounts.ts';
import { amountAlone } from '../../../french/priced.ts';
import { cellText } from '../../../model/grid.ts';
import type { Piece } from '../heading-piece.ts';
import type { FlowItem, ReadBand } from '../flow.ts';

/** Words, amount, and perhaps the number of the item. */
const MOST_COLUMNS = 3;
/** Share of the last column that must be amounts, or say that there is none. */
const MOSTLY = 0.7;

/** So many rows that count from one show a table of numbered rows. */
const FEWEST_NUMBERED = 4;

/** Words and an amount behind a number that counts the rows from the first to the last: a table, whose rows hold the lines that their words wrap to. */
function isNumbered({ bands: [band, another], table }: Extract<FlowItem, { kind: 'table' }>): boolean {
  if (band === undefined || another !== undefined || table?.columnCount !== MOST_COLUMNS) return false;
  const numbers = table.cells
    .filter((cell) => cell.column === 0 && cell.columnSpan === 1 && cellText(cell) !== '')
    .sort((a, b) => a.row - b.row)
    .map(cellText);
  return (
    numbers.length >= FEWEST_NUMBERED &&
    numbers.every((text, index) => text.replace(/\W/gu, '') === String(index + 1)) &&
    band.items.every(({ kind }) => kind === 'line' || kind === 'total')
  );
}

/** Several columns of amounts under headings that stand elsewhere, over the part on the page before: an item of a list has one amount. */
function hasHeadedAmounts({ columns }: ReadBand): boolean {
  return columns.filter(({ amount, header }) => amount !== null && header !== '').length > 1;
}

/** Axe, action and amount, each under its heading over the part on the page before: an item of a list has one text. */
function hasHeadedTexts({ columns }: ReadBand): boolean {
  const headed = columns.filter(({ header }) => header !== '');
  return (
    headed.some(({ kind }) => kind === 'axe') &&
    headed.some(({ kind }) => kind === 'action') &&
    headed.some(({ amount }) => amount !== null)
  );
}

/**
 * The printed lines of a table that nothing was drawn for and no header names: words to the left and amounts to the right may as well be the lines of a list, set
 * apart by tabs. `null` for any other table.
 */
export function textOfTable(item: Extract<FlowItem, { kind: 'table' }>): readonly Piece[] | null {
  const { table } = item;
  if (table === undefined || table.ruling !== 'none' || table.columnCount > MOST_COLUMNS || item.bands.some((band) => band.hasHeader))
    return null;
  if (isNumbered(item) || item.bands.some(hasHeadedAmounts) || item.bands.some(hasHeadedTexts)) return null;
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
