import { expect, it } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { horizontal, page, textAt } from './draw.ts';

it('lines of a heading set a screen pixel further apart than the lines above are one row', () => {
  // A browser rounds each line to a pixel; a scan adds a tenth of a point.
  const bold = { size: 7, bold: true };
  const heading = [
    ...textAt(40, 69, 'Actions', bold),
    ...textAt(300, 69, 'Dépense', bold),
    ...textAt(300, 76.4, 'prévisionnelle', bold),
    ...textAt(300, 84.7, '2026 à 2027', bold),
    ...textAt(400, 69, 'Financement', bold),
    ...textAt(400, 76.4, 'organisme', bold),
    ...textAt(400, 84.7, 'HLM', bold),
  ];
  const rows = ['Rondes de nuit', 'Médiation', 'Nettoyage des halls'].flatMap((label, row) => [
    ...textAt(40, 100 + 14 * row, label, { size: 7 }),
    ...textAt(318, 100 + 14 * row, '2 600 €', { size: 7 }),
    ...textAt(418, 100 + 14 * row, '1 300 €', { size: 7 }),
  ]);
  const drawing = page({ words: [...heading, ...rows], rules: [66, 96, 144].map((y) => horizontal(y, 30, 480)) });
  const [grid] = tabulate([drawing])[0].value.grids;
  expect(grid?.cells.filter(({ row }) => row === 0).map(cellText)).toEqual([
    'Actions',
    'Dépense prévisionnelle 2026 à 2027',
    'Financement organisme HLM',
  ]);
});

it('items as far apart as rows are rows, though few have a value and an empty line might part two paragraphs', () => {
  const line = (y: number, axe: string, action: string, cost: string) => [
    ...textAt(40, y, axe, { size: 7 }),
    ...textAt(240, y, action, { size: 7 }),
    ...textAt(550, y, cost, { size: 7 }),
  ];
  const words = [
    ...[
      ...line(69, 'Axes', 'Action', 'Surcoût'),
      ...line(93, 'Présence de', 'Coordonnateur de la gestion', '-'),
      ...line(101, 'proximité', '', ''),
    ],
    ...[...line(125, '', 'Renforcement du gardiennage', '-'), ...line(141, 'Sur-entretien', 'Nettoyage des parties', '')],
    ...[...line(149, '', 'communes', ''), ...line(165, '', 'Enlèvement des tags et graffitis', '-')],
    ...[...line(181, '', 'Maintenance des équipements', ''), ...line(197, '', 'Réparation des équipements', '-')],
    ...line(213, 'Déchets', 'Enlèvement des épaves', '-'),
  ];
  const rules = [66, 85, 228].map((y) => horizontal(y, 36, 570));
  const [grid] = tabulate([page({ words, rules })])[0].value.grids;
  expect(
    grid?.cells
      .filter(({ column }) => column === 1)
      .map(cellText)
      .slice(-4),
  ).toEqual(['Enlèvement des tags et graffitis', 'Maintenance des équipements', 'Réparation des équipements', 'Enlèvement des épaves']);
});

it('a label with its unit and its colon, its value beside it, is a row though the next is set as close as lines', () => {
  const facts = [
    'Quantité : 13',
    'Calendrier : 2ème semestre',
    'Montant (€) : 8 700',
    'Taux : 100 %',
    'Dépense (€) : 8 700',
    'Observations : Suivi',
  ];
  const words = facts.flatMap((fact, at) => {
    const [label = '', value = ''] = fact.split(' : ');
    return [...textAt(40, 100 + 13.6 * at, `${label} :`, { bold: true }), ...textAt(238, 100 + 13.6 * at, value)];
  });
  const [grid] = tabulate([page({ words })])[0].value.grids;
  expect(grid?.rowCount).toBe(facts.length);
});
