import { cellText, type Cell } from '../../../model/grid.ts';
import { isFigure } from '../text/value.ts';
import { areAlike } from './alike-cells.ts';
import { namesColumns } from './names-columns.ts';

/** Header rows above this many are not looked for. */
const MOST_ROWS = 6;
/** A printed title row may stand above the rows that are repeated. */
const MOST_SKIPPED = 3;
const AMOUNT = /\d\s*(?:€|eur(?:os?)?\b)/iu;
const DASH = /^\s*[-–—−]+\s*$/u;

function normal(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The texts of the cells that start in `row`, with their columns; `null` for a row that cannot be part of a header. */
export function signature(cells: readonly Cell[], row: number): string | null {
  const own = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
  if (own.some((cell) => AMOUNT.test(cellText(cell)) || DASH.test(cellText(cell)))) return null;
  const text = own.map((cell) => normal(cellText(cell)));
  return text.some((piece) => piece !== '') ? text.join('|') : null;
}

/** Whether no text of these rows reaches below them; an empty cell may be merged with the empty one under it. */
function isClean(cells: readonly Cell[], from: number, count: number): boolean {
  return cells.every(
    (cell) => cell.row < from || cell.row >= from + count || cell.row + cell.rowSpan <= from + count || cellText(cell) === '',
  );
}

const rowOf = (cells: readonly Cell[], row: number): Cell[] => cells.filter((cell) => cell.row === row);

/** Whether a row holds figures of the body beside its words: it is none of the header, though it may stand over the rows that are ("QPV | 120 | Logements"). Numbers alone may count the columns. */
export function holdsFigures(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== '');
  return texts.some(isFigure) && !texts.every((text) => /^\W*\d{1,2}\W*$/u.test(text));
}

/** Whether two rows say the same in as many words, however these were laid into cells: "Bilan 2022" stands over a column's edge on one page, and was parted there on the next. */
function saysTheSame(text: string, again: string | null): boolean {
  return again !== null && again.replaceAll('|', '') === text.replaceAll('|', '');
}

/** A row of names of columns said again, but for letters that a recogniser misread. */
function isSaidAgain(row: readonly Cell[], again: readonly Cell[]): boolean {
  return (namesColumns(row) || namesColumns(again)) && areAlike(row, again);
}

/** How many of the first rows of a later part repeat header rows of the table it goes on with. */
export function repeatedHeaderRows(table: readonly Cell[], later: readonly Cell[], laterRows: number): number {
  let most = 0;
  for (let skipped = 0; skipped <= MOST_SKIPPED; skipped += 1) {
    let count = 0;
    while (count < Math.min(MOST_ROWS, laterRows)) {
      const text = signature(later, count);
      if (text === null) break;
      if (!saysTheSame(text, signature(table, skipped + count)) && !isSaidAgain(rowOf(table, skipped + count), rowOf(later, count))) break;
      count += 1;
    }
    const isEnd = (last: number): boolean =>
      !holdsFigures(rowOf(later, last - 1)) && isClean(later, 0, last) && isClean(table, skipped, last);
    while (count > 0 && !isEnd(count)) count -= 1;
    most = Math.max(most, count);
  }
  return most;
}
