import { formatEuros } from '../../../../french/amounts.ts';
import type { CheckedRule } from '../../rule.ts';
import type { ReconciledLine } from '../../../../model/reconciled.ts';
import { nameOfLine, percent, samePeriod, stated } from '../../lines.ts';

/** What was spent, far above what was planned for the same period. */
export const realiseSuperieur: CheckedRule = {
  codes: ['realise_superieur'],
  titre: 'Dépense réalisée proche de la dépense prévue',
  source: 'Seuil de tfpb (réglage) ; le référentiel de juin 2024 demande le prévu et le réalisé sans fixer de seuil (règles générales)',
  gravite: 'alerte',
  check(programme, index, { settings }) {
    const isComparable = (line: ReconciledLine): boolean =>
      stated(line, 'realise').some((spent) =>
        stated(line, 'prevu').some(({ draft }) => samePeriod(draft.column.periode, spent.draft.column.periode)),
      );
    if (!programme.lines.some(isComparable)) return { missing: 'le programme ne donne pas à la fois le prévu et le réalisé' };
    return programme.lines.flatMap((line) =>
      stated(line, 'realise').flatMap((spent) => {
        const planned = stated(line, 'prevu').find(({ draft }) => samePeriod(draft.column.periode, spent.draft.column.periode));
        if (planned === undefined || planned.amount.isZero()) return [];
        const above = spent.amount.minus(planned.amount);
        const share = above.dividedBy(planned.amount);
        if (share.lessThanOrEqualTo(settings.depassement) || above.lessThan(settings.depassementEuros)) return [];
        return [
          {
            code: 'realise_superieur',
            gravite: 'alerte' as const,
            message: `La ligne « ${nameOfLine(line)} » a coûté ${formatEuros(spent.amount)} pour ${formatEuros(planned.amount)} prévus : ${percent(share)} de plus (seuil réglé à ${String(Math.round(settings.depassement * 100))} %).`,
            programme: index,
            place: spent.draft.place,
          },
        ];
      }),
    );
  },
};
