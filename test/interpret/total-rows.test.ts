import { describe, expect, it } from 'vitest';
import { LEFT, tableOf, type Row } from '../support/grids.ts';
import { itemsOf, linesOf, totalRowsOf } from '../support/read-table.ts';

const HEADER: Row = ['Axe', 'Action', 'Description', 'Coût prévu'];
const LINES: readonly Row[] = [
  ['Sur-entretien', 'Tags', 'Peinture des halls', '800 €'],
  ['Sur-entretien', 'Nettoyage', 'Lavage des parkings', '700 €'],
];

const stated = (row: Row) => {
  const [total, another] = totalRowsOf(tableOf(HEADER, ...LINES, row));
  if (total === undefined || another !== undefined) return null;
  return { label: total.label, amounts: total.entries.map((entry) => entry.readings[0].amount?.toFixed(2)) };
};

describe('rows that state a total', () => {
  it.each<readonly [string, Row, string | null]>([
    ['labelled', ['Total général', LEFT, LEFT, '1 500 €'], 'Total général'],
    ['labelled in one cell of its row', ['', '', 'Sous-total', '1 500 €'], 'Sous-total'],
    ['whole where the amounts stand', ['', '', '', "Total de l'axe 3 : 1 500 €"], "Total de l'axe 3 : 1 500 €"],
    ['by an axe', ['Total axe 3', '', '', '1 500 €'], 'Total axe 3'],
    ['of a section', ['TOTAL actions spécifiques', LEFT, LEFT, '1 500 €'], 'TOTAL actions spécifiques'],
    ['without a label', ['', '', '', '1 500 €'], null],
    ['named after its figure', ['Surcoût estimé', LEFT, LEFT, '1 500 €'], 'Surcoût estimé'],
    [
      'named after its figure, per year',
      ['Dépense moyenne prévisionnelle / an', LEFT, LEFT, '1 500 €'],
      'Dépense moyenne prévisionnelle / an',
    ],
  ])('%s', (_, row, label) => {
    expect(stated(row)).toEqual({ label, amounts: ['1500.00'] });
  });

  it('under a label that nobody can read, where several of its figures sum the lines above', () => {
    const found = (...row: Row) =>
      totalRowsOf(
        tableOf(
          ['Axe', 'Action', 'Description', 'Coût prévu', 'Coût valorisé'],
          ['Sur-entretien', 'Tags', 'Peinture des halls', '800 €', '400 €'],
          ['Sur-entretien', 'Nettoyage', 'Lavage des parkings', '700 €', '350 €'],
          row,
        ),
      ).map(({ label }) => label);
    expect(found('', 'RÉCAPTI, E°*', '', '1 500 €', '750 €')).toEqual(['RÉCAPTI, E°*']);
    expect(found('', 'RÉCAPTI, E°*', '', '1 500 €', '650 €')).toEqual([]);
    expect(found('', 'RÉCAPTI, E°*', '', '1 500 €', '')).toEqual([]);
    expect(found('', 'Enlèvement des encombrants', '', '1 500 €', '750 €')).toEqual([]);
  });

  it('set in cells of its own, next to the column of amounts; what may be a year there is none', () => {
    const under = (printed: string) =>
      totalRowsOf(
        tableOf(
          ['Axe', 'Action', 'Calendrier', 'Coût prévu'],
          ['Sur-entretien', 'Tags', '2023', '1 200 €'],
          ['Sur-entretien', 'Nettoyage', '2023', '300 €'],
          ['Total', '', printed, ''],
        ),
      ).flatMap(({ entries }) => entries.map((entry) => entry.readings[0].amount?.toFixed(2)));
    expect(under('1 500')).toEqual(['1500.00']);
    expect(under('2 023 €')).toEqual(['2023.00']);
    expect(under('2 023')).toEqual([]);
  });

  it.each(['- €', '', 'néant'])('state nothing where they show « %s », and are no line', (printed) => {
    const table = tableOf(HEADER, ...LINES, ['Total général', LEFT, LEFT, printed]);
    expect(totalRowsOf(table).flatMap((total) => total.entries)).toEqual([]);
    expect(linesOf(table)).toHaveLength(LINES.length);
  });

  it('that are set in cells of their own state as many amounts as there are columns, in their order', () => {
    const header: Row = ['Axe', 'Action', 'Description', 'Montant prévisionnel', 'Dépense valorisée'];
    const rowsOf = (total: Row) =>
      tableOf(
        header,
        ['Sur-entretien', 'Tags', 'Peinture des halls', '800 €', '400 €'],
        ['Sur-entretien', 'Nettoyage', 'Lavage des parkings', '700 €', '350 €'],
        total,
      );
    const amounts = (total: Row) =>
      totalRowsOf(rowsOf(total)).flatMap(({ entries }) => entries.map(({ column, readings }) => [column, readings[0].amount?.toFixed(2)]));
    const plain = amounts(['Total (A + B)', '', '', '1 500 €', '750 €']);
    expect(plain).toHaveLength(2);
    expect(amounts(['Total (A + B)', '', '1 500 €', '', '750 €'])).toEqual(plain);
  });

  it('state nothing by the number of their axe', () => {
    const table = tableOf(HEADER, ...LINES, ['Sous-total axe 8', LEFT, LEFT, '-']);
    expect(totalRowsOf(table).flatMap((total) => total.entries)).toEqual([]);
  });

  it('are not named by the rate or the number that they give beside their label', () => {
    const table = tableOf(
      ['Axe', 'Action', 'Taux de valorisation', 'Dépense prévisionnelle'],
      ['Sur-entretien', 'Renforcement nettoyage', '50 %', '800 €'],
      ['Sur-entretien', 'Effacement de tags et graffitis', '100 %', '700 €'],
      ['Total', LEFT, '73 %', '1 500 €'],
    );
    expect(totalRowsOf(table).map(({ label }) => label)).toEqual(['Total']);
  });

  it('may hold their amount in the cell of their label', () => {
    expect(stated(['TOTAL GÉNÉRAL : 1 500,00 €', LEFT, LEFT, LEFT])?.amounts).toEqual(['1500.00']);
  });

  it('are not told by the title of an axe, though its words head columns too', () => {
    expect(stated(['AXE 3 – SUR-ENTRETIEN', LEFT, LEFT, '1 500 €'])).toBeNull();
  });

  it.each(['S/T axe 3', 'Ss-total axe 3', 'Tot. axe 3'])('are known by « %s »', (label) => {
    expect(stated([label, LEFT, LEFT, '1 500 €'])).toEqual({ label, amounts: ['1500.00'] });
  });

  it('carry nothing over from page to page', () => {
    const table = tableOf(HEADER, ...LINES, ['À reporter', LEFT, LEFT, '1 500 €']);
    expect(totalRowsOf(table)).toEqual([]);
    expect(linesOf(table)).toHaveLength(LINES.length);
  });

  it.each<readonly [string, Row, string]>([
    ['of the whole, cut in two cells', ['Total du droit commun', 'et des actions spécifiques (A + B)', '', '1 500 €'], 'programme'],
    ['of a section, beside words that are none of its label', ['Total du droit commun', 'Peinture des halls', '', '1 500 €'], 'section'],
  ])('reach as far as their whole label says: %s', (_, row, reach) => {
    const [total] = totalRowsOf(tableOf(HEADER, ...LINES, row));
    expect(total?.says?.reach).toBe(reach);
  });

  it('state zero where they show it', () => {
    expect(stated(['Total général', LEFT, LEFT, '0 €'])?.amounts).toEqual(['0.00']);
  });

  it('are never lines as well', () => {
    expect(linesOf(tableOf(HEADER, ...LINES, ['Total général', LEFT, LEFT, '1 500 €']))).toHaveLength(LINES.length);
  });
});

describe('rows that only look like totals', () => {
  it.each<readonly [string, Row]>([
    ['an item that speaks of a total', ['Sur-entretien', 'Tags', 'Réfection totale du hall B', '900 €']],
    ['an item of an action named after the whole', ['Sur-entretien', 'Nettoyage', 'Ensemble des parkings', '900 €']],
    ['an item without axe', ['', 'Soutien aux fêtes de voisins', 'Buffet du quartier', '900 €']],
  ])('%s is a line', (_, row) => {
    expect(linesOf(tableOf(HEADER, ...LINES, row))).toHaveLength(LINES.length + 1);
  });

  it('a foot of dashes without any word is neither line nor total', () => {
    const items = itemsOf(tableOf(HEADER, ...LINES, ['', '', '', '-']));
    expect(items.map((item) => item.kind)).toEqual(['line', 'line']);
  });

  it('an empty row is nothing', () => {
    expect(itemsOf(tableOf(HEADER, ...LINES, ['', '', '', ''])).map((item) => item.kind)).toEqual(['line', 'line']);
  });
});

describe('rows that no sum counts', () => {
  const kindsOf = (...added: readonly Row[]) => itemsOf(tableOf(HEADER, ...LINES, ...added)).map((item) => item.kind);

  it('a sign explained under the last total is a note; before other figures the same sign begins an action without an amount, or an axe', () => {
    const subtotal: Row = ['Sous-total', '', '', '1 500 €'];
    const more: Row = ['Sur-entretien', 'Gardiennage', 'Rondes', '900 €'];
    expect(kindsOf(subtotal, ['', '', '☑ action menée', ''])).toEqual(['line', 'line', 'total', 'note']);
    expect(kindsOf(subtotal, ['', '', '■ Réfection du hall', ''], more)).toEqual(['line', 'line', 'total', 'line', 'line']);
    expect(kindsOf(subtotal, ['■ Axe 2 – Tranquillité résidentielle', LEFT, LEFT, LEFT], more)).toEqual([
      'line',
      'line',
      'total',
      'axe',
      'line',
    ]);
  });

  it('a detail of the amount above it ("dont …") is neither line nor total', () => {
    expect(kindsOf(['', 'dont cave du bâtiment B', '', '300 €'])).toEqual(['line', 'line', 'note']);
    expect(kindsOf(['Total', LEFT, LEFT, '1 500 €'], ['dont part de la ville', LEFT, LEFT, '300 €']).slice(2)).toEqual(['total', 'note']);
  });

  it('what says "dont" under no amount, or more than it, is an item like the others', () => {
    expect(kindsOf(['', 'dont cave du bâtiment B', '', '900 €'])).toEqual(['line', 'line', 'line']);
    expect(itemsOf(tableOf(HEADER, ['', 'dont cave du bâtiment B', '', '900 €'])).map((item) => item.kind)).toEqual(['line']);
  });

  it.each(['Soit par logement', "Montant de l'abattement 2024", 'Solde (à reporter en 2025)', 'Reste à engager', 'Abattement TFPB'])(
    'what a foot reckons under the total: %s',
    (label) => {
      expect(kindsOf(['Total', LEFT, LEFT, '1 500 €'], [label, LEFT, LEFT, '300 €'])).toEqual(['line', 'line', 'total', 'note']);
    },
  );
});
