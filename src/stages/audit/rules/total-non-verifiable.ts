import { formatEuros } from '../../../french/amounts.ts';
import type { ProgrammeRule } from '../rule.ts';
import { nameOf } from './total-ecart.ts';

/** A stated total whose column has no line amounts: nobody can say whether it is right. */
export const totalNonVerifiable: ProgrammeRule = (programme, index) =>
  programme.totals
    .filter((total) => total.statut === 'non_verifiable')
    .map((total) => ({
      code: 'total_non_verifiable',
      gravite: 'info' as const,
      message: `${nameOf(total)} déclare ${formatEuros(total.declared)}, mais aucune ligne ne porte de montant dans sa colonne : il ne peut pas être vérifié.`,
      programme: index,
      place: total.draft.place,
    }));
