import { formatEuros } from '../../../../french/amounts.ts';
import { agreementOf, calculationsIn, unitDifferenceIn, type Agreement, type Calculation } from '../../../../french/reckoning.ts';
import type { Constat, ReconciledLine } from '../../../../model/reconciled.ts';
import type { Gravite } from '../../../../model/vocabulary.ts';
import type { CheckedRule } from '../../rule.ts';
import { nameOfLine, stated, textOfLine, type Stated } from '../../lines.ts';

const ORDER: readonly Agreement[] = ['exact', 'arrondi', 'ecart'];

/** What the line says of the share that is valued, as a number of hundredths. */
function rateOf(taux: string | null): number | null {
  const rate = taux !== null && /^\d+(?:\.\d+)?$/u.test(taux) ? Number(taux) : null;
  return rate !== null && rate > 0 && rate < 100 ? rate : null;
}

/** The calculation itself, the share of it that is valued, and as many times as the amount's column has years. */
function alternatives(calculation: Calculation, { draft }: Stated, taux: string | null): readonly Calculation[] {
  const { formula, value } = calculation;
  const rate = rateOf(taux);
  const { periode } = draft.column;
  const years = periode === null || draft.base === 'an' ? 1 : periode.fin - periode.debut + 1;
  const whole = /[+−]/u.test(formula) ? `(${formula})` : formula;
  return [
    calculation,
    ...(rate === null
      ? []
      : [{ formula: `${whole} × ${String(rate).replace('.', ',')} %`, value: value.times(rate).dividedBy(100), isCertain: false }]),
    ...(years <= 1 ? [] : [{ formula: `${whole} × ${String(years)} ans`, value: value.times(years), isCertain: false }]),
  ];
}

/** The calculation that explains the amount best; a disagreement only where the text leaves no other way to reckon. */
export function bestCalculation(
  text: string,
  amounts: readonly Stated[],
  taux: string | null,
): { calculation: Calculation; amount: Stated; agreement: Agreement } | null {
  const calculations = calculationsIn(text);
  const judged = amounts.flatMap((amount) =>
    calculations
      .flatMap((calculation) => alternatives(calculation, amount, taux))
      .map((calculation) => ({ calculation, amount, agreement: agreementOf(calculation.value, amount.amount) })),
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
    if (programme.lines.every((line) => calculationsIn(textOfLine(line)).length === 0))
      return { missing: 'aucune description ne donne de calcul' };
    return programme.lines.flatMap((line): Constat[] => {
      const text = textOfLine(line);
      if (unitDifferenceIn(text) !== null) return [];
      const best = bestCalculation(
        text,
        stated(line).filter(({ amount }) => !amount.isZero()),
        line.draft.taux,
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
