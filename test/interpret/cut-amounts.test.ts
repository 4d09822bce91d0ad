import { expect, it } from 'vitest';
import { amountOf } from '../../src/stages/interpret/amount-cells.ts';
import { withCutWords } from '../../src/stages/read/cut-words.ts';
import type { Word } from '../../src/model/page.ts';
import { constatsOf } from '../support/constats.ts';
import { amount, decided, line, placeAt, PREVU, programme, scope, total } from '../support/programmes.ts';

const CUT = amountOf(
  {
    id: 'c',
    row: 1,
    column: 1,
    rowSpan: 1,
    columnSpan: 1,
    place: placeAt(1),
    continuations: [],
    lines: [],
    readings: [{ text: '7', cost: 0 }],
    bold: false,
    shaded: false,
    cut: true,
  },
  'b',
  PREVU,
  'euro',
);

it('an amount that the side of the page cuts gives none, and its programme is to be read again', () => {
  const draft = programme([line('1', amount('a', '300.00')), line('2', CUT)], [total('t', '7300.00', scope(['a', 'b']))]);
  const { statut, doubts, lines } = decided(draft);
  expect(lines[1]?.amounts[0]?.amount).toBeNull();
  expect([statut, doubts]).toEqual(['a_relire', ['cases_illisibles']]);
  expect(constatsOf(draft).find(({ code }) => code === 'montant_coupe')?.message).toBe(
    "La case « 7 » touche le bord de la page, qui en coupe sans doute la fin : aucun montant n'est retenu.",
  );
});

it('a word is cut where a side of the page runs through it', () => {
  const word = (x0: number, x1: number): Word => ({
    box: [x0, 100, x1, 110],
    readings: [{ text: '7', cost: 0 }],
    size: 10,
    bold: false,
    direction: 0,
  });
  const words = withCutWords([word(840.3, 843.2), word(800, 803), word(-1, 4)], [0, 0, 841.9, 595]);
  expect(words.map(({ cut }) => cut === true)).toEqual([true, false, true]);
});
