import type { NatureProgramme, Periode, Rubrique } from '../../src/model/vocabulary.ts';
import { formatAmount, pickAmount } from './amounts.ts';
import type { AmountContent, ColumnContent, Habits } from './content.ts';
import type { HeadingLevels } from './header-levels.ts';
import type { AmountMaker } from './lines.ts';
import type { Random } from './random.ts';

/** What a column of the wide multi-period table holds; the letters are those a group computes with. */
type Role = 'abattement' | 'prevu' | 'engage' | 'reporte' | 'valorise' | 'reaffecte' | 'total';

const RUBRIQUES: Readonly<Record<Role, Rubrique>> = {
  abattement: 'abattement',
  prevu: 'prevu',
  engage: 'realise',
  reporte: 'reporte',
  valorise: 'valorise',
  reaffecte: 'reporte',
  total: 'total',
};

interface Group {
  readonly periode: Periode;
  readonly heading: string;
  readonly roles: readonly Role[];
}

export interface LargeColumns {
  readonly columns: readonly ColumnContent[];
  readonly levels: readonly HeadingLevels[];
  readonly years: Periode;
  readonly nature: NatureProgramme;
  readonly amounts: (habits: Habits, empty: number) => AmountMaker;
}

function spelled(role: Role, periode: Periode, wordy: boolean, upper: boolean): string {
  const length = periode.fin - periode.debut + 1;
  const span = length === 3 ? ' TRIENNAL' : length === 2 ? ' BIENNAL' : '';
  const year = String(periode.debut);
  const long: Record<Role, string> = {
    abattement: `Montant abattement TFPB${upper ? span : span.toLowerCase()}`,
    prevu: 'Montant prévu',
    engage: "Montant engagé en contrepartie de l'abattement",
    reporte: 'Montant non engagé reporté',
    valorise: `Dépense valorisée TFPB au titre de ${year} (a)`,
    reaffecte: `Montant réaffecté à l'année ${year} (action reportée) (b)`,
    total: `Total prévisionnel ${year} (a+b)`,
  };
  const short: Record<Role, string> = {
    abattement: 'Abattement',
    prevu: 'Prévu',
    engage: 'Engagé',
    reporte: 'Non engagé reporté',
    valorise: 'Valorisé (a)',
    reaffecte: 'Réaffecté (b)',
    total: 'Total (a+b)',
  };
  const text = wordy ? long[role] : short[role];
  const lettered = role === 'total' || role === 'reaffecte' || !upper;
  return upper ? (lettered ? text : text.toUpperCase()) : text;
}

function pastGroups(random: Random, year: number): Group[] {
  const roles = random.weighted<readonly Role[]>([
    [4, ['abattement', 'engage', 'reporte']],
    [2, ['prevu', 'engage', 'reporte']],
    [1, ['prevu', 'engage']],
    [1, ['abattement', 'prevu', 'engage', 'reporte']],
  ]);
  const count = roles.length > 3 ? 2 : random.pick([1, 2, 2, 3]);
  const word = random.pick(['BILAN', 'BILAN', 'Bilan', 'BILAN TFPB']);
  const groups: Group[] = [];
  let end = year - 1;
  for (let index = 0; index < count; index += 1) {
    const length = random.pick([1, 2, 2, 3]);
    const periode = { debut: end - length + 1, fin: end };
    end = periode.debut - 1;
    const years = length === 1 ? String(periode.fin) : `${periode.debut}-${periode.fin}`;
    groups.unshift({ periode, heading: `${word} ${years}`, roles });
  }
  return groups;
}

/** Column groups over several periods: what was engaged in each earlier one, and what is planned for the year of the heading. */
export function pickLargeColumns(random: Random, unit: string): LargeColumns {
  const year = random.int(2019, 2028);
  const years = { debut: year, fin: year };
  const current: Group = {
    periode: years,
    heading: random.pick([String(year), String(year), `PROGRAMME ${year}`, `Prévisionnel ${year}`]),
    roles: random.weighted<readonly Role[]>([
      [4, ['valorise', 'reaffecte', 'total']],
      [1, ['prevu', 'valorise']],
      [1, ['prevu']],
      [1, ['prevu', 'valorise', 'reaffecte', 'total']],
    ]),
  };
  const groups = [...pastGroups(random, year), current];
  const wordy = random.chance(0.6);
  const upper = random.chance(0.5);
  const over = random.chance(0.35) ? random.pick(['HISTORIQUE', 'BILANS DES PROGRAMMES PRÉCÉDENTS', 'PÉRIODES PRÉCÉDENTES']) : null;
  const spread = groups.flatMap((group, index) =>
    group.roles.map((role) => {
      const heading = `${spelled(role, group.periode, wordy, upper)}${unit}`;
      const above =
        over === null ? [group.heading] : index === groups.length - 1 ? ['PROGRAMMATION', group.heading] : [over, group.heading];
      const column: ColumnContent = {
        heading,
        group: above.join(' '),
        rubrique: RUBRIQUES[role],
        periode: group.periode,
        base: null,
        taxe: null,
      };
      return { column, levels: [...above, heading] };
    }),
  );
  return {
    columns: spread.map((each) => each.column),
    levels: spread.map((each) => each.levels),
    years,
    nature: 'mixte',
    amounts: (habits, empty) => (source) => ({
      amounts: groups.flatMap((group) => groupAmounts(group, habits, empty, source)),
      taux: null,
    }),
  };
}

function groupAmounts(group: Group, habits: Habits, empty: number, random: Random): AmountContent[] {
  const amount = (cents: number): AmountContent => ({ cents, text: formatAmount(cents, habits.style) });
  const nothing = (): AmountContent => ({ cents: null, text: random.pick(habits.style.nothing) });
  if (random.chance(empty)) return group.roles.map(nothing);
  const base = pickAmount(random, habits.style);
  const step = habits.style.step === 1 ? 100 : habits.style.step;
  const engaged = random.chance(0.4) ? base : Math.max(step, Math.round((base * (0.3 + 0.9 * random.next())) / step) * step);
  const left = Math.max(0, base - engaged);
  const carried = random.chance(0.3) ? pickAmount(random, habits.style) : null;
  const values: Record<Role, number | null> = {
    abattement: base,
    prevu: base,
    engage: engaged,
    reporte: left === 0 && random.chance(0.6) ? null : left,
    valorise: base,
    reaffecte: carried,
    total: base + (carried ?? 0),
  };
  return group.roles.map((role) => {
    const cents = values[role];
    return cents === null ? nothing() : amount(cents);
  });
}
