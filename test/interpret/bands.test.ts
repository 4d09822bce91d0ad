import { describe, expect, it } from 'vitest';
import { findBands, type Bands } from '../../src/stages/interpret/bands.ts';
import { tableRows } from '../../src/stages/interpret/table-rows.ts';
import { LEFT, tableOf, UP, type Row } from '../support/grids.ts';

function bandsOf(...content: readonly Row[]): Bands {
  return findBands(tableRows(tableOf(...content)));
}

const HEADER: Row = ['Axe', 'Action', 'Description', 'Coût prévisionnel'];
const LAVAGE: Row = ['Sur-entretien', 'Nettoyage', 'Lavage des parkings', '1 200 €'];
const TAGS: Row = ['Sur-entretien', 'Tags', 'Peinture des halls', '800 €'];

describe('header of a table', () => {
  it('is its first row', () => {
    expect(bandsOf(HEADER, LAVAGE, TAGS).bands).toEqual([{ header: { from: 0, to: 0 }, body: { from: 1, to: 2 } }]);
  });

  it('is known by the codes of quartiers over figures, where a scan lost what sets it apart', () => {
    const codes: Row = ['Axe', 'Action', 'Saint-Exupéry QP093091', "L'Épeule Nord QN09351M", 'Ensemble'];
    const { bands } = bandsOf(
      codes,
      ['Sur-entretien', 'Tags', '800 €', '', '800 €'],
      ['Sur-entretien', 'Lavage', '', '1 200 €', '1 200 €'],
    );
    expect(bands).toEqual([{ header: { from: 0, to: 0 }, body: { from: 1, to: 2 } }]);
  });

  it('takes in the groups over it', () => {
    const groups: Row = ['Axe', 'Action', 'Montants', LEFT];
    const leaves: Row = [UP, UP, 'Prévu', 'Réalisé'];
    const { bands } = bandsOf(groups, leaves, ['Sur-entretien', 'Tags', '800 €', '750 €']);
    expect(bands).toEqual([{ header: { from: 0, to: 1 }, body: { from: 2, to: 2 } }]);
  });

  it('may be three rows: groups, years and units', () => {
    const { bands } = bandsOf(
      ['Axe', 'Action', 'Dépenses prévisionnelles', LEFT],
      [UP, UP, '2024', '2025'],
      ['', '', 'en € TTC', 'en € TTC'],
      ['Sur-entretien', 'Tags', '800', '750'],
    );
    expect(bands).toEqual([{ header: { from: 0, to: 2 }, body: { from: 3, to: 3 } }]);
  });

  it('is not the heading above it in the same grid, whose cells hold a label and its value each', () => {
    const facts: Row = [
      'Ville : ROUBAIX',
      'Année : 2028',
      'Logements en QPV : 2 450 logts',
      'Quartier prioritaire de la ville (QPV) : BELLEVUE',
    ];
    const { preamble, bands } = bandsOf(facts, HEADER, LAVAGE, TAGS);
    expect(preamble).toEqual({ from: 0, to: 0 });
    expect(bands).toEqual([{ header: { from: 1, to: 1 }, body: { from: 2, to: 3 } }]);
  });

  it('is not the heading above it whose first cell holds a label with its value, whatever became of the others', () => {
    const { preamble, bands } = bandsOf(
      ['Année(s) : 2023', 'Commune : Ajaccio', 'Organisme : Le Foyer du Sud', ''],
      ['Nb de logts : 77 logements', 'Date de mise à jour : 9 mars 2023', 'Référent : Mme Nguyen - 03 21', '33 79 07'],
      HEADER,
      LAVAGE,
      TAGS,
    );
    expect(preamble).toEqual({ from: 0, to: 1 });
    expect(bands).toEqual([{ header: { from: 2, to: 2 }, body: { from: 3, to: 4 } }]);
  });

  it('is no row of totals in millions, whose figures might be of two values elsewhere', () => {
    const { bands } = bandsOf(
      ['Action', 'Dépense prévue (en millions d’euros)', 'Dépense valorisée (en millions d’euros)'],
      ['Tags', '0,199', '1,250'],
      ['Total programme', '1,074', '2,820'],
    );
    expect(bands).toEqual([{ header: { from: 0, to: 0 }, body: { from: 1, to: 2 } }]);
  });

  it('leaves the titles above it to the preamble', () => {
    const title: Row = ['Programme du quartier des Tilleuls, bailleur Habitat du Bugey', LEFT, LEFT, LEFT];
    const { preamble, bands } = bandsOf(title, HEADER, LAVAGE);
    expect(preamble).toEqual({ from: 0, to: 0 });
    expect(bands).toEqual([{ header: { from: 1, to: 1 }, body: { from: 2, to: 2 } }]);
  });

  it('in the middle of a table opens a second band', () => {
    const { bands } = bandsOf(HEADER, LAVAGE, ['Axe', 'Action', 'Description', 'Dépense réalisée'], TAGS, LAVAGE);
    expect(bands).toEqual([
      { header: { from: 0, to: 0 }, body: { from: 1, to: 1 } },
      { header: { from: 2, to: 2 }, body: { from: 3, to: 4 } },
    ]);
  });

  it('may name the amounts only, over an empty corner', () => {
    const { bands } = bandsOf(['', 'Dépense prévisionnelle'], ['Ravalement des pignons', '900 €'], ['Pose de bancs', '400 €']);
    expect(bands[0]?.header).toEqual({ from: 0, to: 0 });
  });
});

describe('rows of the body are no headers', () => {
  const none = { from: 0, to: -1 };
  it.each<readonly [string, Row]>([
    ['an item whose words headers use too', ['Sur-entretien', 'Actions d’insertion', 'Chantiers d’insertion des résidents', '2 000 €']],
    ['a total', ['Total général', LEFT, LEFT, '2 000 €']],
    ['a total without amount', ['Total', LEFT, LEFT, '-']],
    ['a subtotal of two columns', ['', 'Sous-total', 'Montant total', '3 000 €']],
    ['an item without amount', ['Sur-entretien', 'Nettoyage', 'Lavage des parkings', '']],
    ['zero', ['Axe 1', 'Action', 'Détail', '0 €']],
  ])('%s', (_, row) => {
    expect(bandsOf(row, LAVAGE, TAGS).bands).toEqual([{ header: none, body: { from: 0, to: 2 } }]);
    expect(bandsOf(HEADER, LAVAGE, row, TAGS).bands).toHaveLength(1);
  });

  it('a table without a header is one band', () => {
    expect(bandsOf(LAVAGE, TAGS).bands).toEqual([{ header: none, body: { from: 0, to: 1 } }]);
  });

  it('the section title under a header belongs to the body', () => {
    const { bands } = bandsOf(HEADER, ['Actions spécifiques', LEFT, LEFT, LEFT], LAVAGE);
    expect(bands).toEqual([{ header: { from: 0, to: 0 }, body: { from: 1, to: 2 } }]);
  });
});
