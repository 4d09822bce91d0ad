import { readAmountCell } from '../../french/amounts.ts';

export interface Sentence {
  readonly label: string;
  /** The amount's text, as it stands at the end. */
  readonly amountText: string;
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
  const reading = readAmountCell(amountText);
  if (reading.kind !== 'amount' || (!reading.hasUnit && reading.looksLikeYear)) return null;
  return { label, amountText };
}
