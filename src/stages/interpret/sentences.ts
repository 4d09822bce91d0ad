import { flatten, readAmountCell } from '../../french/amounts.ts';
import { findAmounts } from '../../french/prose.ts';
import { fold } from '../../french/text.ts';

export interface Sentence {
  readonly label: string;
  /** The amount's text, as it stands at the end. */
  readonly amountText: string;
}

/** Written with its currency, its cents or its thousands: not a page number, nor the number of an axe. */
export function looksLikeMoney(text: string): boolean {
  return /€|eur|\d[\s.]\d{3}(?!\d)|[.,]\d{2}$/iu.test(text);
}

/** Running text ends with its sentence; a title does not. */
export function endsSentence(text: string): boolean {
  return text.endsWith('.');
}

/** A cell that states an amount of money and nothing else. */
export function isMoney(text: string): boolean {
  const reading = readAmountCell(text);
  return reading.kind === 'amount' && (reading.hasUnit || (!reading.looksLikeYear && looksLikeMoney(text)));
}

const TAIL =
  /(?<amount>[-−(]?\s?\d[\d\s.,'’]*\s*(?:k?€|k?euros?|k?eur\b|keuros?)?(?:\s?(?:ttc|ht))?(?:\s?\/\s?an|\s?par an)?\)?)\s*\.?\s*$/iu;

/** Cuts "Total général : 12 500 € TTC" into its label and its amount; `null` when the text does not end with one. */
export function trailingAmount(text: string): Sentence | null {
  const match = TAIL.exec(text);
  const amountText = match?.groups?.['amount']?.trim();
  if (match === null || amountText === undefined) return null;
  const label = text
    .slice(0, match.index)
    .replace(/[\s:=.…·–—-]+$/u, '')
    .trim();
  if (label !== '' && !looksLikeMoney(amountText)) return null;
  const reading = readAmountCell(amountText);
  if (reading.kind !== 'amount' || (!reading.hasUnit && reading.looksLikeYear)) return null;
  return { label, amountText };
}

const STATES_TOTAL =
  /^(?:soit |pour |le |un )*(?:(?:montant|cout|budget|depense|sous|s) )?(?:total|totaux|totale)\b|^(?:le )?(?:programme|quartier|montant|cout)\b.{0,60}\b(?:s eleve|represente|atteint|total)\b/u;
const MOST_AMOUNTS = 3;

/** The amounts of a sentence that states a total ("Soit un total de 99 254 € pour l'ensemble du programme"), as printed; `null` for any other. */
export function totalSentence(text: string): readonly string[] | null {
  if (!STATES_TOTAL.test(fold(text))) return null;
  const amounts = findAmounts(text).filter((amount) => amount.per === null);
  const flat = flatten(text);
  const [first, second] = amounts;
  if (first === undefined || amounts.length > MOST_AMOUNTS) return null;
  const endsWithIt = second === undefined && !/\p{L}{4}/u.test(flat.slice(first.end));
  return endsWithIt ? null : amounts.map((amount) => flat.slice(amount.at, amount.end));
}
