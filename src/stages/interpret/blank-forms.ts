import { readAmountCell } from '../../french/amounts.ts';
import { cellText } from '../../model/grid.ts';
import { columnKind } from './header-words.ts';
import { written, type TableRows } from './table-rows.ts';

/** A form has so many headings, and rows to fill, at least. */
const FEWEST_HEADS = 3;
const FEWEST_ROWS = 2;

/**
 * A form to fill by hand ("Thème | Constat | Suite à donner | Responsable" over rows that say their theme alone): headings of which none is of money, and under the first of them
 * texts with nothing beside. It holds no lines, whatever table stands before it.
 */
export function isBlankForm(rows: TableRows): boolean {
  const heads = written(rows, 0);
  const texts = heads.map(cellText);
  if (heads.length < FEWEST_HEADS || rows.rowCount <= FEWEST_ROWS) return false;
  if (texts.some((text) => columnKind(text) === 'montant' || readAmountCell(text).kind !== 'text')) return false;
  return Array.from({ length: rows.rowCount - 1 }, (_, index) => written(rows, index + 1)).every(
    ([only, more]) => only?.column === 0 && only.columnSpan === 1 && more === undefined,
  );
}
