import { formatEuros } from '../../../../french/amounts.ts';
import type { Constat, ReconciledProgramme } from '../../../../model/reconciled.ts';
import type { DocumentRule } from '../../rule.ts';
import { nameOf } from '../total-ecart.ts';

/** What tells one programme of a document from the others. */
function named({ heading: { quartier, codeQp, commune } }: ReconciledProgramme): string {
  return quartier ?? codeQp ?? commune ?? 'voisin';
}

/** A total over several programmes stands with one of them: the others are told of it, and of what it does not add up to. */
export const totalPartage: DocumentRule = {
  codes: ['total_partage'],
  titre: 'Total de plusieurs programmes (plusieurs quartiers) du document',
  source: 'Arithmétique du document',
  gravite: 'info',
  check({ programmes }) {
    const owner = new Map(
      programmes.flatMap(({ lines }, index) => lines.flatMap(({ amounts }) => amounts.map(({ draft }) => [draft.id, index] as const))),
    );
    return programmes.flatMap((holder, at) => {
      const own = new Set(holder.lines.flatMap(({ amounts }) => amounts.map(({ draft }) => draft.id)));
      return holder.totals.flatMap((total): Constat[] => {
        const others = new Set(total.scope.terms.flatMap((term) => (own.has(term) ? [] : (owner.get(term) ?? []))));
        others.delete(at);
        const isWrong = total.difference !== null && !total.difference.isZero();
        const gap = isWrong && total.difference !== null ? `, en écart de ${formatEuros(total.difference)}` : '';
        return [...others].map((programme) => ({
          code: 'total_partage',
          gravite: isWrong ? ('alerte' as const) : ('info' as const),
          message: `${nameOf(total)} (${formatEuros(total.declared)}${gap}) additionne aussi des lignes de ce programme ; il est rangé avec le programme « ${named(holder)} ».`,
          programme,
          place: total.draft.place,
        }));
      });
    });
  },
};
