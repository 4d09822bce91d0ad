import { Decimal } from 'decimal.js';
import type { ReconciledProgramme, ReconciledTotal } from '../../model/reconciled.ts';

function isBroken(total: ReconciledTotal): boolean {
  return total.statut === 'ecart';
}

/** Whether a total also sums amounts of other programmes, and which of these. */
function sumsOf({ scope }: ReconciledTotal, { lines }: ReconciledProgramme): boolean {
  const own = new Set(lines.flatMap(({ amounts }) => amounts.map(({ draft }) => draft.id)));
  return scope.terms.some((id) => own.has(id));
}

/**
 * The totals of a programme over several programmes that only pass on what is wrong in the totals of others: the sum of their differences, to the cent. They stay in
 * `ecart`, but blame the programme that they are printed with for nothing.
 */
export function passedOn(programme: ReconciledProgramme, all: readonly ReconciledProgramme[]): readonly ReconciledTotal[] {
  return programme.totals.filter((total) => {
    const others = all.filter((other) => other !== programme && sumsOf(total, other));
    if (!isBroken(total) || others.length === 0) return false;
    const wrong = others.flatMap(({ totals }) => totals.filter((other) => isBroken(other) && other.scope.portee === 'programme'));
    const sum = wrong.reduce((whole, { difference }) => whole.plus(difference ?? 0), new Decimal(0));
    return wrong.length > 0 && total.difference !== null && sum.equals(total.difference);
  });
}
