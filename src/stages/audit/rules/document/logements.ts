import type { Constat } from '../../../../model/reconciled.ts';
import { fold } from '../../../../french/text.ts';
import type { DocumentRule } from '../../rule.ts';

/** The dwellings of a programme's heading, against those the convention or the prose of the same document gives for the quartier. */
export const logements: DocumentRule = {
  codes: ['logements_differents'],
  titre: "Même nombre de logements dans l'en-tête, la convention et le texte",
  source: 'CGI, art. 1388 bis (logements situés en quartier prioritaire) ; arithmétique du document',
  gravite: 'alerte',
  check({ programmes, convention, faits }) {
    return programmes.flatMap(({ heading }, index): Constat[] => {
      const { logements: stated, quartier, codeQp, place } = heading;
      if (stated === null) return [];
      const agreed = convention?.quartiers.find(
        (other) =>
          (codeQp !== null && other.codeQp === codeQp) || (quartier !== null && other.nom !== null && fold(other.nom) === fold(quartier)),
      )?.logements;
      const told = faits.filter(
        ({ sujet, programme }) => sujet === 'logements' && (programme === index || (programme === null && programmes.length === 1)),
      );
      const [other] = told.filter(({ nombre }) => nombre !== stated);
      const found: Constat[] = [];
      if (agreed !== undefined && agreed !== null && agreed !== stated)
        found.push({
          code: 'logements_differents',
          gravite: 'alerte',
          message: `L'en-tête compte ${String(stated)} logements, la convention ${String(agreed)} pour ce quartier.`,
          programme: index,
          place,
        });
      if (other !== undefined && told.every(({ nombre }) => nombre !== stated))
        found.push({
          code: 'logements_differents',
          gravite: 'alerte',
          message: `L'en-tête compte ${String(stated)} logements, le texte page ${String(other.place.page)} ${String(other.nombre ?? '')} : « ${other.phrase} ».`,
          programme: index,
          place: other.place,
        });
      return found;
    });
  },
};
