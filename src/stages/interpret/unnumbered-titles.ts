import { cellText, type Cell } from '../../model/grid.ts';
import { totalLabel } from './labels.ts';

/** The number of an item before its words: "12) Vidéo-surveillance", "3.2 Effacement", "A1 – Agents". */
const NUMBER = /^\W*(?:\p{Lu}?\d{1,2}(?:[.,]\d{1,2})*\s?[.)°:–—-]|\d{1,2}[.,]\d{1,2}\s)/u;
/** So many items of a column have numbers, and so much of them, before one without is none. */
const FEWEST = 4;
const MOSTLY = 0.6;

/** Tells the texts of a column whose items are numbered that have no number: what names an axe among them is a title, however it is set. */
export function withoutNumbers(cells: readonly Cell[]): (cell: Cell) => boolean {
  const shares = new Map<number, boolean>();
  const isNumbered = (column: number): boolean => {
    const known = shares.get(column);
    if (known !== undefined) return known;
    const texts = cells
      .filter((cell) => cell.column === column)
      .map(cellText)
      .filter((text) => text !== '' && totalLabel(text) === null);
    const numbered = texts.filter((text) => NUMBER.test(text)).length;
    const is = numbered >= FEWEST && numbered >= MOSTLY * texts.length;
    shares.set(column, is);
    return is;
  };
  return (cell) => isNumbered(cell.column) && !/\d/u.test(cellText(cell).slice(0, 4));
}
