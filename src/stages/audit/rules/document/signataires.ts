import type { DocumentRule } from '../../rule.ts';

/** A convention is concluded with the commune, the intercommunality and the State. */
export const signataires: DocumentRule = {
  codes: ['signataire_absent'],
  titre: "Convention conclue avec la commune, l'EPCI et l'État",
  source: 'CGI, art. 1388 bis',
  gravite: 'alerte',
  check({ convention, faits, nature }) {
    if (convention === null || (nature !== 'convention' && nature !== 'avenant')) return [];
    const parties = faits.filter(({ sujet }) => sujet === 'partie');
    if (parties.length < 2) return [];
    const has = (kind: string): boolean => parties.some(({ phrase }) => phrase.startsWith(`${kind} :`));
    const missing = [
      ...(has('etat') ? [] : ["l'État"]),
      ...(has('epci') || convention.epci !== null ? [] : ["l'intercommunalité"]),
      ...(has('commune') || convention.communes.length > 0 ? [] : ['la commune']),
      ...(has('bailleur') || convention.bailleur !== null ? [] : ['le bailleur']),
    ];
    if (missing.length === 0) return [];
    return [
      {
        code: 'signataire_absent',
        gravite: 'alerte',
        message: `Parmi les parties lues en tête de la convention manquent : ${missing.join(', ')}.`,
        programme: null,
        place: parties[0]?.place ?? null,
      },
    ];
  },
};
