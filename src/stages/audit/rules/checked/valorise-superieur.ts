import { formatEuros } from '../../../../french/amounts.ts';
import type { CheckedRule } from '../../rule.ts';
import type { ReconciledLine } from '../../../../model/reconciled.ts';
import { nameOfLine, samePeriod, stated } from '../../lines.ts';

/** What is valued is a part of what is spent. */
export const valoriseSuperieur: CheckedRule = {
  codes: ['valorise_superieur'],
  titre: 'Dépense valorisée au plus égale à la dépense totale',
  source: "Référentiel national, juin 2024, règles générales d'utilisation",
  gravite: 'alerte',
  check(programme, index) {
    const isComparable = (line: ReconciledLine): boolean =>
      stated(line, 'valorise').some((valued) =>
        stated(line, 'prevu', 'total', 'realise').some(({ draft }) => samePeriod(draft.column.periode, valued.draft.column.periode)),
      );
    if (!programme.lines.some(isComparable))
      return { missing: 'le programme ne donne pas à la fois la dépense totale et la dépense valorisée de chaque action' };
    return programme.lines.flatMap((line) =>
      stated(line, 'valorise').flatMap((valued) => {
        const whole = stated(line, 'prevu', 'total', 'realise').filter(({ draft }) =>
          samePeriod(draft.column.periode, valued.draft.column.periode),
        );
        const [first] = whole;
        if (first === undefined || whole.some(({ amount }) => amount.greaterThanOrEqualTo(valued.amount))) return [];
        return [
          {
            code: 'valorise_superieur',
            gravite: 'alerte' as const,
            message: `La ligne « ${nameOfLine(line)} » valorise ${formatEuros(valued.amount)} pour une dépense totale de ${formatEuros(first.amount)} : la dépense valorisée ne peut pas la dépasser.`,
            programme: index,
            place: valued.draft.place,
          },
        ];
      }),
    );
  },
};
