import { cellText, type Cell, type TextLine } from '../../model/grid.ts';
import { onBaseline } from './baseline.ts';
import { isLabel, isWholeLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';

/** Labels one under the other in one cell, each with its value beside it in the next: no rule parts the rows of a heading. `null` for any other two cells. */
function pairs(labels: Cell, values: Cell | undefined): readonly TextLine[] | null {
  if (values === undefined || values.row !== labels.row || labels.lines.length < 2) return null;
  // The two lines of one label, "Organisme / Hlm" or "Quartier prioritaire / de la ville :", are no two labels.
  const isRest = (text: string, at: number): boolean => isLabel(`${labels.lines[at - 1]?.text ?? ''} ${text}`);
  const isStacked = labels.lines.every(({ text }, at) => isWholeLabel(text) || (/:\s*$/u.test(text) && !isRest(text, at)));
  const isBeside = values.lines.every((line) => labels.lines.some((label) => onBaseline(label, line)));
  if (!isStacked || !isBeside || values.lines.length < 2) return null;
  return labels.lines.flatMap((label) => [label, ...values.lines.filter((line) => onBaseline(label, line))]);
}

/** What cells of a heading say, a piece each; labels and values stacked in two cells line by line. */
export function piecesOf(cells: readonly Cell[]): Piece[] {
  const written = cells.filter((cell) => cellText(cell) !== '');
  const taken = new Set<Cell>();
  return written.flatMap((cell, at): Piece[] => {
    if (taken.has(cell)) return [];
    const next = written[at + 1];
    const lines = pairs(cell, next);
    if (lines === null || next === undefined)
      return [{ text: cellText(cell), place: cell.place, size: cell.lines[0]?.size ?? 10, bold: cell.bold, whole: true }];
    taken.add(next);
    return lines.map(({ text, place, size, bold }) => ({ text, place, size, bold, whole: true }));
  });
}
