import { fold } from '../../../french/text.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import { isLabel } from '../heading-labels.ts';
import { totalLabel } from '../labels.ts';
import { saysAxe } from '../says-axe.ts';
import { keyAndValue, keyKind, sheetTitle } from './keys.ts';

/** The number of a sheet before its title, or beside it: "01 Renforcement du gardiennage". */
const NUMBER = /^(?:n[°o]\s*)?\d{1,2}\s*[.)–—:-]?\s+(?=\p{L})/u;
const LONE_NUMBER = /^(?:n[°o]\s*)?\d{1,2}\W*$/u;
/** A title says in so many characters what is done. */
const LONGEST = 140;
/** What a form calls itself, or the programme that it is of: no action. */
const OF_THE_FORM = /^(?:fiches?|programme|plan|bilan|convention|abattement|annexe|formulaire|utilisation)\b/u;

/** The title of the form or of the programme that it is of, which no text of a sheet goes on with. */
export function isTitleOfForm(text: string): boolean {
  return /^\p{Lu}/u.test(text) && OF_THE_FORM.test(fold(text));
}

/** The words of a row across a sheet that may be the title of its action; `null` for any other row. */
function wordsAcross(cells: readonly Cell[], columns: number): string | null {
  const [first, second, third] = cells;
  if (first === undefined || third !== undefined) return null;
  const isNumbered = second !== undefined && LONE_NUMBER.test(cellText(first));
  if (second !== undefined && !isNumbered) return null;
  const title = second ?? first;
  const text = cellText(title);
  const words = text.replace(NUMBER, '').trim();
  const isAcross = title.column + title.columnSpan === columns && (isNumbered || title.column === 0);
  const isKey = keyKind(text) !== null && !isNumbered && words === text;
  const isOther = isKey || keyAndValue(text) !== null || isLabel(text) || saysAxe(text) || totalLabel(text) !== null;
  return isAcross && !isOther && text.length <= LONGEST && /\p{L}{3}/u.test(words) && !OF_THE_FORM.test(fold(words)) ? words : null;
}

/**
 * The rows that hold nothing but the title of a sheet, across all its columns and right over the key that each sheet of the table begins with, with the words of each, by their first cells. `rows`: the written
 * cells of each row; a row may be the title though no word says so ("Fiche n° 1") where the sheet has no key for its action.
 */
export function titleRows(rows: readonly (readonly Cell[])[], columns: number): ReadonlyMap<Cell, string> {
  const keyAt = (at: number): string | null => {
    const [first] = rows[at] ?? [];
    return first !== undefined && first.columnSpan < columns && keyKind(cellText(first)) !== null ? fold(cellText(first)) : null;
  };
  const begins = rows.map((_, at) => keyAt(at)).find((key) => key !== null);
  const namesAction = rows.some(([first, value]) => first !== undefined && value !== undefined && keyKind(cellText(first)) === 'action');
  if (begins === undefined || columns < 2 || namesAction) return new Map();
  return new Map(
    rows.flatMap((cells, at): [Cell, string][] => {
      const words = keyAt(at + 1) === begins ? wordsAcross(cells, columns) : null;
      const [first] = cells;
      return first === undefined || words === null || sheetTitle(words) !== null ? [] : [[first, words]];
    }),
  );
}
