import type { Convention, Heading } from '../../../../model/draft.ts';
import type { Fait } from '../../../../model/fait.ts';
import type { Constat } from '../../../../model/reconciled.ts';
import { fold } from '../../../../french/text.ts';
import type { DocumentRule } from '../../rule.ts';

/** The dwellings that the convention's list gives for the quartier of a heading. */
function agreedFor(convention: Convention | null, { codeQp, quartier }: Heading): number | null {
  const listed = convention?.quartiers.find(
    (other) =>
      (codeQp !== null && other.codeQp === codeQp) || (quartier !== null && other.nom !== null && fold(other.nom) === fold(quartier)),
  );
  return listed?.logements ?? null;
}

function toldOf(faits: readonly Fait[], index: number): readonly Fait[] {
  return faits.filter(({ sujet, programme }) => sujet === 'logements' && programme === index);
}

/** The dwellings of a programme's heading, against those the convention or the prose of the same document gives for the quartier. */
export const logements: DocumentRule = {
  codes: ['logements_differents'],
  titre: "Même nombre de logements dans l'en-tête, la convention et le texte",
  source: 'CGI, art. 1388 bis (logements situés en quartier prioritaire) ; arithmétique du document',
  gravite: 'alerte',
  lacks({ programmes, convention, faits }, index) {
    const heading = index === null ? undefined : programmes[index]?.heading;
    if (index === null || heading === undefined) return null;
    if (heading.logements === null) return "l'en-tête ne donne pas le nombre de logements";
    const isAlone = agreedFor(convention, heading) === null && toldOf(faits, index).length === 0;
    return isAlone ? "ni une convention ni le texte ne donnent un autre nombre à comparer à celui de l'en-tête" : null;
  },
  check({ programmes, convention, faits }) {
    return programmes.flatMap(({ heading }, index): Constat[] => {
      const { logements: stated, place } = heading;
      if (stated === null) return [];
      const agreed = agreedFor(convention, heading);
      const told = toldOf(faits, index);
      const [other] = told.filter(({ nombre }) => nombre !== stated);
      const found: Constat[] = [];
      if (agreed !== null && agreed !== stated)
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
