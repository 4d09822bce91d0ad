import { formatEuros } from '../../../../french/amounts.ts';
import { fold } from '../../../../french/text.ts';
import type { CheckedRule } from '../../rule.ts';
import { nameOfLine, SPENT, spending, stated, sum } from '../../lines.ts';

const MEDIATORS = /\bmediat(?:ion|eurs?|rices?)\b/u;

/** Mediators valued as caretaking (1.1) and as mediation (1.2). */
export const mediateursDeuxFois: CheckedRule = {
  codes: ['mediateurs_deux_fois'],
  titre: 'Médiateurs comptés une seule fois (1.1 ou 1.2)',
  source: 'Référentiel national, juin 2024, axe 1, action n° 2 (« que les agents de médiation ne soient pas valorisés deux fois »)',
  gravite: 'alerte',
  check(programme, index) {
    const withMoney = programme.lines.filter((line) => stated(line).some(({ amount }) => amount.greaterThan(0)));
    const guarding = withMoney.filter(
      ({ draft, classification }) =>
        classification.action === '1.1' && MEDIATORS.test(fold(`${draft.actionText ?? ''} ${draft.description ?? ''}`)),
    );
    const mediating = withMoney.filter(({ classification }) => classification.action === '1.2');
    const [other] = mediating;
    if (other === undefined) return [];
    return guarding.map((line) => ({
      code: 'mediateurs_deux_fois',
      gravite: 'alerte' as const,
      message: `La ligne « ${nameOfLine(line)} » compte des médiateurs en 1.1 (${formatEuros(sum(spending(line, SPENT)))}) alors que l'action 1.2 en compte aussi (${formatEuros(sum(spending(other, SPENT)))}) : vérifier qu'ils ne sont pas valorisés deux fois.`,
      programme: index,
      place: line.draft.place,
    }));
  },
};
