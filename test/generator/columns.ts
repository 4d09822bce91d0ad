import type { NatureProgramme, Periode } from '../../src/model/vocabulary.ts';
import type { ColumnContent } from './content.ts';
import type { Random } from './random.ts';

type Draft = Omit<ColumnContent, 'group' | 'periode' | 'base' | 'taxe'> &
  Partial<Pick<ColumnContent, 'group' | 'periode' | 'base' | 'taxe'>>;

function column(draft: Draft): ColumnContent {
  return { group: null, periode: null, base: null, taxe: null, ...draft };
}

export function spell(years: Periode, random: Random): string {
  if (years.debut === years.fin) return String(years.debut);
  return random.pick([
    `${years.debut}-${years.fin}`,
    `${years.debut} - ${years.fin}`,
    `${years.debut}/${years.fin}`,
    `${years.debut} à ${years.fin}`,
  ]);
}

function planned(random: Random, years: Periode): ColumnContent {
  const p = spell(years, random);
  const one = years.debut === years.fin;
  return column(
    random.weighted<Draft>([
      [3, { heading: `Dépense moyenne prévisionnelle / an pour la période ${p}`, rubrique: 'prevu', periode: years, base: 'an' }],
      [3, { heading: 'Dépense prévisionnelle', rubrique: 'prevu' }],
      [2, { heading: `Dépense prévisionnelle ${p}`, rubrique: 'prevu', periode: years }],
      [3, { heading: 'Coût prévisionnel', rubrique: 'prevu' }],
      [2, { heading: 'Coût prévisionnel TTC', rubrique: 'prevu', taxe: 'ttc' }],
      [2, { heading: 'Montant prévisionnel', rubrique: 'prevu' }],
      [2, { heading: 'Montant', rubrique: 'prevu' }],
      [1, { heading: 'Coût', rubrique: 'prevu' }],
      [1, { heading: 'Coût annuel', rubrique: 'prevu', base: 'an' }],
      [1, { heading: `Budget prévisionnel ${p}`, rubrique: 'prevu', periode: years }],
      [2, { heading: 'Dépense prévue (TTC)', rubrique: 'prevu', taxe: 'ttc' }],
      [1, { heading: 'Dépense totale prévisionnelle', rubrique: 'prevu' }],
      [1, { heading: 'Coût estimé HT', rubrique: 'prevu', taxe: 'ht' }],
      [1, { heading: 'Dépenses prévisionnelles annuelles', rubrique: 'prevu', base: 'an' }],
      [1, { heading: `Montant prévu sur la période ${p}`, rubrique: 'prevu', periode: years, base: 'periode' }],
      [one ? 1 : 0, { heading: `Prévu ${p}`, rubrique: 'prevu', periode: years }],
      [one ? 0.7 : 0, { heading: p, rubrique: 'prevu', periode: years }],
    ]),
  );
}

function valued(random: Random, years: Periode): ColumnContent {
  return column(
    random.weighted<Draft>([
      [3, { heading: 'Dépense valorisée TFPB', rubrique: 'valorise' }],
      [2, { heading: 'Dépense valorisée', rubrique: 'valorise' }],
      [1, { heading: 'Montant valorisé', rubrique: 'valorise' }],
      [1, { heading: "Montant valorisé au titre de l'abattement TFPB", rubrique: 'valorise' }],
      [1, { heading: 'Dépense prévisionnelle valorisée', rubrique: 'valorise' }],
      [1, { heading: `Valorisation TFPB ${spell(years, random)}`, rubrique: 'valorise', periode: years }],
    ]),
  );
}

function spent(random: Random, years: Periode): ColumnContent {
  const p = spell(years, random);
  return column(
    random.weighted<Draft>([
      [2, { heading: 'Dépense réalisée', rubrique: 'realise' }],
      [2, { heading: `Réalisé ${p}`, rubrique: 'realise', periode: years }],
      [1, { heading: 'Montant engagé', rubrique: 'realise' }],
      [1, { heading: `Dépenses engagées ${p}`, rubrique: 'realise', periode: years }],
      [1, { heading: 'Dépense réalisée TTC', rubrique: 'realise', taxe: 'ttc' }],
      [1, { heading: `Montant réalisé ${p}`, rubrique: 'realise', periode: years }],
    ]),
  );
}

export function surcharge(random: Random): ColumnContent {
  return column(
    random.weighted<Draft>([
      [4, { heading: 'Surcoût', rubrique: 'surcout' }],
      [1, { heading: 'Surcoût prévisionnel', rubrique: 'surcout' }],
      [1, { heading: 'Surcoût annuel', rubrique: 'surcout', base: 'an' }],
      [1, { heading: 'Surcoût / quartiers hors QPV', rubrique: 'surcout' }],
    ]),
  );
}

export type ColumnKind =
  'prevu' | 'prevu_valorise' | 'prevu_realise' | 'realise' | 'total_valorise' | 'realise_valorise' | 'annees' | 'ht_ttc';

export interface ColumnSet {
  readonly kind: ColumnKind;
  readonly columns: readonly ColumnContent[];
  readonly nature: NatureProgramme;
  readonly years: Periode;
}

/** The amount columns of a programme and the period they are for. `unit` is appended to every heading. */
export function pickColumns(random: Random, unit: string, allowYears: boolean): ColumnSet {
  const start = random.int(2016, 2028);
  const years = random.chance(0.65) ? { debut: start, fin: start } : { debut: start, fin: start + random.int(1, 5) };
  const kind = random.weighted<Exclude<ColumnKind, 'ht_ttc'>>([
    [55, 'prevu'],
    [20, 'prevu_valorise'],
    [9, 'prevu_realise'],
    [6, 'realise'],
    [4, 'total_valorise'],
    [3, 'realise_valorise'],
    [allowYears ? 6 : 0, 'annees'],
  ]);
  const set = build(kind, random, years);
  const grouped = group(kind, set.columns, random);
  return { ...set, kind, columns: grouped.map((each) => ({ ...each, heading: `${each.heading}${unit}` })) };
}

/** The same cost twice, before and after tax. */
export function pickTaxColumns(random: Random, unit: string): ColumnSet {
  const start = random.int(2016, 2028);
  const word = random.pick(['Montant', 'Coût', 'Coût prévisionnel', 'Dépense prévisionnelle']);
  const columns = [
    column({ heading: `${word} HT${unit}`, rubrique: 'prevu', taxe: 'ht' }),
    column({ heading: `${word} TTC${unit}`, rubrique: 'prevu', taxe: 'ttc' }),
  ];
  return { kind: 'ht_ttc', columns, nature: 'previsionnel', years: { debut: start, fin: start } };
}

/** Sometimes the amounts stand under one heading; it must not change what the columns are. */
function group(kind: ColumnKind, columns: readonly ColumnContent[], random: Random): readonly ColumnContent[] {
  const under = (text: string): readonly ColumnContent[] => columns.map((each) => ({ ...each, group: text }));
  if (columns.length === 1 || !random.chance(0.2)) return columns;
  if (kind === 'prevu_realise') return under(random.pick(['Dépenses', 'Montants', 'Dépenses TTC'])).map((each) => taxed(each));
  if (kind === 'annees') return under(random.pick(['Montants', 'Échéancier', 'Calendrier financier']));
  if (kind !== 'prevu_valorise') return columns;
  const [first, second] = columns;
  if (first === undefined || second === undefined) return columns;
  return [
    column({ group: 'Dépenses', heading: random.pick(['Prévisionnelles', 'Prévues', 'Coût prévisionnel']), rubrique: 'prevu' }),
    column({ group: 'Dépenses', heading: random.pick(['Valorisées', 'Valorisées TFPB', 'Montant valorisé']), rubrique: 'valorise' }),
  ];
}

function taxed(each: ColumnContent): ColumnContent {
  return each.group?.endsWith('TTC') === true ? { ...each, taxe: 'ttc' } : each;
}

function build(kind: Exclude<ColumnKind, 'ht_ttc'>, random: Random, years: Periode): Omit<ColumnSet, 'kind'> {
  switch (kind) {
    case 'prevu':
      return { columns: [planned(random, years)], nature: 'previsionnel', years };
    case 'prevu_valorise':
      return { columns: [planned(random, years), valued(random, years)], nature: 'previsionnel', years };
    case 'prevu_realise': {
      const year = { debut: years.debut, fin: years.debut };
      const before = { debut: year.debut - 1, fin: year.debut - 1 };
      return random.chance(0.5)
        ? {
            columns: [
              column({ heading: `Prévu ${year.debut}`, rubrique: 'prevu', periode: year }),
              column({ heading: `Réalisé ${year.debut}`, rubrique: 'realise', periode: year }),
            ],
            nature: 'mixte',
            years: year,
          }
        : {
            columns: [
              column({ heading: `Dépense réalisée ${before.debut}`, rubrique: 'realise', periode: before }),
              column({ heading: `Dépense prévisionnelle ${year.debut}`, rubrique: 'prevu', periode: year }),
            ],
            nature: 'mixte',
            years: year,
          };
    }
    case 'realise': {
      const bare = random.chance(0.3);
      return { columns: [bare ? column({ heading: 'Montant', rubrique: 'realise' }) : spent(random, years)], nature: 'bilan', years };
    }
    case 'realise_valorise':
      return { columns: [spent(random, years), valued(random, years)], nature: 'bilan', years };
    case 'total_valorise':
      return { columns: [column({ heading: 'Dépense totale', rubrique: 'total' }), valued(random, years)], nature: 'previsionnel', years };
    case 'annees': {
      const span = { debut: years.debut, fin: years.debut + 2 };
      const word = random.pick(['', 'Coût ', 'Prévision ', 'Montant prévisionnel ']);
      const yearly = [0, 1, 2].map((offset) => {
        const year = span.debut + offset;
        return column({ heading: `${word}${year}`, rubrique: 'prevu', periode: { debut: year, fin: year } });
      });
      return { columns: [...yearly, column({ heading: 'Total', rubrique: 'total' })], nature: 'previsionnel', years: span };
    }
  }
}
