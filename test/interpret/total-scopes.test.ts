import { expect, it } from 'vitest';
import { LEFT, rows, type Row, type TableSpec } from '../support/grids.ts';
import { decided } from '../support/programmes.ts';
import { programmeOf } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, TITLE, total } from './pages.ts';

const OPENING = [TITLE, 'Quartier : La Forge', 'Année : 2026'] as const;
const ENCOMBRANTS: Row = ['Gestion des déchets et encombrants / épaves', 'Gestion des encombrants', 'Ramassage du lundi', '300 €'];
const LOCAUX: Row = ['Animation, lien social, vivre ensemble', 'Mise à disposition de locaux associatifs', 'Local', '200 €'];
const TRAVAUX: Row = ["Petits travaux d'amélioration", 'Travaux de sécurisation', 'Portes', '100 €'];

/** Each total: what it states, what its lines give, what that makes of it. */
function totals(table: TableSpec): readonly string[] {
  return decided(programmeOf(...OPENING, table)).totals.map(
    ({ draft, declared, recomputed, statut }) => `${draft.label ?? ''}: ${declared.toFixed(0)} ${recomputed?.toFixed(0) ?? '?'} ${statut}`,
  );
}

it.each(['Sous-total', 'Sous-total 1', 'Total de la page'])('« %s » under lines of several axes is of all of these', (label) => {
  const table = actions(HALLS, CAMERAS, ENCOMBRANTS, total(label, '1 400 €'), LOCAUX, TRAVAUX, total('Total', '1 800 €'));
  expect(totals(table)).toEqual([`${label}: 1400 1500 ecart`, 'Total: 1800 1800 conforme']);
});

it('a subtotal under each axe is of its axe', () => {
  const table = actions(HALLS, total('Sous-total', '900 €'), CAMERAS, total('Sous-total', '400 €'), total('Total', '1 200 €'));
  expect(totals(table)).toEqual(['Sous-total: 900 800 ecart', 'Sous-total: 400 400 conforme', 'Total: 1200 1200 conforme']);
});

it('a total by its letter alone is of its part, though totals of axes stand among its lines', () => {
  const parts = [
    ...[HALLS, total('Sous-total axe 3', '800 €'), CAMERAS, total('Sous-total axe 5', '400 €'), total('Total A', '1 200 €')],
    ...[ENCOMBRANTS, total('Sous-total axe 4', '300 €'), LOCAUX, total('Sous-total axe 7', '200 €'), total('Total B', '600 €')],
  ];
  expect(totals(actions(...parts)).filter((text) => /Total [AB]/u.test(text))).toEqual([
    'Total A: 1200 1200 conforme',
    'Total B: 600 500 ecart',
  ]);
});

it('a total of several years, printed once, sums the columns of these years', () => {
  const table = (label: string, ...stated: readonly string[]): TableSpec =>
    rows(
      ['Axe', 'Action', '2024', '2025', '2026'],
      ['Sur-entretien', 'Renforcement nettoyage', '100 €', '200 €', '400 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', '10 €', '20 €', '40 €'],
      [label, LEFT, ...stated],
    );
  expect(totals(table('Total 2024-2025', '330 €', '', ''))).toEqual(['Total 2024-2025: 330 330 conforme']);
  expect(totals(table('Total 2024-2025', '340 €', '', ''))).toEqual(['Total 2024-2025: 340 330 ecart']);
  expect(totals(table('Total 2024-2026', '110 €', '220 €', '440 €'))).toEqual([
    'Total 2024-2026: 110 110 conforme',
    'Total 2024-2026: 220 220 conforme',
    'Total 2024-2026: 440 440 conforme',
  ]);
});

it('under a total, the same with tax and what comes on top of it are no totals of the lines', () => {
  const table = actions(HALLS, CAMERAS, total('Total', '1 200 €'), total('Total TTC', '1 440 €'), total('Frais de gestion', '50 €'));
  expect(totals(table)).toEqual(['Total: 1200 1200 conforme', 'Total TTC: 1440 ? non_verifiable']);
});

it('a subtotal with no word of tax over the grand total is no grand total before tax', () => {
  const table = actions(
    HALLS,
    PARKINGS,
    total('S/total axe 3', '1 500 €'),
    CAMERAS,
    total('S/total axe 5', '400 €'),
    total('TOTAL GÉNÉRAL HT', '1 900 €'),
  );
  expect(totals(table)).toEqual([
    'S/total axe 3: 1500 1500 conforme',
    'S/total axe 5: 400 400 conforme',
    'TOTAL GÉNÉRAL HT: 1900 1900 conforme',
  ]);
});
