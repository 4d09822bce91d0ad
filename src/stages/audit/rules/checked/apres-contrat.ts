import type { CheckedRule } from '../../rule.ts';

/** The contrats de ville « Quartiers 2030 » end with the year 2030. */
const LAST_YEAR = 2030;

/** Spending after the end of the contrat de ville: nothing may be spread further. */
export const apresContrat: CheckedRule = {
  codes: ['apres_contrat'],
  titre: 'Dépenses dans la durée du contrat de ville',
  source: "Référentiel national, juin 2024, rappel des textes (« jusqu'en 2030 ») et règles générales (lissage)",
  gravite: 'alerte',
  check(programme, index, _reference, { convention }) {
    const end = convention?.periode?.fin ?? LAST_YEAR;
    const heading = programme.heading.periode;
    const periods = programme.lines.flatMap(({ amounts }) => amounts.filter(({ amount }) => amount !== null && !amount.isZero()));
    if (heading === null && periods.every(({ draft }) => draft.column.periode === null))
      return { missing: 'le programme ne dit pas ses années' };
    const late = periods.find(({ draft }) => (draft.column.periode?.fin ?? heading?.fin ?? 0) > end);
    if (late === undefined) return [];
    const year = late.draft.column.periode?.fin ?? heading?.fin ?? 0;
    const known = convention?.periode === undefined || convention.periode === null ? 'du contrat de ville' : 'de la convention jointe';
    return [
      {
        code: 'apres_contrat',
        gravite: 'alerte',
        message: `Des dépenses sont inscrites pour ${String(year)}, après la fin ${known} (${String(end)}).`,
        programme: index,
        place: late.draft.place,
      },
    ];
  },
};
