import { fold } from '../../../french/text.ts';
import { isLinkWord, isTableWord } from '../../../french/table-words.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import { isFigure } from '../text/value.ts';

/** Cells of a header that are made of its words; others may name quartiers. */
const FEWEST = 2;

/** Whether a row of cells names columns: set as headings, or its first text and another made of the words of table headers; no figure stands in it. */
export function namesColumns(row: readonly Cell[]): boolean {
  const written = row.filter((cell) => cellText(cell) !== '').sort((a, b) => a.column - b.column);
  if (written.some((cell) => isFigure(cellText(cell)))) return false;
  if (written.length > 0 && written.every((cell) => cell.bold || cell.shaded)) return true;
  const isNamed = written.map((cell) => isName(cellText(cell)));
  return isNamed[0] === true && isNamed.filter(Boolean).length >= FEWEST;
}

/** A text most of whose words table headers are made of. */
function isName(text: string): boolean {
  const words = fold(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !isLinkWord(word));
  return words.length > 0 && words.filter(isTableWord).length * 2 > words.length;
}
