import { Decimal } from 'decimal.js';
import type { ReconciledTotal } from '../../model/reconciled.ts';

/**
 * Totals that other totals of their column say: those of all axes, or of all sections, come to the grand total as declared. Where one of these alone is in doubt, two places of the
 * picture say the same of it. Whether their lines agree is another question.
 */
export function saidByTotals(
  totals: readonly ReconciledTotal[],
  isSure: (total: ReconciledTotal) => boolean,
): ReadonlySet<ReconciledTotal> {
  const said = new Set<ReconciledTotal>();
  for (const grand of totals.filter(({ scope }) => scope.portee === 'programme'))
    for (const portee of ['axe', 'section'] as const) {
      const parts = totals.filter(({ scope }) => scope.portee === portee && scope.terms.some((id) => grand.scope.terms.includes(id)));
      const terms = parts.flatMap(({ scope }) => scope.terms);
      const isWhole = new Set(terms).size === terms.length && grand.scope.terms.every((id) => terms.includes(id));
      const sum = parts.reduce((all, { declared }) => all.plus(declared), new Decimal(0));
      const [doubtful, another] = [grand, ...parts].filter((total) => !isSure(total));
      if (parts.length > 1 && isWhole && sum.equals(grand.declared) && doubtful !== undefined && another === undefined) said.add(doubtful);
    }
  return said;
}
