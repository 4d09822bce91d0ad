import type { ProgrammeRule } from '../rule.ts';

/** An amount printed among the programme's tables that found no column: rows or columns may be misunderstood. */
export const montantNonLu: ProgrammeRule = (programme, index) =>
  programme.unread.map((unread) => ({
    code: 'montant_non_rattache',
    gravite: 'alerte' as const,
    message: `Le montant « ${unread.text} » se trouve dans le tableau sans appartenir à une colonne de montants reconnue : à relire.`,
    programme: index,
    place: unread.place,
  }));
