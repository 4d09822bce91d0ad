import { tableWordShare } from '../../../french/table-words.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import { isFigure } from '../text/value.ts';

/** Cells of a header that are made of its words; others may name quartiers. */
const FEWEST = 2;
/** More than this share of the words of such a cell are theirs. */
const MOSTLY = 0.5;

/** Whether a row of cells names columns: set as headings, or its first text and another made of the words of table headers; no figure stands in it. */
export function namesColumns(row: readonly Cell[]): boolean {
  const written = row.filter((cell) => cellText(cell) !== '').sort((a, b) => a.column - b.column);
  if (written.some((cell) => isFigure(cellText(cell)))) return false;
  if (written.length > 0 && written.every((cell) => cell.bold || cell.shaded)) return true;
  const isNamed = written.map((cell) => tableWordShare(cellText(cell)) > MOSTLY);
  return isNamed[0] === true && isNamed.filter(Boolean).length >= FEWEST;
}
