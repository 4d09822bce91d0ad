import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { grown } from '../../src/stages/tabulate/align/grow.ts';
import { textAt } from './draw.ts';

const XS = [50, 170, 380, 540];

const row = (y: number, ...texts: readonly string[]) => texts.flatMap((text, column) => textAt((XS[column] ?? 0) + 3, y, text));

/** Where a table of two rows ends that is seen down to y 125, with further words below. */
function bottomOf(...below: ReturnType<typeof row>[]): number {
  const words = [row(100, 'Axe', 'Action', 'Dépense'), row(112, 'Vivre ensemble', 'Jardins', '3 000 €'), ...below].flat();
  return grown([98, 125], chunkedLines(words), XS, []).sure[1];
}

test('a cell goes on under an empty line, and the rows below it are still rows of the table', () => {
  const rows = [
    row(128, 'Propreté', 'Temps entre', '500 €'),
    row(152, '', 'Composteurs'),
    row(164, '', 'collectifs'),
    row(182, 'Insertion', 'Chantiers', '900 €'),
  ];
  expect(bottomOf(...rows)).toBeGreaterThan(190);
});

test('a row set as those above is of the table under two empty lines too; the bold heads of another table are not', () => {
  const last = row(128, 'Propreté', 'Temps entre', '500 €');
  expect(bottomOf(last, row(166, 'Insertion', 'Chantiers', '900 €'))).toBeGreaterThan(170);
  const heads = ['Axe', 'Action', 'Dépense'].flatMap((text, column) => textAt((XS[column] ?? 0) + 3, 166, text, { bold: true }));
  expect(bottomOf(last, heads)).toBeLessThan(145);
});

test('a text under white that stands at the left of the table, or in no column of it, is not the table’s', () => {
  const last = row(128, 'Propreté', 'Temps entre', '500 €');
  expect(bottomOf(last, row(152, 'Fait à Lens'))).toBeLessThan(145);
  expect(bottomOf(last, textAt(240, 152, 'Page 1'))).toBeLessThan(145);
});

test('rows of totals whose label runs over a column edge do not end the table', () => {
  const total = (y: number) => [
    ...textAt(XS[0] ?? 0, y, 'Sous-total concertation et sensibilisation'),
    ...textAt((XS[2] ?? 0) + 3, y, '500 €'),
  ];
  const rows = [row(128, 'Propreté', 'Tags', '500 €'), total(141), row(154, 'Insertion', 'Chantiers', '900 €'), total(167), total(180)];
  expect(bottomOf(...rows)).toBeGreaterThan(188);
});

test('a row under an empty line whose texts are set as those above, centred ones too, is a row of the table; one set otherwise is not', () => {
  const last = row(128, 'Propreté', 'Tags', '500 €');
  expect(bottomOf(last, [...row(155, 'Insertion', 'Chantiers'), ...textAt(388, 155, '9 €')])).toBeGreaterThan(160);
  expect(bottomOf(last, [...textAt(60, 155, 'Insertion'), ...textAt(200, 155, 'Chantiers')])).toBeLessThan(150);
});

test('the label of the row above the first stripe may go on for several lines and run over an edge that only the stripes show', () => {
  const body = [row(100, 'Propreté', 'Tags', '500 €'), row(112, 'Insertion', 'Chantiers', '900 €')];
  const label = ['1 - Présence du', 'personnel (par', 'rapport à', 'la présence dans patrimoine', 'hors QPV)'];
  const lines = label.map((text, index) => [...row(30 + 10 * index, text), ...(index === 0 ? row(30, '', 'Médiation', '700 €') : [])]);
  const words = [...lines, ...body].flat();
  expect(grown([82, 125], chunkedLines(words), XS, []).sure[0]).toBeLessThan(32);
});

test('the first value of a column, set otherwise than its heading, does not part its row from the table above an empty line', () => {
  const xs = [50, 170, 280, 380, 440, 540];
  const line = (y: number, ...texts: readonly string[]) => texts.flatMap((text, column) => textAt((xs[column] ?? 0) + 3, y, text));
  const table = [line(100, 'Axe', 'Action', 'Date', 'Logements', 'Dépense'), line(112, 'Vivre ensemble', 'Jardins', '2022', '', '3 000 €')];
  const below = (date: number) => [
    ...line(140, 'Propreté', 'Tags', '', '', '500 €'),
    ...textAt(date, 140, 'juin'),
    ...textAt(409, 140, '75'),
  ];
  const bottom = (date: number) => grown([98, 125], chunkedLines([...table.flat(), ...below(date)]), xs, []).sure[1];
  expect(bottom(283)).toBeGreaterThan(145);
  expect(bottom(305)).toBeLessThan(130);
});

test('descriptions alone under an empty line are held for the table until a row or another interval follows', () => {
  const words = (last: ReturnType<typeof row>) => [
    ...row(100, 'Axe', 'Action', 'Dépense'),
    ...row(112, 'Vivre ensemble', 'Jardins', '3 000 €'),
    ...row(140, '', 'Composteurs collectifs'),
    ...row(168, '', 'Ateliers de cuisine'),
    ...last,
  ];
  const followed = grown([98, 125], chunkedLines(words(row(180, 'Insertion', 'Chantiers', '900 €'))), XS, []);
  expect(followed.sure[1]).toBeGreaterThan(188);
  const alone = grown([98, 125], chunkedLines(words([])), XS, []);
  expect([alone.sure[1] < 130, alone.held[1] > 170]).toEqual([true, true]);
});

test('the facts of a heading right over a table are no row of it', () => {
  const facts = ['Commune : Lens', 'Quartier : Centre', 'Bailleur : Maisons'].flatMap((text, column) =>
    textAt((XS[column] ?? 0) + 3, 82, text),
  );
  const words = [row(100, 'Axe', 'Action', 'Dépense'), row(112, 'Vivre ensemble', 'Jardins', '3 000 €')].flat();
  const topOver = (above: ReturnType<typeof row>): number => grown([98, 125], chunkedLines([...above, ...words]), XS, []).sure[0];
  expect(topOver(facts)).toBe(98);
  expect(topOver(row(82, 'Thème', 'Intitulé', 'Euros'))).toBeLessThan(83);
});
