import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../../french/amounts.ts';
import type { Periode, Rubrique } from '../../../../model/vocabulary.ts';
import type { ReconciledLine, ReconciledProgramme } from '../../../../model/reconciled.ts';
import type { CheckedRule } from '../../rule.ts';
import { percent, periodText, spending, stated, sum, type Stated } from '../../lines.ts';

/** Spending, whatever the word: amounts of the abattement, of carrying over or of others' money are none. */
const SPENDING: readonly (readonly [Rubrique, ...Rubrique[]])[] = [['prevu', 'surcout'], ['total'], ['valorise'], ['realise']];
/** Fewer lines than this are no choice of where to spend. */
const FEWEST_LINES = 3;

interface Group {
  readonly rubrique: Rubrique;
  readonly periode: Periode | null;
  readonly amounts: { readonly of: ReconciledLine; readonly axe: number; readonly stated: Stated }[];
}

function groupsOf(programme: ReconciledProgramme): Group[] {
  const groups = new Map<string, Group>();
  for (const line of programme.lines) {
    const { axe } = line.classification;
    if (axe === null) continue;
    // What a programme plans over the ordinary stands beside what it plans specially: one spending, unless a line gives both.
    const told = stated(line);
    for (const { periode, rubrique } of told.map(({ draft }) => draft.column)) {
      const [kinds] = SPENDING.filter((each) => each.includes(rubrique));
      if (kinds === undefined) continue;
      const key = `${kinds[0]} ${periodText(periode)}`;
      const group = groups.get(key) ?? { rubrique: kinds[0], periode, amounts: [] };
      groups.set(key, group);
      if (group.amounts.some(({ of }) => of === line)) continue;
      const same = told.filter(({ draft }) => periodText(draft.column.periode) === periodText(periode));
      for (const amount of spending(line, kinds, same)) group.amounts.push({ of: line, axe, stated: amount });
    }
  }
  return [...groups.values()];
}

const NAMES: Partial<Record<Rubrique, string>> = { prevu: 'prévues', total: 'totales', valorise: 'valorisées', realise: 'réalisées' };

/** Most of the money in one axe. Axes without any action are in order: the référentiel asks for none. */
export const concentrationAxe: CheckedRule = {
  codes: ['concentration_axe'],
  titre: 'Dépenses non concentrées sur un seul axe',
  source:
    "Référentiel national, juin 2024, définition du programme d'actions (« que les dépenses ne se concentrent pas sur un seul axe », sans seuil)",
  gravite: 'alerte',
  check(programme, index, { settings }) {
    const groups = groupsOf(programme).filter(({ amounts }) => sum(amounts.map((each) => each.stated)).greaterThan(0));
    if (groups.length === 0) return { missing: "aucun montant n'est rattaché à un axe" };
    const seen = new Set<string>();
    return groups.flatMap(({ rubrique, periode, amounts }) => {
      const whole = sum(amounts.map((each) => each.stated));
      const byAxe = new Map<number, Decimal>();
      for (const each of amounts) byAxe.set(each.axe, (byAxe.get(each.axe) ?? new Decimal(0)).plus(each.stated.amount));
      const [most] = [...byAxe].sort((a, b) => b[1].comparedTo(a[1]));
      const first = amounts.find((each) => each.axe === most?.[0] && each.stated.amount.greaterThan(0));
      if (most === undefined || first === undefined || programme.lines.length < FEWEST_LINES) return [];
      const share = most[1].dividedBy(whole);
      if (share.lessThan(settings.concentration)) return [];
      // The same figures under another heading (valued, then total) say nothing new.
      const key = `${String(most[0])} ${periodText(periode)} ${most[1].toFixed(2)} ${whole.toFixed(2)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const when = periodText(periode) === '' ? '' : ` (${periodText(periode)})`;
      return [
        {
          code: 'concentration_axe',
          gravite: 'alerte' as const,
          message: `L'axe ${String(most[0])} porte ${percent(share)} des dépenses ${NAMES[rubrique] ?? rubrique}${when} : ${formatEuros(most[1])} sur ${formatEuros(whole)} (seuil réglé à ${String(Math.round(settings.concentration * 100))} % ; le référentiel n'en fixe pas).`,
          programme: index,
          place: first.stated.draft.place,
        },
      ];
    });
  },
};
