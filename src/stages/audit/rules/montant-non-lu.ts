import type { ProgrammeRule } from '../rule.ts';

/** An amount printed among the programme's tables that found no column: rows or columns may be misunderstood. A table of a header alone: rows are missing. */
export const montantNonLu: ProgrammeRule = (programme, index) =>
  programme.unread.map(({ text, place, isEmptyTable }) => ({
    code: isEmptyTable === true ? 'tableau_sans_ligne' : 'montant_non_rattache',
    gravite: 'alerte' as const,
    message:
      isEmptyTable === true
        ? `Le tableau « ${text} » n'a que son en-tête, au pied de la page ${place.page}, et ne reprend pas à la suivante : ses lignes ne sont pas dans le fichier.`
        : `Le montant « ${text} » se trouve dans le tableau sans appartenir à une colonne de montants reconnue : à relire.`,
    programme: index,
    place,
  }));
