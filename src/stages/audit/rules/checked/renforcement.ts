import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../../french/amounts.ts';
import { matchesIn } from '../../../../french/matches.ts';
import type { CheckedRule } from '../../rule.ts';
import { decimal, nameOfLine, SPENT, spending, sum, textOfLine } from '../../lines.ts';

const ETP =
  /(?<hors>hors[ -]?(?:qpv|quartiers?)\s*:?\s*)?(?<value>\d+(?:[.,]\d+)?)\s*ETP\s*\/\s*(?<per>\d+)\s*(?:logts?|logements?|lgts?)/giu;

/** `QPV : 1,2 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts`; `null` unless both are told. */
export function staffing(text: string): { inside: Decimal; outside: Decimal } | null {
  const found = matchesIn(text, ETP).map((match) => ({
    isOutside: match.groups?.['hors'] !== undefined,
    value: new Decimal((match.groups?.['value'] ?? '0').replace(',', '.')).dividedBy(match.groups?.['per'] ?? '1').times(100),
  }));
  const inside = found.find(({ isOutside }) => !isOutside);
  const outside = found.find(({ isOutside }) => isOutside);
  return inside === undefined || outside === undefined ? null : { inside: inside.value, outside: outside.value };
}

/** More staff than elsewhere is what 1.1 counts: money without more staff, and less staff than elsewhere. */
export const renforcement: CheckedRule = {
  codes: ['renforcement_absent', 'presence_inferieure'],
  titre: 'Présence renforcée par rapport au patrimoine hors quartier',
  source: 'Référentiel national, juin 2024, axe 1 (« par rapport à la présence dans le patrimoine hors QPV ») et action n° 1',
  gravite: 'alerte',
  check(programme, index) {
    const told = programme.lines.flatMap((line) => {
      const both = staffing(textOfLine(line));
      return both === null ? [] : [{ line, ...both }];
    });
    if (told.length === 0) return { missing: 'aucune ligne ne compare les effectifs (ETP) dans le quartier et ailleurs' };
    return told.flatMap(({ line, inside, outside }) => {
      if (inside.greaterThan(outside)) return [];
      const spent = sum(spending(line, SPENT));
      const figures = `${decimal(inside, 2)} ETP pour 100 logements dans le quartier, ${decimal(outside, 2)} ailleurs`;
      return [
        spent.greaterThan(0)
          ? {
              code: 'renforcement_absent',
              gravite: 'alerte' as const,
              message: `La ligne « ${nameOfLine(line)} » compte ${formatEuros(spent)} sans renforcement : ${figures}.`,
              programme: index,
              place: line.draft.place,
            }
          : {
              code: 'presence_inferieure',
              gravite: 'info' as const,
              message: `Présence non renforcée (${figures}) : aucun montant n'est compté, ce qui est cohérent.`,
              programme: index,
              place: line.draft.place,
            },
      ];
    });
  },
};
