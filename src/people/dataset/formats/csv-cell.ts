import type { Cell, CellType } from '../tables/column.ts';
import type { Profile } from '../format.ts';

/** What separates two cells of a row. */
export const SEPARATOR: Readonly<Record<Profile, string>> = { 'donnees-ouvertes': ',', 'excel-fr': ';' };
/** RFC 4180. */
export const LINE_END = '\r\n';
/** Tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK: Readonly<Record<Profile, string>> = { 'donnees-ouvertes': '', 'excel-fr': '\uFEFF' };

/**
 * One cell as CSV. Empty for `null`; numbers and amounts bare, with the profile's decimal mark; text quoted where needed, and never run by a spreadsheet as a
 * formula.
 */
export function csvCell(cell: Cell, type: CellType, profile: Profile): string {
  if (cell === null) return '';
  switch (type) {
    case 'montant':
    case 'nombre':
      return profile === 'excel-fr' ? String(cell).replace('.', ',') : String(cell);
    case 'entier':
      return String(cell);
    default:
      return quoted(neutral(String(cell)));
  }
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. So does one that already has apostrophes before such a sign: taking one
 * apostrophe away from every text that starts so gives the text back exactly.
 */
export function neutral(text: string): string {
  return /^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
