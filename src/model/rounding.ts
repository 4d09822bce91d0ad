import { Decimal } from 'decimal.js';
import type { ReconciledLine, ReconciledTotal } from './reconciled.ts';

const UNIT = { euro: 1, kilo: 1_000, million: 1_000_000 } as const;

/** Half of the last digit that a figure prints, in euros. */
function halfDigit(text: string, unit: keyof typeof UNIT): Decimal {
  const decimals = /[.,](\d{1,2})(?!\d)/u.exec(text)?.[1]?.length ?? 0;
  return new Decimal(UNIT[unit]).dividedBy(2).dividedBy(new Decimal(10).pow(decimals));
}

/** By how much a total may differ from its lines because each figure was rounded to the unit it is printed in; nothing for figures in euros. */
export function roundingSlack(lines: readonly ReconciledLine[], { scope, draft }: ReconciledTotal): Decimal {
  const { unit } = scope.column;
  if (unit === 'euro') return new Decimal(0);
  const terms = new Set(scope.terms);
  const summed = lines.flatMap((line) => line.amounts).filter((amount) => amount.amount !== null && terms.has(amount.draft.id));
  return summed.reduce((sum, { text }) => sum.plus(halfDigit(text, unit)), halfDigit(draft.readings[0].text, unit));
}
