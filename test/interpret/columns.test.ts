import { describe, expect, it } from 'vitest';
import { LEFT, placeTable, rows, tableOf, UP } from '../support/grids.ts';
import { columnsOf } from '../support/read-table.ts';

const kinds = (...args: Parameters<typeof columnsOf>) => columnsOf(...args).map((column) => column.kind);

describe('columns of amounts by their whole heading', () => {
  it('take rubrique, period, tax and base from groups and leaves', () => {
    const columns = columnsOf(
      tableOf(
        ['Axe', 'Action', 'Dépenses prévisionnelles TTC / an', LEFT, 'Réalisé HT'],
        [UP, UP, '2024', '2025-2027', UP],
        ['Sur-entretien', 'Tags', '800 €', '750 €', '600 €'],
      ),
    );
    expect(columns.map((column) => column.amount).filter((amount) => amount !== null)).toMatchObject([
      { rubrique: 'prevu', periode: { debut: 2024, fin: 2024 }, taxe: 'ttc', base: 'an', unit: 'euro', sure: true },
      { rubrique: 'prevu', periode: { debut: 2025, fin: 2027 }, taxe: 'ttc', base: 'an' },
      { rubrique: 'realise', periode: null, taxe: 'ht', base: null },
    ]);
    expect(columns[3]?.header).toBe('Dépenses prévisionnelles TTC / an 2025-2027');
  });

  it('take the year of their group where their own is the one money was carried over from', () => {
    const columns = columnsOf(
      tableOf(
        ['Action', '2024', LEFT, '2025', LEFT],
        [UP, 'Crédits votés', 'Report 2024', 'Crédits demandés', 'dont report 2024'],
        ['Tags', '800 €', '50 €', '750 €', '50 €'],
      ),
    );
    expect(columns.flatMap(({ amount }) => (amount === null ? [] : [[amount.rubrique, amount.periode?.debut]]))).toEqual([
      ['prevu', 2024],
      ['reporte', 2024],
      ['prevu', 2025],
      ['reporte', 2025],
    ]);
  });

  it('are of both years that stand side by side over them, where the dash between the two was lost', () => {
    const columns = columnsOf(
      tableOf(
        ['Action', 'Bilan 2014 2015', LEFT, 'Bilan 2016-2017', LEFT],
        [UP, 'Prévu', 'Réalisé', 'Prévu', 'Réalisé'],
        ['Tags', '800 €', '50 €', '750 €', '50 €'],
      ),
    );
    expect(
      columns.flatMap(({ amount }) =>
        amount?.periode === null || amount?.periode === undefined ? [] : [[amount.periode.debut, amount.periode.fin]],
      ),
    ).toEqual([
      [2014, 2015],
      [2014, 2015],
      [2016, 2017],
      [2016, 2017],
    ]);
  });

  it('leave the title over the whole table out of the heading', () => {
    const [, amount] = columnsOf(
      tableOf(['Dépenses réalisées', LEFT, LEFT], ['Action', 'Coût prévu', 'Commentaire'], ['Tags', '800 €', 'au printemps']),
    );
    expect(amount?.header).toBe('Coût prévu');
    expect(amount?.amount?.rubrique).toBe('prevu');
  });

  it('read k€ and M€ from the heading', () => {
    const units = columnsOf(
      tableOf(['Action', 'Coût prévu (k€)', 'Coût réalisé en milliers d’euros', 'Abattement (M€)'], ['Tags', '1,2', '1,1', '0,4']),
    ).map((column) => column.amount?.unit);
    expect(units).toEqual([undefined, 'kilo', 'kilo', 'million']);
  });

  it('have the k€ of the headings beside them where their own was cut off, unless their figures are euros', () => {
    const units = (reported: string) =>
      columnsOf(tableOf(['Action', 'Abattement (k€)', 'Engagé (k€)', 'Non engagé reporté'], ['Tags', '1,2', '0,5', reported])).map(
        (column) => column.amount?.unit,
      );
    expect(units('0,7')).toEqual([undefined, 'kilo', 'kilo', 'kilo']);
    expect(units('700 €')).toEqual([undefined, 'kilo', 'kilo', 'euro']);
    expect(units('1 700')).toEqual([undefined, 'kilo', 'kilo', 'euro']);
  });

  it('with a bare year are planned, and not sure of it', () => {
    const [, column] = columnsOf(tableOf(['Action', '2026', 'Commentaire'], ['Tags', '800 €', '']));
    expect(column?.amount).toMatchObject({ rubrique: 'prevu', sure: false, periode: { debut: 2026, fin: 2026 } });
  });

  it('tell the rate from the valued amount', () => {
    const table = tableOf(['Action', 'Dépense', 'Taux de valorisation', 'Montant valorisé'], ['Tags', '800 €', '50 %', '400 €']);
    expect(kinds(table)).toEqual(['action', 'montant', 'taux', 'montant']);
    expect(columnsOf(table)[3]?.amount?.rubrique).toBe('valorise');
  });
});

describe('columns whose heading says little', () => {
  it('without heading are told by their content', () => {
    const table = tableOf(
      ['Sur-entretien', 'Effacement de tags et graffitis', 'au fil de l’eau', '1 250,00 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'été', '900,00 €'],
      ['Formation / soutien des personnels de proximité', 'Dispositifs de soutien', 'chaque mois', '-'],
    );
    expect(kinds(table)).toEqual(['axe', 'action', 'description', 'montant']);
  });

  it('with bare whole numbers and no heading are not money', () => {
    expect(kinds(tableOf(['Chapitre premier', '4'], ['Chapitre second', '12']))).not.toContain('montant');
  });

  it('without content are none', () => {
    expect(kinds(tableOf(['Action', '', 'Montant'], ['Tags', '', '800 €']))).toEqual(['action', null, 'montant']);
  });

  it('named after money but full of sentences are description', () => {
    const text = 'les agents interviennent chaque semaine dans les halls';
    expect(kinds(tableOf(['Action', 'Estimation', 'Coût'], ['a', text, '1 €'], ['b', text, '2 €'], ['c', text, '3 €']))[1]).toBe(
      'description',
    );
  });

  it('named after what was done are no money, were it over one row', () => {
    const table = tableOf(['Actions réalisées', 'Prévu 2023', 'Réalisé 2023'], ['Éclairage des parkings', '60 000 €', '57 230,80 €']);
    expect(kinds(table)).toEqual(['action', 'montant', 'montant']);
    expect(kinds(tableOf(['Action', 'Actions réalisées'], ['Tags', '800 €']))[1]).toBe('montant');
  });

  it('of ranks beside the wording of axes are numbers', () => {
    const table = tableOf(
      ['Axe', 'Axe', 'Action', 'Coût'],
      ['3', 'Sur-entretien', 'Tags', '800 €'],
      ['4', 'Gestion des déchets', 'Épaves', '90 €'],
    );
    expect(kinds(table)).toEqual(['numero', 'axe', 'action', 'montant']);
  });
});

describe('a table without header under another', () => {
  const above = columnsOf(tableOf(['Axe', 'Action', 'Coût prévu', 'Dépense réalisée'], ['Sur-entretien', 'Tags', '800 €', '700 €']));

  it('takes the columns that stand over it', () => {
    const below = tableOf(['Sur-entretien', 'Nettoyage', '1 800 €', '1 700 €']);
    expect(columnsOf(below, above).map((column) => column.amount?.rubrique)).toEqual([undefined, undefined, 'prevu', 'realise']);
  });

  it('takes them by position, not by rank', () => {
    const foot = placeTable({ ...rows(['Total général', '2 600 €', '2 400 €']), widths: [220, 110, 110] }, 2, 60, 0).table;
    expect(
      columnsOf(foot, above)
        .map((column) => column.header)
        .slice(1),
    ).toEqual(['Coût prévu', 'Dépense réalisée']);
  });

  it('takes no column that it only touches', () => {
    const shifted = placeTable({ ...rows(['Pose de bancs', '1 800 €']), widths: [410, 110] }, 2, 60, 0).table;
    expect(columnsOf(shifted, above)[1]?.header).toBe('');
  });

  it('keeps its own reading where nothing stands over it', () => {
    const aside = placeTable({ ...rows(['', 'Nettoyage', '1 800 €']), widths: [500, 110, 110] }, 2, 60, 0).table;
    expect(columnsOf(aside, above)[2]?.header).toBe('');
  });
});
