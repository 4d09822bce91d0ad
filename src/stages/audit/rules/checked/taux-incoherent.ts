import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../../french/amounts.ts';
import { fold } from '../../../../french/text.ts';
import type { ReconciledLine } from '../../../../model/reconciled.ts';
import type { CheckedRule } from '../../rule.ts';
import { decimal, nameOfLine, samePeriod, stated, type Stated } from '../../lines.ts';

/** Half a point for a rate printed whole, and a cent either way. */
const TOLERANCE = new Decimal('0.6');

/** A rate in words ("selon convention", "100 % hors contrat") is not one to reckon with. */
function rateOf(taux: string | null): Decimal | null {
  return taux !== null && /^\d+(?:\.\d+)?$/u.test(taux) ? new Decimal(taux) : null;
}

/** The share of the landlord among those who pay: "Financement bailleur", "Part organisme HLM", "Fonds propres". */
const OWN_SHARE = /\b(?:bailleurs?|organismes?|fonds propres|autofinancement)\b/u;

/** What a rate may be of: the whole cost, or what is left of it for the landlord where others pay a part ("Financement bailleur", "Autre financement"). */
function basesOf(line: ReconciledLine, whole: readonly Stated[]): readonly Decimal[] {
  const shares = stated(line, 'autre').filter(({ amount }) => !amount.isZero());
  const own = shares.filter(({ draft }) => OWN_SHARE.test(fold(draft.column.header)));
  const left = whole.flatMap(({ amount }) => shares.map((share) => amount.minus(share.amount)));
  return [...whole.map(({ amount }) => amount), ...own.map(({ amount }) => amount), ...left.filter((amount) => amount.gt(0))];
}

/** The rate a line states against its two amounts. An error only where totals prove both amounts. */
export const tauxIncoherent: CheckedRule = {
  codes: ['taux_incoherent'],
  titre: 'Taux de valorisation égal à la dépense valorisée rapportée à la dépense totale',
  source: 'Référentiel national, juin 2024, tableau récapitulatif (dépense × taux de valorisation)',
  gravite: 'alerte',
  check(programme, index) {
    const rated = programme.lines.filter(({ draft }) => rateOf(draft.taux) !== null);
    if (rated.length === 0) return { missing: 'aucune ligne ne donne de taux de valorisation' };
    return rated.flatMap((line) => {
      const [valued] = stated(line, 'valorise');
      const whole = stated(line, 'prevu', 'total', 'realise').filter(
        ({ draft, amount }) => samePeriod(draft.column.periode, valued?.draft.column.periode ?? null) && !amount.isZero(),
      );
      const [first] = whole;
      const rate = rateOf(line.draft.taux);
      if (valued === undefined || first === undefined || rate === null) return [];
      const found = (amount: Decimal): Decimal => valued.amount.times(100).dividedBy(amount);
      if (basesOf(line, whole).some((amount) => found(amount).minus(rate).abs().lessThanOrEqualTo(TOLERANCE))) return [];
      const isProven = valued.proofs.length > 0 && first.proofs.length > 0;
      return [
        {
          code: 'taux_incoherent',
          gravite: isProven && programme.statut !== 'a_relire' ? ('erreur' as const) : ('alerte' as const),
          message: `La ligne « ${nameOfLine(line)} » annonce un taux de ${decimal(rate)} % ; ${formatEuros(valued.amount)} valorisés pour ${formatEuros(first.amount)} font ${decimal(found(first.amount))} %.`,
          programme: index,
          place: valued.draft.place,
        },
      ];
    });
  },
};
