import { expect, it } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import { alignedTable } from '../../src/stages/tabulate/align/table.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { page, textAt } from './draw.ts';

it('a bold amount alone under a row without amount is a row, however few rows there are beside a total that says so', () => {
  const row = (y: number, axe: string, action: string, when: string, amount: string) => [
    ...textAt(40, y, axe),
    ...textAt(160, y, action),
    ...textAt(330, y, when),
    ...(amount === '' ? [] : textAt(520, y, amount)),
  ];
  const words = [
    ...row(40, 'Axes', 'ACTIONS', 'Calendrier', 'Surcoût annuel'),
    ...row(62, '1 - Présence', '1.4 Coordonnateur Hlm', 'Coordinateur de proximité', '19 000,00 €'),
    ...row(94, '', '1.1 Gardiennage', 'Employés d’immeubles', '2 500,00 €'),
    ...row(126, '3 - Surentretien', '3.3 Maintenance', 'Interventions de plomberie', ''),
    ...textAt(330, 137, 'et d’électricité'),
    ...textAt(520, 158, '21 500,00 €', { bold: true }),
    ...textAt(160, 180, 'TOTAL A + B', { bold: true }),
    ...textAt(520, 180, '237 618,94 €', { bold: true }),
  ];
  const [grid] = tabulate([page({ width: 700, words })])[0].value.grids;
  const amounts = grid?.cells.filter(({ column }) => column === 3).map(cellText);
  expect(amounts).toEqual(['Surcoût annuel', '19 000,00 €', '2 500,00 €', '', '21 500,00 €', '237 618,94 €']);
});

it('an amount alone under the total of the only row is a row, under a heading of as many lines as there are amounts', () => {
  const at = (y: number, ...texts: readonly (readonly [number, string])[]) => texts.flatMap(([x, text]) => textAt(x, y, text));
  const words = [
    ...at(40, [40, 'Axes'], [160, 'Actions'], [330, 'Échéancier'], [520, 'Dépense']),
    ...at(50, [520, 'prévisionnelle']),
    ...at(60, [520, '(en euros)']),
    ...at(78, [40, 'Surentretien'], [160, 'Maintenance des'], [330, 'Coût par logement'], [520, '33 101']),
    ...at(88, [160, 'équipements et délais'], [330, 'au-delà du quartier']),
    ...at(98, [160, 'd’intervention']),
    ...at(116, [390, 'Sous-total'], [520, '33 101']),
    ...at(133, [520, '33 101']),
  ];
  const table = alignedTable({ words, left: 36, right: 600, horizontal: [], columns: [155, 325, 515] });
  const counts = table?.lattice.cells.flatMap(({ column }, index) => (column === 3 ? [table.words[index]?.length] : []));
  // Two words an amount, each in a cell of its own.
  expect(counts?.slice(-3)).toEqual([2, 2, 2]);
  expect(table?.headerLines).toBe(3);
});

it('labels of totals in the middle of the column of labels are of that column', () => {
  const row = (y: number, x: number, label: string, first: string, second: string) => [
    ...textAt(x, y, label),
    ...textAt(520, y, first),
    ...textAt(620, y, second),
  ];
  const words = [
    ...row(40, 280, 'Action', 'Dépense totale', 'Valorisée'),
    ...row(70, 40, '29) Petits travaux', '26 500 €', '26 500 €'),
    ...row(90, 40, '30) Surcoûts de remise en état', '4 000 €', '2 000 €'),
    ...row(110, 40, '31) Travaux de sécurisation', '6 000 €', '6 000 €'),
    ...row(130, 270, 'Total axe 8', '36 500 €', '34 500 €'),
    ...row(150, 265, 'Montant total', '36 500 €', '34 500 €'),
  ];
  const [grid] = tabulate([page({ width: 700, words })])[0].value.grids;
  const labels = grid?.cells.filter(({ column }) => column === 0).map(cellText);
  expect([grid?.columnCount, labels?.[0], labels?.at(-1)]).toEqual([3, 'Action', 'Montant total']);
});
