import type { ProgrammeRule } from '../rule.ts';

/** Amounts that no agreeing total covers: read, but not proven. */
export const sansTotal: ProgrammeRule = (programme, index) => {
  if (programme.statut === 'non_verifiable') {
    return [
      {
        code: 'programme_non_verifiable',
        gravite: 'info',
        message:
          "Aucun total imprimé ne couvre les lignes de ce programme : ses montants sont lus mais ne sont pas prouvés par l'arithmétique du document.",
        programme: index,
        place: programme.heading.place ?? programme.lines[0]?.draft.place ?? null,
      },
    ];
  }
  const totalled = new Set(programme.totals.flatMap((total) => total.scope.terms));
  const open = programme.lines.filter(
    (line) => line.amounts.some((amount) => amount.amount !== null) && !line.amounts.some((amount) => totalled.has(amount.draft.id)),
  );
  const [first] = open;
  if (first === undefined) return [];
  return [
    {
      code: 'lignes_sans_total',
      gravite: 'info',
      message: `${open.length === 1 ? "Une ligne n'est couverte" : `${String(open.length)} lignes ne sont couvertes`} par aucun total imprimé : ${open.length === 1 ? "son montant n'est pas prouvé" : 'leurs montants ne sont pas prouvés'}.`,
      programme: index,
      place: first.draft.place,
    },
  ];
};
