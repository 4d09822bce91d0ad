import { partyKind, type PartyKind } from '../../../../french/party-kind.ts';
import type { NatureDocument } from '../../../../model/vocabulary.ts';
import type { DocumentRule } from '../../rule.ts';

/** Fewer are no list of parties. */
const FEWEST = 2;

function isContract(nature: NatureDocument): boolean {
  return nature === 'convention' || nature === 'avenant';
}

/** A convention is concluded with the commune, the intercommunality and the State. */
export const signataires: DocumentRule = {
  codes: ['signataire_absent'],
  titre: "Convention conclue avec la commune, l'EPCI et l'État",
  source: 'CGI, art. 1388 bis',
  gravite: 'alerte',
  lacks({ convention, faits, nature }, index) {
    const isRead = convention !== null && faits.filter(({ sujet }) => sujet === 'partie').length >= FEWEST;
    return index === null && isContract(nature) && !isRead ? "la liste des parties n'a pas été reconnue dans le texte" : null;
  },
  check({ convention, faits, nature }) {
    if (convention === null || !isContract(nature)) return [];
    const parties = faits.filter(({ sujet }) => sujet === 'partie');
    if (parties.length < FEWEST) return [];
    const kinds = new Set(parties.map(({ phrase }) => partyKind(phrase)));
    const has = (kind: PartyKind): boolean => kinds.has(kind);
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
