import { formatEuros } from '../../../../french/amounts.ts';
import type { CheckedRule } from '../../rule.ts';
import { nameOfLine, stated, sum } from '../../lines.ts';

/**
 * Written principles of the référentiel (`data/principes.json`): a line filed where it says such a line does not belong, or counting what it
 * says may not be counted. The code of each constat is the principle's own; the message carries the référentiel's sentence.
 */
export const principes: CheckedRule = {
  codes: [],
  titre: 'Principes écrits du référentiel, action par action',
  source: 'Référentiel national, juin 2024 (phrase citée)',
  gravite: 'alerte',
  check(programme, index) {
    return programme.lines.flatMap((line) =>
      line.classification.principes.map(({ code, vers, phrase, source, gravite }) => {
        const amounts = stated(line);
        const figures = amounts.length === 0 || sum(amounts).isZero() ? '' : ` (${formatEuros(amounts[0]?.amount ?? sum(amounts))})`;
        const filed = line.classification.action ?? '?';
        const what =
          vers === null
            ? `La ligne « ${nameOfLine(line)} »${figures}, action ${filed}, est à justifier`
            : `La ligne « ${nameOfLine(line)} »${figures} est rangée en ${filed} ; le référentiel la range en ${vers}`;
        return { code, gravite, message: `${what} : « ${phrase} » (${source}).`, programme: index, place: line.draft.place };
      }),
    );
  },
};
