import { fold } from '../../french/text.ts';
import type { Piece } from './heading-piece.ts';
import { totalLabel } from './labels.ts';
import { isMoney } from './sentences.ts';

/** A figure under its label begins, ends or stands in the middle where that does, within this (points), and so close under it, in heights of its type. */
const SAME_EDGE = 3;
const NEAR = 0.8;

/** The amount that stands right under a label, as the figures at the foot of a form do ("Total réalisé" over "246 413,65 €"). */
export function amountUnder(label: Piece, pieces: readonly Piece[]): Piece | null {
  const [x0, , x1, y1] = label.place.box;
  const isUnder = ({ place: { page, box }, size }: Piece): boolean => {
    const isInLine =
      Math.abs(box[0] - x0) < SAME_EDGE || Math.abs(box[2] - x1) < SAME_EDGE || Math.abs(box[0] + box[2] - x0 - x1) < 2 * SAME_EDGE;
    const gap = box[1] - y1;
    return page === label.place.page && isInLine && gap > -0.4 * size && gap < NEAR * size;
  };
  return pieces.find((piece) => piece !== label && isMoney(piece.text) && isUnder(piece)) ?? null;
}

/** The one of these headings that a label says whole ("Total réalisé": "Réalisé"), the word total alone apart; `undefined` where it says none, or several. */
export function headingIn<C extends { readonly header: string }>(label: string, columns: readonly C[]): C | undefined {
  const words = ` ${fold(label)} `;
  const [only, another] = columns.filter(
    ({ header }) => fold(header) !== '' && totalLabel(header) === null && words.includes(` ${fold(header)} `),
  );
  return another === undefined ? only : undefined;
}
