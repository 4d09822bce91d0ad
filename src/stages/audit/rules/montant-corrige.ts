import { formatEuros } from '../../../french/amounts.ts';
import type { ProgrammeRule } from '../rule.ts';

/** A reading that the sums decided against the first one: said, with both values. */
export const montantCorrige: ProgrammeRule = (programme, index) =>
  programme.lines.flatMap((line) =>
    line.amounts.flatMap((amount) => {
      if (amount.corrected === null || amount.amount === null) return [];
      const before = amount.corrected.before === null ? 'aucun montant' : formatEuros(amount.corrected.before);
      return [
        {
          code: 'montant_corrige',
          gravite: 'info' as const,
          message: `Lu d'abord ${before}, retenu ${formatEuros(amount.amount)} : c'est la lecture de la case que les totaux confirment.`,
          programme: index,
          place: amount.draft.place,
        },
      ];
    }),
  );
