import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../../french/amounts.ts';
import { countIn, unitDifferenceIn } from '../../../../french/reckoning.ts';
import type { Constat } from '../../../../model/reconciled.ts';
import type { CheckedRule } from '../../rule.ts';
import { decimal, nameOfLine, stated, textOfLine } from '../../lines.ts';

/** Each printed unit cost is rounded to the euro: their difference is sure to a euro. */
const ROUNDED_TO = 1;
const REFITTING = '8.2';

/**
 * A surcoût reckoned from two unit costs, (QPV − hors QPV) × number: the number it implies, against the dwellings of the heading. The
 * référentiel prints the sign of 8.2 the wrong way round (B − A with A in the QPV); landlords rightly reckon A − B.
 */
export const surcoutUnitaire: CheckedRule = {
  codes: ['surcout_negatif', 'logements_implicites', 'calcul_arrondi', 'calcul_conforme'],
  titre: 'Surcoût égal à la différence des coûts unitaires × le nombre',
  source:
    'Référentiel national, juin 2024, axe 3, action n° 3 (écart QPV / hors QPV) et axe 8, action n° 2 (formule imprimée B − A, lue A − B)',
  gravite: 'alerte',
  check(programme, index) {
    const told = programme.lines.flatMap((line) => {
      const difference = unitDifferenceIn(textOfLine(line));
      const [amount] = stated(line).filter((each) => each.amount.greaterThan(0));
      return difference === null || amount === undefined ? [] : [{ line, difference, amount }];
    });
    if (told.length === 0) return { missing: 'aucune ligne ne donne un coût unitaire dans le quartier et ailleurs avec un surcoût' };
    return told.flatMap(({ line, difference, amount }): Constat[] => {
      const { inside, outside, per } = difference;
      const each = inside.minus(outside);
      const place = amount.draft.place;
      const name = `La ligne « ${nameOfLine(line)} »`;
      const unit = `(${formatEuros(inside)} − ${formatEuros(outside)}) par ${per}`;
      if (each.lessThanOrEqualTo(0))
        return [
          {
            code: 'surcout_negatif',
            gravite: 'alerte' as const,
            message: `${name} compte un surcoût de ${formatEuros(amount.amount)} alors que le quartier ne coûte pas plus cher : ${unit} = ${formatEuros(each)}.`,
            programme: index,
            place,
          },
        ];
      const implied = amount.amount.dividedBy(each);
      const number = implied.toDecimalPlaces(0);
      const exact = each.times(number);
      const gap = amount.amount.minus(exact);
      const isRounding = gap.abs().lessThanOrEqualTo(number.times(ROUNDED_TO));
      // The text's own number first. What is refitted for the next tenant (8.2) is some of the quartier's dwellings only.
      const told = countIn(textOfLine(line), per);
      const { logements } = programme.heading;
      const isOfAll = per === 'logement' && logements !== null && line.classification.action !== REFITTING;
      const expected = told ?? (isOfAll ? new Decimal(logements) : null);
      if (expected !== null && !number.equals(expected)) {
        const [kind, from] = told === null ? ['logements', 'en-tête'] : [`${per}s`, 'texte'];
        return [
          {
            code: 'logements_implicites',
            gravite: 'alerte' as const,
            message: `${name} : ${unit} × ${expected.toString()} ${kind} (${from}) = ${formatEuros(each.times(expected))}, inscrit ${formatEuros(amount.amount)}, ce qui correspond à ${isRounding ? number.toString() : decimal(implied, 2)} ${kind}.`,
            programme: index,
            place,
          },
        ];
      }
      if (!isRounding) return [];
      return [
        {
          code: gap.isZero() ? 'calcul_conforme' : 'calcul_arrondi',
          gravite: 'info' as const,
          message: `${name} : ${unit} × ${number.toString()} = ${formatEuros(exact)}, inscrit ${formatEuros(amount.amount)} (${decimal(implied, 2)})${gap.isZero() ? '' : `, l'arrondi des coûts unitaires l'explique`}.`,
          programme: index,
          place,
        },
      ];
    });
  },
};
