import { fold } from '../../french/text.ts';
import { amountUnder } from './amount-under-label.ts';
import type { Piece } from './heading-piece.ts';
import { totalLabel } from './labels.ts';
import { isOtherMoney } from './other-money.ts';
import { endsSentence, trailingAmount } from './sentences.ts';

/** The label of a figure is no sentence. */
const LONGEST = 60;

/**
 * What a title states beside or over the heading of the only programme of a document ("Budget total du programme" over "383 490 €"): the label of a total of the whole programme
 * with its amount, on one line or right under it. Nothing else that stands there.
 */
export function totalsOverHeading(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const own = trailingAmount(piece.text);
    const label = own === null ? piece.text : own.label;
    const says = totalLabel(label);
    if (label.length > LONGEST || isOtherMoney(label) || /\b(?:abattements?|taxes?|tfpb|exonerations?|degrevements?)\b/u.test(fold(label)))
      return [];
    if (endsSentence(label) || says?.sure !== true || says.reach !== 'programme') return [];
    const under = own === null ? amountUnder(piece, pieces) : null;
    return own === null ? (under === null ? [] : [piece, under]) : [piece];
  });
}
