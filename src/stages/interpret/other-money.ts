import { fold } from '../../french/text.ts';

/** Money that is the tax's or the town's, never what the actions cost. */
const OTHER_MONEY =
  /\b(?:montant|total|estimation|base)\b(?: \w+){0,3} (?:de |d )?(?:l )?(?:abattement|avantage|exoneration|taxe|degrevement)\b|\bavantage fiscal\b|\bmanque a gagner\b|\bcompensation de l etat\b/u;

/** True for money that no action costs: the abattement, the tax, what the town loses. */
export function isOtherMoney(text: string): boolean {
  const folded = fold(text);
  return OTHER_MONEY.test(folded) && !/\bvaloris\w*|\bdepenses?\b|\b(?:cout|montant|total) des actions\b/u.test(folded);
}
