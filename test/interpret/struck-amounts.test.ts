import { expect, it } from 'vitest';
import { amountOf } from '../../src/stages/interpret/amount-cells.ts';
import { constatsOf } from '../support/constats.ts';
import { amountCell } from '../support/amount-cell.ts';
import { amount, decided, line, PREVU, programme, scope, total } from '../support/programmes.ts';

const STRUCK = amountOf(amountCell('4 000 €', { struck: true }), 'b', PREVU, 'euro');

it.each([
  ['300.00', null, 'conforme', "La case « 4 000 € » est rayée : aucun montant n'est retenu."],
  ['4300.00', '4000', 'conforme', 'La case « 4 000 € » est rayée, mais les totaux imprimés la comptent.'],
  ['900.00', null, 'ecart', "La case « 4 000 € » est rayée : aucun montant n'est retenu."],
])('an amount that is struck out under a total of %s', (stated, kept, agrees, message) => {
  const draft = programme([line('1', amount('a', '300.00')), line('2', STRUCK)], [total('t', stated, scope(['a', 'b']))]);
  const { statut, doubts, lines, totals } = decided(draft);
  expect(lines[1]?.amounts[0]?.amount?.toString() ?? null).toBe(kept);
  expect(totals.map((one) => one.statut)).toEqual([agrees]);
  expect([statut, doubts]).toEqual(['a_relire', ['montants_rayes']]);
  expect(constatsOf(draft).find(({ code }) => code === 'montant_raye')?.message).toBe(message);
});
