import { amountAlone } from '../../../french/priced.ts';
import { onBaseline } from '../baseline.ts';
import type { Piece } from '../heading-piece.ts';
import { isFigureHead } from '../wrapped-amounts.ts';

/** An amount that still lacks what it is counted by. */
const OPEN_UNIT = /(?:€|eur(?:os?)?)(?: (?:ttc|ht))? ?(?:\/|par)$/iu;
const PERIOD = /^an\.?$/iu;
/** The rest of an amount that is cut between its thousands, to its currency. */
export const REST_OF_THOUSANDS = /^\d{3}(?:[\s.]\d{3})*(?:[.,]\d{2}(?!\d))?\s?(?:k?€|eur(?:os?)?)/iu;

/** The currency that a figure lacks, alone on the line below it. */
const REST_IS_CURRENCY = /^(?:k?€|eur(?:os?)?)(?: ?(?:ttc|ht|\/ ?an|par an)){0,2}[.;]?$/iu;

/** Pieces in which each amount is one, and what each that is put together is made of: its beginning last. */
export interface WholeAmounts {
  readonly pieces: readonly Piece[];
  readonly parts: ReadonlyMap<Piece, readonly Piece[]>;
}

/** "31 687 € /", whose "an" stands alone on the line below. */
function isUnitCut(above: Piece, below: Piece): boolean {
  const isBelow = below.place.page > above.place.page || below.place.box[1] > above.place.box[1];
  return isBelow && PERIOD.test(below.text) && OPEN_UNIT.test(above.text);
}

/**
 * The first figures alone behind the words of a line, set apart by a tab, and the rest alone on the line below ("… à 150 € HT      2" over "500,00 € TTC",
 * "… (150 € par logement)      4 000" over "€").
 */
export function isFigureCut(words: Piece | undefined, head: Piece, rest: Piece | undefined): boolean {
  if (
    words === undefined ||
    rest === undefined ||
    !(REST_IS_CURRENCY.test(rest.text) ? /^[\d\s.,]+$/u.test(head.text) : isFigureHead(head.text) && REST_OF_THOUSANDS.test(rest.text)) ||
    amountAlone(`${head.text} ${rest.text}`) === null
  )
    return false;
  const isBeside = onBaseline(words, head) && head.place.box[0] > words.place.box[2];
  return isBeside && rest.place.page === head.place.page && rest.place.box[1] > head.place.box[1];
}

/** Puts amounts together that the end of a line cuts, where nothing else stands on the line below. */
export function withWholeAmounts(pieces: readonly Piece[]): WholeAmounts {
  const whole: Piece[] = [];
  const parts = new Map<Piece, readonly Piece[]>();
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece, rest] = [pieces[at], pieces[at + 1]];
    if (piece === undefined) break;
    if (rest === undefined || !(isUnitCut(piece, rest) || isFigureCut(pieces[at - 1], piece, rest))) whole.push(piece);
    else {
      const one = { ...piece, text: `${piece.text} ${rest.text}` };
      whole.push(one);
      parts.set(one, [rest, piece]);
      at += 1;
    }
  }
  return { pieces: whole, parts };
}
