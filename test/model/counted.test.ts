import { describe, expect, it } from 'vitest';
import type { MontantExport } from '../../src/model/contract.ts';
import { leftOut, oneSpending, summable } from '../../src/model/counted.ts';
import { column } from '../support/audited.ts';
import { ligneExport, montantExport } from '../support/exported-lines.ts';

type Cell = Partial<MontantExport>;

/** `2025`, `2025-2027`: the years of a column. */
function years(text: string): MontantExport['periode'] {
  return column(`prevu ${text}`).periode;
}

function line(...cells: readonly Cell[]): readonly MontantExport[] {
  return cells.map((cell, index) => montantExport({ id: String(index), ...cell }));
}

/** What the sums of a programme of these lines do not count: the heading of the column, and why. */
function out(first: number | null, ...lines: readonly (readonly MontantExport[])[]): readonly string[] {
  const lignes = lines.map((montants, at) =>
    ligneExport({ id: String(at), montants: montants.map((montant) => ({ ...montant, id: `${String(at)}.${montant.id}` })) }),
  );
  const left = leftOut({ lignes, annee_debut: first });
  return lignes.flatMap(({ montants }) =>
    montants.flatMap(({ id, colonne }) => (left.has(id) ? [`${colonne}: ${left.get(id) ?? ''}`] : [])),
  );
}

describe('what of a line may be added up', () => {
  it.each<[string, readonly Cell[], readonly string[]]>([
    [
      'the same expense without and with tax counts once, with tax; the tax is none',
      [{ colonne: 'Montant HT', taxe: 'ht' }, { colonne: 'TVA' }, { colonne: 'Montant TTC', taxe: 'ttc' }],
      ['Montant HT: hors_taxes', 'TVA: taxe'],
    ],
    [
      'without tax alone counts',
      [
        { colonne: 'Montant HT', taxe: 'ht' },
        { colonne: 'Montant TTC', taxe: 'ttc', montant: null },
      ],
      [],
    ],
    [
      'each year of a period counts, not the period',
      ['2024', '2025', '2026', '2024-2026'].map((periode) => ({ colonne: `Prévu ${periode}`, periode: years(periode) })),
      ['Prévu 2024-2026: total_de_colonnes'],
    ],
    [
      'an empty year is a year all the same',
      [
        { colonne: '2024', periode: years('2024') },
        { colonne: '2025', periode: years('2025'), montant: null },
        { colonne: '2024-2025', periode: years('2024-2025'), base: 'periode' },
      ],
      ['2024-2025: total_de_colonnes'],
    ],
    [
      'a period of which some years only have a column counts, and these do not',
      [
        { colonne: '2024', periode: years('2024') },
        { colonne: '2024-2026', periode: years('2024-2026') },
      ],
      ['2024: part_d_un_total'],
    ],
    [
      'amounts a year and for the period are told apart by their base, not here',
      [
        { colonne: 'par an', base: 'an', periode: years('2024-2026') },
        { colonne: 'en tout', base: 'periode', periode: years('2024-2026') },
      ],
      [],
    ],
    ['planned and spent are two sums', [{ colonne: 'Prévu' }, { colonne: 'Réalisé', rubrique: 'realise' }], []],
    ['a unit price is none', [{ colonne: 'Coût unitaire' }, { colonne: 'Dépense prévisionnelle' }], ['Coût unitaire: prix_unitaire']],
    [
      'a total beside its parts counts for them',
      [
        { colonne: 'Prévu (a)', montant: '300.00' },
        { colonne: 'Prévu (b)', montant: '200.00' },
        { colonne: 'Montant prévu', montant: '500.00' },
      ],
      ['Prévu (a): part_d_un_total', 'Prévu (b): part_d_un_total'],
    ],
    [
      'of two columns that nothing tells apart one counts',
      [{ colonne: 'A' }, { colonne: 'B', montant: '80.00' }],
      ['B: colonne_indistincte'],
    ],
    [
      'the quarters of a year add up',
      [{ colonne: '1er trimestre 2025' }, { colonne: 'T2 2025', montant: '80.00' }, { colonne: 'juil.-déc.', montant: '40.00' }],
      [],
    ],
    [
      'what was first decided is left out beside what it was changed to, whichever stands first',
      [
        { colonne: 'Montant initial' },
        { colonne: 'Variation', rubrique: 'autre', montant: '-20.00' },
        { colonne: 'Montant modifié', montant: '80.00' },
      ],
      ['Montant initial: version_remplacee', 'Variation: difference'],
    ],
    [
      'so is what no word calls the first version',
      [{ colonne: 'Budget révisé', montant: '80.00' }, { colonne: 'Budget' }],
      ['Budget: version_remplacee'],
    ],
    [
      'other funding adds up, a difference does not',
      [
        { colonne: 'Part ville', rubrique: 'autre' },
        { colonne: 'Part État', rubrique: 'autre' },
        { colonne: 'Écart', rubrique: 'autre' },
      ],
      ['Écart: difference'],
    ],
  ])('%s', (_name, cells, expected) => {
    expect(out(null, line(...cells))).toEqual(expected);
  });

  it('leaves the years before those of the programme out, unless it tells no others', () => {
    const cells = ['2023', '2024', '2025'].map((year) => ({ colonne: year, periode: years(year) }));
    expect(out(2025, line(...cells))).toEqual(['2023: annees_anterieures', '2024: annees_anterieures']);
    expect(out(2026, line(...cells))).toEqual([]);
  });

  it('decides line by line: a cell that stands alone always counts', () => {
    const [ht, ttc]: readonly Cell[] = [
      { colonne: 'HT', taxe: 'ht' },
      { colonne: 'TTC', taxe: 'ttc' },
    ];
    expect(out(null, line(ht ?? {}, ttc ?? {}), line(ht ?? {}))).toEqual(['HT: hors_taxes']);
  });
});

describe('what a line spends, as one figure', () => {
  it('never adds two rubriques, nor amounts a year to amounts for a period', () => {
    const cells = line(
      { rubrique: 'total', montant: '900.00' },
      { rubrique: 'valorise', montant: '450.00' },
      { rubrique: 'total', base: 'an', periode: years('2024-2026'), montant: '300.00' },
    ).map(summable);
    expect(oneSpending(cells, 'realise', 'total', 'valorise').map(({ of }) => of.montant)).toEqual(['900.00']);
    expect(oneSpending(cells, 'valorise', 'total').map(({ of }) => of.montant)).toEqual(['450.00']);
  });
});
