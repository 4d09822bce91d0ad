import { expect, it } from 'vitest';
import { rows, UP, type Row } from '../support/grids.ts';
import { programmeOf } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADING = ['Ville : Oyonnax', 'Quartier : La Forge', 'Bailleur : Bugey Habitat', 'Année : 2026'] as const;
const HEADER: Row = ['Axe', 'Action', 'Suivi', 'Montant'];
const ACTIONS = ['Effacement de tags et graffitis', 'Renforcement nettoyage', 'Réparations des équipements vandalisés'];

/** What is planned and what was done of each action, one under the other. */
const stacked = (figures: readonly (readonly [string, string])[], second: string = UP): readonly Row[] =>
  figures.flatMap(([planned, done], index): Row[] => [
    ['Sur-entretien', ACTIONS[index] ?? '', 'Prévu', planned],
    [UP, second, 'Réalisé', done],
  ]);

const amountsOf = (...body: readonly Row[]) =>
  programmeOf(TITLE, ...HEADING, rows(HEADER, ...body)).lines.map(({ amounts }) =>
    amounts.map(({ column: { rubrique }, readings: [{ amount }] }) => `${rubrique} ${amount?.toFixed() ?? '–'}`),
  );

it('figures stacked under each action by their names are columns', () => {
  const body = stacked([
    ['800 €', '810 €'],
    ['700 €', '650 €'],
    ['600 €', '600 €'],
  ]);
  expect(amountsOf(...body)).toEqual([
    ['prevu 800', 'realise 810'],
    ['prevu 700', 'realise 650'],
    ['prevu 600', 'realise 600'],
  ]);
});

it('what was done exactly as planned is no second line, and its amount is not counted twice', () => {
  const body = stacked([
    ['800 €', '800 €'],
    ['700 €', '700 €'],
    ['600 €', '600 €'],
  ]);
  expect(amountsOf(...body)).toEqual([
    ['prevu 800', 'realise 800'],
    ['prevu 700', 'realise 700'],
    ['prevu 600', 'realise 600'],
  ]);
});

it('where a row without a name states a figure too, no figure is put under a name, and none is lost', () => {
  const figures = ['801 €', '802 €', '803 €', '804 €', '805 €', '806 €', '400 €'];
  const [one = '', two = '', three = '', four = '', five = '', six = '', other = ''] = figures;
  const body = stacked([
    [one, two],
    [three, four],
    [five, six],
  ]);
  const { lines, totals, unread } = programmeOf(TITLE, ...HEADING, rows(HEADER, ...body, ['Sur-entretien', 'Gardiennage', '', other]));
  const read = [...lines.flatMap(({ amounts }) => amounts), ...totals].map(({ readings: [{ text }] }) => text);
  expect([...read, ...unread.map(({ text }) => text)].sort()).toEqual([...figures].sort());
  expect(new Set(lines.flatMap(({ amounts }) => amounts.map(({ column }) => column.header)))).toEqual(new Set(['Montant']));
});

it('where another action stands beside the second name, every row is its own', () => {
  const body = stacked(
    [
      ['800 €', '810 €'],
      ['700 €', '650 €'],
      ['600 €', '600 €'],
    ],
    'Gardiennage',
  );
  expect(amountsOf(...body)).toHaveLength(6);
});
