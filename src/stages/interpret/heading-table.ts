import { cellText, type Cell } from '../../model/grid.ts';
import { keyKind } from './fiches/keys.ts';
import { isLabel, isWholeLabel, labelHits } from './heading-labels.ts';
import { written, type TableRows } from './table-rows.ts';

/** Share of a row's texts that label a value at least, in a heading: of the heads of columns, one may be such a word ("Nb de logements"). */
const LABELS = 0.3;

/** A label of a heading, or several one above the other where the rows of the heading were taken for one. */
function isOfLabels(cell: Cell): boolean {
  return isLabel(cellText(cell)) || (cell.lines.length > 1 && cell.lines.every(({ text }) => isLabel(text)));
}

/** Among its lines are the keys of a sheet, of its axe or action and of its money: the homes that it is for are one more of them. */
function isOfSheet(rows: TableRows): boolean {
  const lines = rows.table.cells.flatMap((cell) => cell.lines).filter(({ text }) => /:\s*$/u.test(text));
  const kinds = new Set(lines.map(({ text }) => keyKind(text)));
  return kinds.has('montant') && (kinds.has('axe') || kinds.has('action'));
}

/** What a row begins with, where that is a label with a value right of it. */
function firstLabel([first, next]: readonly Cell[]): string | null {
  if (first === undefined || next === undefined || !isWholeLabel(cellText(first)) || isOfLabels(next)) return null;
  return labelHits(cellText(first))[0]?.label.field ?? null;
}

/** Most written rows of the table pair a label of a heading with its value. */
export function isHeadingTable(rows: TableRows): boolean {
  if (isOfSheet(rows)) return false;
  const cells = Array.from({ length: rows.rowCount }, (_, row) => written(rows, row)).filter((own) => own.length > 0);
  // Rows that begin with labels of several facts, one under the other, are a heading whatever stands further right: "Organisme | … | Montant de l'abattement | …".
  const heads = cells.map(firstLabel);
  const areHeads = new Set(heads.filter((field) => field !== null)).size > 1;
  let labels = 0;
  let others = 0;
  cells.forEach((own, at) => {
    if (own.filter(isOfLabels).length >= LABELS * own.length || (areHeads && heads[at] !== null)) labels++;
    else if (own.some((cell) => /:\s*$/u.test(cellText(cell)))) others++;
  });
  // Beside several facts that a heading has, what else it labels is of the heading too: "Version du : | 14/03/2023".
  const own = labels > 1 ? labels + others : labels;
  return cells.length > 0 && cells.length <= 12 && own / cells.length >= 0.5 && rows.columnCount <= 8;
}
