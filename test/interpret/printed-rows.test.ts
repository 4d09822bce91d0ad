import { expect, test } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { printedRows } from '../../src/stages/interpret/listes/printed-rows.ts';

/** A text of a page in type of 10 points, `sign` points a sign. */
function piece(x0: number, y0: number, text: string, sign = 5): Piece {
  return { text, place: { page: 1, box: [x0, y0, x0 + sign * text.length, y0 + 11] }, size: 10, bold: false };
}

test('an amount that begins at the tab of the others is cut off the words that reach it, whatever spaces part its thousands and one heading with a wide box', () => {
  const amounts = ['16 000 € / an', '45 602 € / an', '27 000 € / an', '9 217 € / an'];
  const list = amounts.flatMap((amount, index) => [
    piece(60, 100 + 15 * index, `${String(index + 1)}. Référents`),
    piece(400, 100 + 15 * index, amount),
  ]);
  const heading = [piece(60, 20, "Montant de l'abattement"), piece(200, 20, '439 804 €', 24)];
  const words = '5. Maintenance des équipements et amélioration des délais 1';
  const tight = `${words.slice(0, -2)} 1\u202f343 € / an`;
  const last = piece(400 - 5 * words.slice(0, -1).length, 160, tight);
  const { rows } = printedRows([...heading, ...list, last]);
  expect(rows.at(-1)).toMatchObject({ text: words.slice(0, -2), amount: '1\u202f343 € / an' });
});

test('an amount set in the middle of the two lines of a label belongs to their upper one, in the column of the others', () => {
  const list = ['16 000 €', '45 602 €', '27 000 €'].flatMap((amount, index) => [
    piece(60, 100 + 15 * index, 'Sur-entretien'),
    piece(400, 100 + 15 * index, amount),
  ]);
  const label = [piece(60, 145, 'Renforcement de la présence du personnel (par rapport à'), piece(60, 158, 'la présence hors QPV)')];
  const { rows } = printedRows([...list, ...label, piece(400, 151.5, '12 500 €')]);
  expect(rows.slice(3).map(({ text, amount }) => [text, amount])).toEqual([
    ['Renforcement de la présence du personnel (par rapport à', '12 500 €'],
    ['la présence hors QPV)', null],
  ]);
});

test('thousands with one decimal are cut off the words that reach them', () => {
  const list = ['37,5 k€', '33,1 k€', '16,2 k€'].flatMap((amount, index) => [
    piece(60, 100 + 15 * index, 'Référents'),
    piece(400, 100 + 15 * index, amount),
  ]);
  const words = '4) Évaluation de la qualité perçue par les locataires du';
  const { rows } = printedRows([...list, piece(400 - 5 * (words.length + 1), 160, `${words} 20,9 k€`)]);
  expect(rows.at(-1)).toMatchObject({ text: words, amount: '20,9 k€' });
});

test('an amount right behind a bracket is cut off, though the words ran over the column of the others', () => {
  const list = ['14 300 €', '13 438 €', '27 000 €'].flatMap((amount, index) => [
    piece(60, 100 + 15 * index, 'Référents'),
    piece(400, 100 + 15 * index, amount),
  ]);
  const { rows } = printedRows([...list, piece(60, 160, `Services spécifiques (${'ex : portage de courses, '.repeat(4)}...)7 000 €`)]);
  expect(rows.at(-1)?.amount).toBe('7 000 €');
});

test('an amount with a label and its value behind it on one line is a fact of the heading, no item', () => {
  const heading = [
    piece(46, 157, "l'abattement"),
    piece(130, 157, '136 467 €'),
    piece(215, 157, 'Version du :'),
    piece(299, 157, '10/06/2023'),
  ];
  const item = [piece(60, 200, 'Sur-entretien'), piece(400, 200, '16 000 €')];
  expect(printedRows([...heading, ...item]).rows.flatMap(({ amount }) => amount ?? [])).toEqual(['16 000 €']);
});

test('a number of dwellings without the unit of the amounts is a fact of the heading, no item', () => {
  const list = ['16 000 €', '45 602 €', '700 €'].flatMap((amount, index) => [
    piece(60, 100 + 15 * index, 'Remise en état des logements'),
    piece(400, 100 + 15 * index, amount),
  ]);
  const heading = [piece(60, 60, 'logements dans'), piece(200, 60, '1 672')];
  expect(printedRows([...heading, ...list]).rows.flatMap(({ amount }) => amount ?? [])).toEqual(['16 000 €', '45 602 €', '700 €']);
});

test('an amount keeps its thousands where the hundreds of amounts set to the right begin one under the other', () => {
  const right = 500;
  const list = ['500 €', '850 €', '620 €'].flatMap((amount, index) => [
    piece(60, 100 + 15 * index, 'Nettoyage'),
    piece(right - 5 * amount.length, 100 + 15 * index, amount),
  ]);
  const words = 'Remise en état des parties communes des tours et abords Nord';
  const { rows } = printedRows([...list, piece(right - 5 * `${words} 12 400 €`.length, 160, `${words} 12 400 €`)]);
  expect(rows.at(-1)).toMatchObject({ text: words, amount: '12 400 €' });
});
