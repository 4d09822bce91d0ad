import { formatEuros } from '../../../french/amounts.ts';
import type { ReconciledProgramme, ReconciledTotal } from '../../../model/reconciled.ts';
import { roundingSlack } from '../../../model/rounding.ts';
import type { ProgrammeRule } from '../rule.ts';

export function nameOf(total: ReconciledTotal): string {
  if (total.draft.label !== null) return `Le total « ${total.draft.label} »`;
  if (total.scope.portee === 'section')
    return total.scope.section === 'droit_commun' ? 'Le total du renforcement de droit commun' : 'Le total des actions spécifiques';
  return total.scope.portee === 'programme' ? 'Le total du programme' : 'Un total sans libellé';
}

function countOf(programme: ReconciledProgramme, total: ReconciledTotal): number {
  const terms = new Set(total.scope.terms);
  return programme.lines.flatMap((line) => line.amounts).filter((amount) => amount.amount !== null && terms.has(amount.draft.id)).length;
}

/** It sums lines of other programmes of the document too. */
function isShared({ lines }: ReconciledProgramme, { scope }: ReconciledTotal): boolean {
  const own = new Set(lines.flatMap(({ amounts }) => amounts.map(({ draft }) => draft.id)));
  return scope.terms.some((term) => !own.has(term));
}

/** Whether the reading of what a total sums is in doubt: of its own programme, or of another of the document that it sums too. */
function isDoubtful(programme: ReconciledProgramme, { scope }: ReconciledTotal, all: readonly ReconciledProgramme[]): boolean {
  const terms = new Set(scope.terms);
  const isSummed = ({ lines }: ReconciledProgramme): boolean =>
    lines.some(({ amounts }) => amounts.some(({ draft }) => terms.has(draft.id)));
  return [programme, ...all.filter(isSummed)].some(({ statut }) => statut === 'a_relire');
}

/** A stated total that its lines do not give: the document contradicts itself, unless the reading itself is in doubt. */
export const totalEcart: ProgrammeRule = (programme, index, _reference, { programmes }) =>
  programme.totals.flatMap((total) => {
    if (total.recomputed === null || total.difference === null || total.difference.isZero()) return [];
    const count = countOf(programme, total);
    const lines = isShared(programme, total)
      ? 'ses lignes, de plusieurs programmes du document, donnent'
      : count > 1
        ? `ses ${String(count)} lignes donnent`
        : count === 1
          ? 'sa seule ligne donne'
          : 'ses lignes donnent';
    const rounded = total.difference.abs().lessThanOrEqualTo(roundingSlack(programme.lines, total));
    return [
      {
        code: rounded ? 'total_arrondi' : 'total_ecart',
        gravite: rounded || isDoubtful(programme, total, programmes) ? ('alerte' as const) : ('erreur' as const),
        message: `${nameOf(total)} déclare ${formatEuros(total.declared)} ; ${lines} ${formatEuros(total.recomputed)} : écart de ${formatEuros(total.difference)}${rounded ? ", que l'arrondi de l'unité imprimée explique" : ''}.`,
        programme: index,
        place: total.draft.place,
      },
    ];
  });
