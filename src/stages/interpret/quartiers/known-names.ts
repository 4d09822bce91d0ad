import { fold } from '../../../french/text.ts';
import { overlap } from '../../../model/geometry.ts';
import type { Piece } from '../heading-piece.ts';
import { codeQpIn, quartierName } from '../heading-values.ts';
import { betweenMarks, withoutMarks } from './marks.ts';

/** Names of quartiers, folded, that a page lists over its tables: the values of "Quartiers : …", and cells beside a code or under "Quartier". */
export function knownNames(quartier: string | null, pieces: readonly Piece[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: string): void => {
    const name = quartierName(withoutMarks(text));
    if (name !== null && name.length <= 70) names.add(fold(name));
  };
  for (const part of betweenMarks(quartier ?? '').flatMap((text) => text.split(/\s*[,;/]\s*|\s+et\s+/u))) add(part);
  const heads = pieces.filter((piece) => piece.whole === true && /^(?:nom (?:du |des )?)?(?:quartiers?|qpv)\b/u.test(fold(piece.text)));
  for (const piece of pieces) {
    const [x0, y0, x1, y1] = piece.place.box;
    if (piece.whole !== true || codeQpIn(piece.text) === piece.text.trim().toUpperCase()) continue;
    const near = (other: Piece, from: 0 | 1, a0: number, a1: number): boolean =>
      other !== piece &&
      other.place.page === piece.place.page &&
      overlap(a0, a1, other.place.box[from], other.place.box[from + 2] ?? 0) > 0.5 * (a1 - a0);
    const beside = pieces.some((other) => near(other, 1, y0, y1) && codeQpIn(other.text) !== null && other.text.trim().length <= 12);
    const under = heads.some((head) => head !== piece && near(head, 0, x0, x1) && head.place.box[1] < y0);
    if ((beside || under) && /\p{L}/u.test(piece.text) && !heads.includes(piece)) add(piece.text);
  }
  return names;
}
