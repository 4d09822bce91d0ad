import { expect, test } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import type { Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { page, textAt, textEndingAt } from './draw.ts';

type Row = readonly [axe: string, action: string, amount: string];

const LEFT: readonly Row[] = [
  ['Axes', 'Actions', 'Dépense'],
  ['Formation', 'Gestion des conflits', '500 €'],
  ['Propreté', 'Tags et graffitis', '3 000 €'],
  ['Lien social', 'Jardins partagés', '8 000 €'],
];
const RIGHT: readonly Row[] = [
  ['Axes', 'Actions', 'Surcoût'],
  ['Sur-entretien', 'Nettoyage des halls', '12 500 €'],
  ['Déchets', 'Encombrants', '700 €'],
];

function words(rows: readonly Row[], left: number, top: number, step: number): Word[] {
  return rows.flatMap(([axe, action, amount], row) => {
    const [y, style] = [top + step * row, { bold: row === 0 }];
    return [...textAt(left, y, axe, style), ...textAt(left + 90, y, action, style), ...textEndingAt(left + 300, y, amount, style)];
  });
}

const drawn = [
  ...textAt(40, 60, 'Actions spécifiques', { bold: true }),
  ...textAt(420, 60, 'Droit commun', { bold: true }),
  ...words(LEFT, 40, 80, 18),
  ...words(RIGHT, 420, 80, 22),
];

test('two tables side by side, with nothing drawn and rows at different heights, are read each by itself', () => {
  const { grids } = tabulate([page({ words: drawn, width: 842, height: 595 })])[0].value;
  const texts = grids.map((grid) => grid.cells.map(cellText).filter((text) => text !== ''));
  expect(texts).toEqual([LEFT.flat(), RIGHT.flat()]);
});

test('the title over the right table is read after the left table', () => {
  const { blocks } = tabulate([page({ words: drawn, width: 842, height: 595 })])[0].value;
  expect(blocks.map((block) => (block.kind === 'text' ? block.line.text : 'table'))).toEqual([
    'Actions spécifiques',
    'table',
    'Droit commun',
    'table',
  ]);
});
