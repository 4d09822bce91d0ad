import { findAmounts } from '../../french/prose.ts';
import { fold } from '../../french/text.ts';
import type { Unread } from '../../model/draft.ts';
import { amountsOf, type Entry } from './entries.ts';
import type { Piece } from './heading-piece.ts';
import { endsSentence } from './sentences.ts';

/** What is said of money that comes on top of the table, or is not in it. */
const ADDED =
  /\b(?:s (?:y )?ajoute(?:nt)?|(?:vient|viennent) s ajouter|il (?:convient d|faut) ajouter|hors tableau|non (?:compris|inclus|repris|comptabilise|portee?)e?s? (?:dans|au) (?:le |la |ce |cette |ces )?(?:tableau|total|programme|montants?))\b/u;

/**
 * Sentences beside the tables that add money to what the tables hold (« À ces actions s'ajoute une enveloppe de 6 500 € »), unless a line or a total states that very
 * amount: no total of the table can agree with it or disagree, so that somebody must look.
 */
export function addedMoney(pieces: readonly Piece[], entries: readonly Entry[]): readonly Unread[] {
  const known = entries.flatMap(amountsOf).flatMap(({ readings: [{ amount }] }) => amount ?? []);
  return pieces.flatMap((piece, at): Unread[] => {
    const next = pieces[at + 1];
    const isCut = !endsSentence(piece.text) && next?.place.page === piece.place.page && /^[\p{Ll}\d€]/u.test(next.text);
    const whole = isCut ? `${piece.text} ${next.text}` : piece.text;
    const said = ADDED.exec(fold(whole));
    // The sentence is told where it begins.
    if (said === null || (isCut && !ADDED.test(fold(piece.text)) && ADDED.test(fold(next.text)))) return [];
    const loose = findAmounts(whole).filter(
      ({ value, per }) => per === null && !value.isZero() && !known.some((amount) => amount.equals(value)),
    );
    return loose.length === 0 ? [] : [{ text: whole, place: piece.place }];
  });
}
