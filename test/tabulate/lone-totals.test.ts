import { expect, it } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
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
