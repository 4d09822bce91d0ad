import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../french/amounts.ts';
import type { ReconciledProgramme, ReconciledTotal } from '../../../model/reconciled.ts';
import type { ProgrammeRule } from '../rule.ts';

const UNIT = { euro: 1, kilo: 1_000, million: 1_000_000 } as const;
/** Half of the last digit that a figure prints, in euros. */
function halfDigit(text: string, unit: keyof typeof UNIT): Decimal {
  const decimals = /[.,](\d{1,2})(?!\d)/u.exec(text)?.[1]?.length ?? 0;
  return new Decimal(UNIT[unit]).dividedBy(2).dividedBy(new Decimal(10).pow(decimals));
}

/** True where rounding each figure to the unit it is printed in can explain the difference. */
function explainedByRounding(programme: ReconciledProgramme, total: ReconciledTotal, difference: Decimal): boolean {
  const { unit } = total.scope.column;
  if (unit === 'euro') return false;
  const terms = new Set(total.scope.terms);
  const texts = programme.lines.flatMap((line) => line.amounts).filter((amount) => amount.amount !== null && terms.has(amount.draft.id));
  const slack = texts.reduce((sum, amount) => sum.plus(halfDigit(amount.text, unit)), halfDigit(total.draft.readings[0].text, unit));
  return difference.abs().lessThanOrEqualTo(slack);
}

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

/** A stated total that its lines do not give: the document contradicts itself, unless the reading itself is in doubt. */
export const totalEcart: ProgrammeRule = (programme, index) =>
  programme.totals.flatMap((total) => {
    if (total.statut !== 'ecart' || total.recomputed === null || total.difference === null) return [];
    const count = countOf(programme, total);
    const lines = isShared(programme, total)
      ? 'ses lignes, de plusieurs programmes du document, donnent'
      : count > 1
        ? `ses ${String(count)} lignes donnent`
        : count === 1
          ? 'sa seule ligne donne'
          : 'ses lignes donnent';
    const rounded = explainedByRounding(programme, total, total.difference);
    return [
      {
        code: rounded ? 'total_arrondi' : 'total_ecart',
        gravite: rounded || programme.statut === 'a_relire' ? ('alerte' as const) : ('erreur' as const),
        message: `${nameOf(total)} déclare ${formatEuros(total.declared)} ; ${lines} ${formatEuros(total.recomputed)} : écart de ${formatEuros(total.difference)}${rounded ? ", que l'arrondi de l'unité imprimée explique" : ''}.`,
        programme: index,
        place: total.draft.place,
      },
    ];
  });
