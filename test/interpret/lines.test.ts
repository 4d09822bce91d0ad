import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/model/vocabulary.ts';
import { bold, cutTableOf, LEFT, tableOf, UP, type Row } from '../support/grids.ts';
import { linesOf } from '../support/read-table.ts';
import { values, wording } from '../support/understand.ts';

const HEADER: Row = ['Axe', 'Action', 'Description', 'Coût prévu'];

describe('one line for each row with its own amount cell', () => {
  it('reads axe, action, description and amount', () => {
    const [line] = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Peinture des halls', '1 250,50 €']));
    expect(line).toMatchObject({ axeText: 'Sur-entretien', actionText: 'Tags', description: 'Peinture des halls' });
    expect(line === undefined ? null : values(line)).toEqual(['1250.50']);
  });

  it('keeps lines without amount, and a zero apart from nothing', () => {
    const lines = linesOf(
      tableOf(
        HEADER,
        ['Sur-entretien', 'Tags', 'Halls', ''],
        ['Sur-entretien', 'Tags', 'Caves', '-'],
        ['Sur-entretien', 'Tags', 'Porches', 'Néant'],
        ['Sur-entretien', 'Tags', 'Cours', '0 €'],
      ),
    );
    expect(lines.flatMap(values)).toEqual([null, null, null, '0.00']);
  });

  it('one amount cell over two descriptions is one line with both', () => {
    const lines = linesOf(
      tableOf(
        HEADER,
        ['Sur-entretien', 'Tags', 'Peinture des halls', '900 €'],
        [UP, UP, 'Lessivage des murs', UP],
        [UP, UP, 'Vernis des portes', '100 €'],
      ),
    );
    expect(lines.map(wording)).toEqual([
      'Sur-entretien | Tags | Peinture des halls Lessivage des murs',
      'Sur-entretien | Tags | Vernis des portes',
    ]);
    expect(lines.flatMap(values)).toEqual(['900.00', '100.00']);
  });

  it('items that share one empty amount cell are one line, as with an amount; each with an empty cell of its own is a line', () => {
    const shared = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Peinture des halls', ''], [UP, UP, 'Lessivage des murs', UP]));
    expect(shared.map((line) => line.description)).toEqual(['Peinture des halls Lessivage des murs']);
    const own = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Peinture des halls', ''], [UP, UP, 'Lessivage des murs', '']));
    expect(own.map((line) => line.description)).toEqual(['Peinture des halls', 'Lessivage des murs']);
  });

  it('amounts without any words of their own are those of the action above', () => {
    const lines = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Peinture des halls', '900 €'], ['Sur-entretien', '', '', '900 €']));
    expect(lines.map(({ actionText, description }) => [actionText, description])).toEqual([
      ['Tags', 'Peinture des halls'],
      ['Tags', null],
    ]);
  });

  it('carries merged axes and actions down to each of their rows', () => {
    const lines = linesOf(
      tableOf(
        HEADER,
        ['Sur-entretien', 'Tags', 'Halls', '900 €'],
        [UP, UP, 'Caves', '100 €'],
        [UP, 'Renforcement nettoyage', 'Parkings', '50 €'],
      ),
    );
    expect(lines.map(wording)).toEqual([
      'Sur-entretien | Tags | Halls',
      'Sur-entretien | Tags | Caves',
      'Sur-entretien | Renforcement nettoyage | Parkings',
    ]);
  });

  it('a blank label repeats the one above; a new axe does not keep the old action', () => {
    const lines = linesOf(
      tableOf(
        HEADER,
        ['Sur-entretien', 'Tags', 'Halls', '900 €'],
        ['', '', 'Caves', '100 €'],
        ['Tranquillité résidentielle', '', 'Rondes de nuit', '50 €'],
        ['', '', 'Rondes de jour', '40 €'],
      ),
    );
    expect(lines.map(wording)).toEqual([
      'Sur-entretien | Tags | Halls',
      'Sur-entretien | Tags | Caves',
      'Tranquillité résidentielle | - | Rondes de nuit',
      'Tranquillité résidentielle | - | Rondes de jour',
    ]);
  });

  it('a title row over the table gives its axe to the rows below', () => {
    const title: Row = [bold('Axe 5 : Tranquillité résidentielle'), LEFT, LEFT];
    const lines = linesOf(tableOf(['Action', 'Description', 'Coût prévu'], title, ['Gardiennage', 'Rondes de nuit', '50 €']));
    expect(lines.map(wording)).toEqual(['Axe 5 : Tranquillité résidentielle | Gardiennage | Rondes de nuit']);
  });

  it('an item cut by a page break is one line with two places', () => {
    const lines = linesOf(cutTableOf([2], HEADER, ['Sur-entretien', 'Tags', 'Halls', '900 €'], [UP, UP, UP, UP]));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.place.page).toBe(1);
    expect(lines[0]?.continuations.map((place) => place.page)).toEqual([2]);
  });
});

describe('what else a line says', () => {
  it('joins every other text cell into its description', () => {
    const [line] = linesOf(tableOf(['Action', 'Contenu', 'Partenaires', 'Coût prévu'], ['Tags', 'Peinture', 'régie de quartier', '900 €']));
    expect(line?.description).toBe('Peinture régie de quartier');
  });

  it('has a calendar only beside a description', () => {
    const [both] = linesOf(tableOf(['Action', 'Description', 'Échéance', 'Coût'], ['Tags', 'Peinture', 'mars', '900 €']));
    const [alone] = linesOf(tableOf(['Action', 'Échéance', 'Coût'], ['Tags', 'de mars à juin', '900 €']));
    expect(both).toMatchObject({ description: 'Peinture', calendrier: 'mars' });
    expect(alone).toMatchObject({ description: 'de mars à juin', calendrier: null });
  });

  it.each([
    ['50 %', '50'],
    ['33,5%', '33.5'],
    ['à définir', 'à définir'],
    ['-', null],
  ])('rate « %s » is %s', (printed, taux) => {
    const [line] = linesOf(tableOf(['Action', 'Dépense', 'Taux de valorisation', 'Montant valorisé'], ['Tags', '800 €', printed, '400 €']));
    expect(line?.taux).toBe(taux);
  });

  it('takes its section from the ticked column', () => {
    const lines = linesOf(
      tableOf(
        ['Action', 'Actions spécifiques', 'Droit commun', 'Coût prévu'],
        ['Fêtes de voisins', 'X', '', '800 €'],
        ['Nettoyage', '', 'x', '700 €'],
      ),
    );
    expect(lines.map((line) => line.section)).toEqual(['actions_specifiques', 'droit_commun']);
  });

  it('takes its section from the sign behind its action, as the legend says', () => {
    const marks = new Map<'one' | 'two', Section>([
      ['one', 'actions_specifiques'],
      ['two', 'droit_commun'],
    ]);
    const lines = linesOf(
      tableOf(HEADER, ['Sur-entretien', 'Nettoyage (2)', 'Halls', '9 €'], ['Sur-entretien', 'Tags (1)', 'Caves', '8 €']),
      marks,
    );
    expect(lines.map((line) => line.section)).toEqual(['droit_commun', 'actions_specifiques']);
  });
});

describe('cells of amounts that hold something else', () => {
  it.each([
    ['entre 500 et 700 €', 'fourchette'],
    ['500 €\n700 €', 'plusieurs_montants'],
    ['selon les besoins du site', 'texte'],
  ])('« %s » gives no amount and says so', (printed, doubt) => {
    const [line] = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Halls', printed], ['Sur-entretien', 'Tags', 'Caves', '8 €']));
    expect(line?.amounts.map((amount) => amount.doubt)).toEqual([doubt]);
    expect(line === undefined ? null : values(line)).toEqual([null]);
  });

  it('a calculation gives its result', () => {
    const [line] = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Halls', '12 x 50 € = 600 €']));
    expect(line === undefined ? null : values(line)).toEqual(['600.00']);
  });

  it('a figure broken over two printed lines stays one', () => {
    const [line] = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Halls', '12\n000 €']));
    expect(line === undefined ? null : values(line)).toEqual(['12000.00']);
  });

  it('figures of a column in k€ are euros times a thousand', () => {
    const [line] = linesOf(tableOf(['Action', 'Coût prévu (k€)'], ['Tags', '12,5'], ['Nettoyage', '3']));
    expect(line === undefined ? null : values(line)).toEqual(['12500.00']);
  });

  it('every reading of a cell stays an alternative', () => {
    const cell = {
      text: '800 €',
      readings: [
        { text: '800 €', cost: 0.1 },
        { text: '300 €', cost: 1.2 },
      ],
    } as const;
    const [line] = linesOf(tableOf(HEADER, ['Sur-entretien', 'Tags', 'Halls', cell]));
    expect(line?.amounts[0]?.readings.map((reading) => [reading.amount?.toFixed(0), reading.cost])).toEqual([
      ['800', 0.1],
      ['300', 1.2],
    ]);
  });
});
