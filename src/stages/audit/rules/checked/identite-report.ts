import { formatEuros } from '../../../../french/amounts.ts';
import type { CheckedRule } from '../../rule.ts';
import { periodText, samePeriod } from '../../lines.ts';

/** abattement − engaged = carried over, where a table of several periods states the three. */
export const identiteReport: CheckedRule = {
  codes: ['report_incoherent'],
  titre: "Report égal à l'abattement moins l'engagé",
  source: 'Arithmétique du document (colonnes d’un bilan pluriannuel)',
  gravite: 'alerte',
  check(programme, index) {
    const grand = programme.totals.filter(({ scope }) => scope.portee === 'programme');
    const abated = grand.filter(({ scope }) => scope.column.rubrique === 'abattement' && scope.column.periode !== null);
    const told = abated.flatMap((abatement) => {
      const spent = grand.find(
        ({ scope }) => scope.column.rubrique === 'realise' && samePeriod(scope.column.periode, abatement.scope.column.periode),
      );
      const carried = grand.find(
        ({ scope }) =>
          scope.column.rubrique === 'reporte' &&
          scope.column.periode !== null &&
          scope.column.periode.debut === (abatement.scope.column.periode?.fin ?? 0) + 1,
      );
      return spent === undefined || carried === undefined ? [] : [{ abatement, spent, carried }];
    });
    if (told.length === 0) return { missing: "le programme ne donne pas ensemble l'abattement, l'engagé et le report d'une période" };
    return told.flatMap(({ abatement, spent, carried }) => {
      const expected = abatement.declared.minus(spent.declared);
      if (expected.lessThanOrEqualTo(0) || expected.equals(carried.declared)) return [];
      return [
        {
          code: 'report_incoherent',
          gravite: 'alerte' as const,
          message: `${periodText(abatement.scope.column.periode)} : ${formatEuros(abatement.declared)} − ${formatEuros(spent.declared)} = ${formatEuros(expected)}, le report inscrit est de ${formatEuros(carried.declared)}.`,
          programme: index,
          place: carried.draft.place,
        },
      ];
    });
  },
};
