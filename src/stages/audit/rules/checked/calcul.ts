import { formatEuros } from '../../../../french/amounts.ts';
import { agreementOf, calculationsIn, unitDifferenceIn, type Agreement, type Calculation } from '../../../../french/reckoning.ts';
import type { Constat, ReconciledLine } from '../../../../model/reconciled.ts';
import type { Gravite } from '../../../../model/vocabulary.ts';
import type { CheckedRule } from '../../rule.ts';
import { nameOfLine, stated, textOfLine, type Stated } from '../../lines.ts';

const ORDER: readonly Agreement[] = ['exact', 'arrondi', 'ecart'];

/** The calculation that explains the amount best; a disagreement only where the text leaves no other way to reckon. */
export function bestCalculation(
  text: string,
  amounts: readonly Stated[],
): { calculation: Calculation; amount: Stated; agreement: Agreement } | null {
  const calculations = calculationsIn(text);
  const judged = amounts.flatMap((amount) =>
    calculations.map((calculation) => ({ calculation, amount, agreement: agreementOf(calculation.value, amount.amount) })),
  );
  const usable = judged.filter(({ calculation, agreement }) => agreement !== 'ecart' || calculation.isCertain);
  return usable.sort((a, b) => ORDER.indexOf(a.agreement) - ORDER.indexOf(b.agreement))[0] ?? null;
}

function constat(
  line: ReconciledLine,
  index: number,
  code: string,
  gravite: Gravite,
  message: string,
  place: Stated['draft']['place'],
): Constat {
  return { code, gravite, message: `La ligne « ${nameOfLine(line)} » : ${message}`, programme: index, place };
}

/** The arithmetic written inside a description, against the line's own amount. */
export const calcul: CheckedRule = {
  codes: ['calcul_conforme', 'calcul_arrondi', 'calcul_ecart'],
  titre: 'Montant égal au calcul que donne la description',
  source: 'Arithmétique du document ; référentiel national, juin 2024, modalités de calcul de chaque action (7.5 : loyer × réduction × 12)',
  gravite: 'alerte',
  check(programme, index) {
    return programme.lines.flatMap((line): Constat[] => {
      const text = textOfLine(line);
      if (unitDifferenceIn(text) !== null) return [];
      const best = bestCalculation(
        text,
        stated(line).filter(({ amount }) => !amount.isZero()),
      );
      if (best === null) return [];
      const { calculation, amount, agreement } = best;
      const sum = `${calculation.formula} = ${formatEuros(calculation.value)}`;
      const gap = formatEuros(amount.amount.minus(calculation.value));
      const { place } = amount.draft;
      if (agreement === 'exact') return [constat(line, index, 'calcul_conforme', 'info', `${sum}, exactement le montant inscrit.`, place)];
      if (agreement === 'arrondi')
        return [
          constat(line, index, 'calcul_arrondi', 'info', `${sum}, inscrit ${formatEuros(amount.amount)} : arrondi de ${gap}.`, place),
        ];
      return [constat(line, index, 'calcul_ecart', 'alerte', `${sum}, inscrit ${formatEuros(amount.amount)} : écart de ${gap}.`, place)];
    });
  },
};
