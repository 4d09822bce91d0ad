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

/** A small number that words end with and the amount behind it, whose thousands leave it no place among its figures: "caméras sur 5 8 577 €". */
const BEHIND_NUMBER =
  /\p{L}\s\d{1,2}\s(?<amount>\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?\s*(?:k?€|k?euros?)(?:\s?(?:ttc|ht))?(?:\s?\/\s?an|\s?par an)?)\s*\.?\s*$/iu;

/** The number of an axe that a label ends with and the amount behind it: "Total axe 1 231 000 €". Where the number is parted from the amount ("axe 1 : 231 000 €") nothing is in doubt. */
const BEHIND_AXE =
  /(?<!\p{L})axe\s(?:n°\s?)?[1-9]\s(?<amount>\d{1,3}(?:(?:[\s.]\d{3})+(?:,\d{1,2})?|,\d{2}|\s?(?=k?€|k?euros?))\s*(?:k?€|k?euros?)?(?:\s?(?:ttc|ht))?)\s*\.?\s*$/iu;

/** Cuts "Total général : 12 500 € TTC" into its label and its amount; `null` when the text does not end with one. */
export function trailingAmount(text: string): Sentence | null {
  const match = TAIL.exec(text);
  const whole = match?.groups?.['amount']?.trim();
  if (match === null || whole === undefined) return null;
  const behind = (readAmountCell(whole).kind === 'amount' ? BEHIND_AXE : BEHIND_NUMBER).exec(text)?.groups?.['amount'];
  const amountText = behind?.trim() ?? whole;
  const label = text
    .slice(0, behind === undefined ? match.index : text.lastIndexOf(behind))
    .replace(/[\s:=.…·–—-]+$/u, '')
    .trim();
  if (label !== '' && !looksLikeMoney(amountText)) return null;
  const reading = readAmountCell(amountText);
  if (reading.kind !== 'amount' || (!reading.hasUnit && reading.looksLikeYear)) return null;
  return { label, amountText };
}

const HEAD = /^(?<amount>\d[\d\s.,'’]*(?:k?€|k?euros?\b|k?eur\b)(?:\s?(?:ttc|ht)\b)?)\s*[:=–—-]?\s*(?<label>\p{L}.*)$/iu;

/** Cuts "229 468 € Total des actions (A + B)", its amount before its label; `null` for any other text. */
export function leadingAmount(text: string): Sentence | null {
  const { amount, label } = HEAD.exec(text.trim())?.groups ?? {};
  if (amount === undefined || label === undefined || findAmounts(label).length > 0) return null;
  return readAmountCell(amount.trim()).kind === 'amount' ? { label: label.trim(), amountText: amount.trim() } : null;
}

const STATES_TOTAL =
  /^(?:soit |pour |le |un )*(?:(?:montant|cout|budget|depense|sous|s) )?(?:total|totaux|totale)\b|^(?:le )?(?:programme|quartier|montant|cout)\b.{0,60}\b(?:s eleve|represente|atteint|total)\b/u;
const MOST_AMOUNTS = 3;

/** "Le coût du programme 2025 est arrêté à", "Les actions du programme s'élèvent à": what is said of all actions. The abattement is none of them. */
const OF_PROGRAMME =
  /^(?:le |la |les |l )?(?:(?:cout|montant|budget|depense|enveloppe|engagement)s? (?:\w+ ){0,2}?(?:du|de ce|des|de ces|de l ensemble d(?:u|es)) )?(?:present )?(?:programme|plan d actions?|actions)\b.{0,50}\b(?:s eleve\w*|represente\w*|atteint|atteignent|(?:est|sont) (?:arretee?s?|fixee?s?|evaluee?s?|estimee?s?|portee?s?|de)|se (?:monte|chiffre)\w*)\b/u;

/** A sentence without the word total that says what the whole programme costs. */
export function saysProgramme(text: string): boolean {
  const folded = fold(text);
  return OF_PROGRAMME.test(folded) && !/\babattement\b/u.test(folded);
}

/** "Le montant total de l'abattement s'élève à": what the actions are set against, not what they cost. */
const OF_ABATEMENT =
  /^(?:soit |pour |le |la |un )*(?:montants? |total |annuel |global |estime |previsionnel |moyen )*(?:de |du |des )?(?:l |la )?(?:abattements?|degrevements?|exonerations?|taxe fonciere|a?tfpb)\b/u;

/** The amounts of a sentence that states a total ("Soit un total de 99 254 € pour l'ensemble du programme"), as printed; `null` for any other. */
export function totalSentence(text: string): readonly string[] | null {
  const folded = fold(text);
  if (!STATES_TOTAL.test(folded) || OF_ABATEMENT.test(folded)) return null;
  const amounts = findAmounts(text).filter((amount) => amount.per === null);
  const flat = flatten(text);
  const [first, second] = amounts;
  if (first === undefined || amounts.length > MOST_AMOUNTS) return null;
  const endsWithIt = second === undefined && !/\p{L}{4}/u.test(flat.slice(first.end));
  return endsWithIt ? null : amounts.map((amount) => flat.slice(amount.at, amount.end));
}
