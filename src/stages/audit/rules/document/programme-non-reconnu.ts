import type { DocumentRule } from '../../rule.ts';

/** Pages that show axes or actions with amounts, or a title of the kind, of which no programme holds anything. */
export const programmeNonReconnu: DocumentRule = {
  codes: ['programme_non_reconnu'],
  titre: 'Actions et montants rattachés à un programme',
  source: 'Lecture du document par tfpb',
  gravite: 'alerte',
  check({ unreadPages }) {
    return unreadPages.map((place) => ({
      code: 'programme_non_reconnu',
      gravite: 'alerte' as const,
      message:
        "La page a l'air d'un programme d'actions (son titre, ou des axes et des actions du référentiel, avec des montants), mais aucun programme n'y a été reconnu : ses montants ne sont pas dans la base. À vérifier.",
      programme: null,
      place,
    }));
  },
};
