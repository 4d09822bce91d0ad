import type { Decimal } from 'decimal.js';
import { formatEuros } from '../../../../french/amounts.ts';
import type { Place } from '../../../../model/geometry.ts';
import type { ReconciledProgramme } from '../../../../model/reconciled.ts';
import type { Periode } from '../../../../model/vocabulary.ts';
import type { CheckedRule } from '../../rule.ts';
import { columnsOf, decimal, percent, periodText, samePeriod, spending, stated, sum, type Stated } from '../../lines.ts';

interface Abatement {
  readonly amount: Decimal;
  readonly periode: Periode | null;
  readonly place: Place;
}

/** What is valued, else spent, else planned in those years. */
function spentIn(programme: ReconciledProgramme, periode: Periode): readonly Stated[] {
  const inPeriod = (rubrique: 'valorise' | 'realise' | 'prevu'): Stated[] =>
    programme.lines.flatMap((line) => {
      const told = stated(line).filter(({ draft }) => draft.column.periode !== null && samePeriod(draft.column.periode, periode));
      return [...spending(line, [rubrique], told)];
    });
  return (['valorise', 'realise', 'prevu'] as const).map(inPeriod).find((amounts) => amounts.length > 0) ?? [];
}

/** What is valued or spent in return, against the abattement that the document states for the same years. */
export const abattement: CheckedRule = {
  codes: ['abattement_depasse', 'abattement_non_couvert'],
  titre: "Montant valorisé ou engagé à la mesure de l'abattement",
  source: "CGI, art. 1388 bis ; référentiel national, juin 2024, rappel des objectifs (actions en contrepartie de l'abattement)",
  gravite: 'alerte',
  check(programme, index, { settings }, document) {
    const printed: Abatement[] = programme.totals
      .filter(({ scope, declared }) => scope.column.rubrique === 'abattement' && scope.portee === 'programme' && declared.greaterThan(0))
      .map(({ declared, scope, draft }) => ({ amount: declared, periode: scope.column.periode, place: draft.place }));
    const told: Abatement[] = document.faits
      .filter(({ sujet, programme: of }) => sujet === 'abattement' && (of === index || of === null))
      .flatMap(({ montant, periode, place }) =>
        montant === null || !montant.greaterThan(0) ? [] : [{ amount: montant, periode: periode ?? programme.heading.periode, place }],
      );
    const known = [...printed, ...told];
    if (known.length === 0) return { missing: "le document ne donne pas le montant de l'abattement" };
    const compared = known.filter(({ periode }) => periode !== null && spentIn(programme, periode).length > 0);
    if (compared.length === 0) return { missing: "l'abattement et les dépenses ne sont pas donnés pour les mêmes années" };
    return compared.flatMap(({ amount, periode, place }) => {
      const spent = periode === null ? [] : spentIn(programme, periode);
      const engaged = sum(spent);
      const ratio = engaged.dividedBy(amount);
      const isAbove = ratio.greaterThan(1 + settings.abattement);
      if (!isAbove && ratio.greaterThanOrEqualTo(1 - settings.abattement)) return [];
      const columns = columnsOf(spent);
      const setting = `réglage : ${String(Math.round(settings.abattement * 100))} % d'écart${columns === '' ? '' : ` ; ${columns}`}`;
      return [
        {
          code: isAbove ? 'abattement_depasse' : 'abattement_non_couvert',
          gravite: 'alerte' as const,
          message: isAbove
            ? `${periodText(periode)} : ${formatEuros(engaged)} valorisés ou engagés pour ${formatEuros(amount)} d'abattement, ${decimal(ratio)} fois plus (${setting}).`
            : `${periodText(periode)} : ${formatEuros(engaged)} valorisés ou engagés pour ${formatEuros(amount)} d'abattement, soit ${percent(ratio)} seulement (${setting}).`,
          programme: index,
          place,
        },
      ];
    });
  },
};
