import { formatEuros } from '../../../../french/amounts.ts';
import type { CheckedRule } from '../../rule.ts';
import { periodText } from '../../lines.ts';

/** The same total printed twice with two figures. */
export const totalDouble: CheckedRule = {
  codes: ['total_double'],
  titre: 'Un même total imprimé deux fois avec la même valeur',
  source: 'Arithmétique du document',
  gravite: 'alerte',
  check(programme, index) {
    const seen = new Map<string, (typeof programme.totals)[number]>();
    return programme.totals.flatMap((total) => {
      const { portee, column } = total.scope;
      if (portee === 'autre' || (portee === 'axe' && total.cle === null)) return [];
      const key = [
        portee,
        total.cle ?? '',
        column.rubrique,
        column.header,
        periodText(column.periode),
        [...total.scope.terms].sort().join(' '),
      ].join('|');
      const before = seen.get(key);
      if (before === undefined) seen.set(key, total);
      if (before === undefined || before.declared.equals(total.declared)) return [];
      return [
        {
          code: 'total_double',
          gravite: 'alerte' as const,
          message: `Le même total est imprimé deux fois avec deux valeurs : ${formatEuros(before.declared)} (page ${String(before.draft.place.page)}), puis ${formatEuros(total.declared)}.`,
          programme: index,
          place: total.draft.place,
        },
      ];
    });
  },
};
