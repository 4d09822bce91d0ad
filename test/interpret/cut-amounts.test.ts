import { expect, it } from 'vitest';
import { amountOf } from '../../src/stages/interpret/amount-cells.ts';
import { constatsOf } from '../support/constats.ts';
import { amountCell } from '../support/amount-cell.ts';
import { amount, decided, line, PREVU, programme, scope, total } from '../support/programmes.ts';

const CUT = amountOf(amountCell('7', { cut: true }), 'b', PREVU, 'euro');

it('an amount that the side of the page cuts gives none, and its programme is to be read again', () => {
  const draft = programme([line('1', amount('a', '300.00')), line('2', CUT)], [total('t', '7300.00', scope(['a', 'b']))]);
  const { statut, doubts, lines } = decided(draft);
  expect(lines[1]?.amounts[0]?.amount).toBeNull();
  expect([statut, doubts]).toEqual(['a_relire', ['cases_illisibles']]);
  expect(constatsOf(draft).find(({ code }) => code === 'montant_coupe')?.message).toBe(
    "La case « 7 » touche le bord de la page, qui en coupe sans doute la fin : aucun montant n'est retenu.",
  );
});
