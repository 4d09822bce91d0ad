import type { Unread } from '../../../model/draft.ts';
import { shorten } from '../lines.ts';
import type { ProgrammeRule } from '../rule.ts';

/** Words beside the table, not the figure of a cell. */
function isSentence(text: string): boolean {
  return text.split(' ').filter((word) => /^\p{Ll}{2,}/u.test(word)).length >= FEWEST_WORDS;
}

const FEWEST_WORDS = 4;

function messageOf({ text, place, isEmptyTable, isUnreadTable }: Unread): string {
  if (isEmptyTable === true)
    return `Le tableau « ${text} » n'a que son en-tête, au pied de la page ${place.page}, et ne reprend pas à la suivante : ses lignes ne sont pas dans le fichier.`;
  if (isUnreadTable === true)
    return `Le tableau d'actions qui commence par « ${shorten(text)} », page ${String(place.page)}, n'a pas pu être lu : la plupart de ses lignes ne sont pas dans le fichier.`;
  if (isSentence(text)) return `Le texte « ${shorten(text)} » énonce un montant qui n'est dans aucune ligne du tableau : à relire.`;
  return `Le montant « ${text} » se trouve dans le tableau sans appartenir à une colonne de montants reconnue : à relire.`;
}

/** An amount printed among the programme's tables that found no column: rows or columns may be misunderstood. A table of a header alone: rows are missing. */
export const montantNonLu: ProgrammeRule = (programme, index) =>
  programme.unread.map((unread) => ({
    code: unread.isEmptyTable === true || unread.isUnreadTable === true ? 'tableau_sans_ligne' : 'montant_non_rattache',
    gravite: 'alerte' as const,
    message: messageOf(unread),
    programme: index,
    place: unread.place,
  }));
