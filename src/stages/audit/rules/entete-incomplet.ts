import type { ProgrammeRule } from '../rule.ts';

/** What the heading leaves unsaid, so that the programme cannot be filed without a person. */
export const enteteIncomplet: ProgrammeRule = (programme, index) => {
  const { commune, codeInsee, quartier, codeQp, bailleur, periode, place } = programme.heading;
  const missing = [
    ...(commune === null ? ['la commune'] : []),
    ...(quartier === null && codeQp === null ? ['le quartier'] : []),
    ...(bailleur === null ? ['le bailleur'] : []),
    ...(periode === null ? ["l'année"] : []),
  ];
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            code: 'entete_incomplet',
            gravite: 'alerte' as const,
            message: `L'en-tête du programme ne dit pas : ${missing.join(', ')}.`,
            programme: index,
            place,
          },
        ]),
    ...(commune !== null && codeInsee === null
      ? [
          {
            code: 'commune_inconnue',
            gravite: 'alerte' as const,
            message: `La commune « ${commune} » n'a pas été retrouvée, ou pas de façon certaine, dans le code officiel géographique.`,
            programme: index,
            place,
          },
        ]
      : []),
  ];
};
