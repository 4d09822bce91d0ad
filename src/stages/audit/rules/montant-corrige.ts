import type { Decimal } from 'decimal.js';
import { formatEuros } from '../../../french/amounts.ts';
import type { Constat, ReconciledProgramme, ReconciledTotal } from '../../../model/reconciled.ts';
import type { ProgrammeRule } from '../rule.ts';
import { nameOf } from './total-ecart.ts';

/** A longer sum is said by how many amounts it has. */
const SPELT_OUT = 8;

/** `le total « Sous-total axe 1 » : 1 300,00 € + 200,00 € = 1 500,00 €`. */
function equation(programme: ReconciledProgramme, total: ReconciledTotal): string {
  const terms = new Set(total.scope.terms);
  const summed = programme.lines
    .flatMap((line) => line.amounts)
    .flatMap(({ draft, amount }) => (amount !== null && terms.has(draft.id) ? [amount] : []));
  const left = summed.length <= SPELT_OUT ? summed.map(formatEuros).join(' + ') : `la somme de ses ${String(summed.length)} montants`;
  const name = nameOf(total);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)} : ${left} = ${formatEuros(total.declared)}`;
}

function said(before: Decimal | null, retained: Decimal): string {
  return `Lu d'abord ${before === null ? 'aucun montant' : formatEuros(before)}, retenu ${formatEuros(retained)}`;
}

/** Readings that the sums decided against the first one, of lines and of totals: said with both values and the sums that hold so. */
export const montantCorrige: ProgrammeRule = (programme, index) => {
  const holding = programme.totals.filter(({ statut, scope }) => statut === 'conforme' && scope.terms.length > 0);
  const constat = (message: string, place: Constat['place']): Constat => ({
    code: 'montant_corrige',
    gravite: 'info',
    message,
    programme: index,
    place,
  });
  const ofLines = programme.lines.flatMap((line) =>
    line.amounts.flatMap(({ corrected, amount, draft }) => {
      if (corrected === null || amount === null) return [];
      const sums = holding.filter(({ scope }) => scope.terms.includes(draft.id)).map((total) => equation(programme, total));
      const along =
        corrected.row === undefined
          ? []
          : [`sa ligne : ${corrected.row.parts.map(formatEuros).join(' + ')} = ${formatEuros(corrected.row.whole)}`];
      const why =
        sums.length + along.length === 0 ? "c'est la lecture de la case que les totaux confirment" : [...along, ...sums].join(' ; ');
      return [constat(`${said(corrected.before, amount)} : ${why}.`, draft.place)];
    }),
  );
  const ofTotals = holding.flatMap((total) => {
    const before = total.draft.readings[0].amount;
    if (before?.equals(total.declared) === true) return [];
    return [constat(`${said(before, total.declared)} : ${equation(programme, total)}.`, total.draft.place)];
  });
  return [...ofLines, ...ofTotals];
};
