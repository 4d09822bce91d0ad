import { describe, expect, test } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { isTitleOfTable } from '../../src/stages/tabulate/align/titled.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { page, textAt, textEndingAt, widthOf } from './draw.ts';

const row = (y: number, label: string, amount: string, bold = false): Word[] => [
  ...textAt(50, y, label, { bold }),
  ...textEndingAt(400, y, amount, { bold }),
];

const DETAIL = [
  row(100, 'Action', 'Montant', true),
  row(114, 'Tags', '1 000 €'),
  row(128, 'Épaves', '2 000 €'),
  row(142, 'Halls', '3 000 €'),
].flat();

describe('a title over a header begins another table', () => {
  const isTitle = (words: readonly Word[], index: number): boolean => isTitleOfTable(chunkedLines([...DETAIL, ...words]), index, []);

  test('larger than its header, or as large and under white', () => {
    const below = [...row(185, 'Axe', 'Montant', true), ...row(199, 'Propreté', '6 000 €')];
    expect(isTitle([...textAt(50, 166, 'Récapitulatif', { bold: true, size: 12 }), ...below], 4)).toBe(true);
    expect(isTitle([...textAt(50, 170, 'Récapitulatif', { bold: true }), ...below], 4)).toBe(true);
    expect(isTitle([...textAt(50, 156, 'Récapitulatif', { bold: true }), ...below], 4)).toBe(false);
  });

  test('over a header in the type of its rows, whose words stand over values of the first', () => {
    const cells = (y: number, ...texts: readonly string[]) => texts.flatMap((text, at) => textAt(50 + 120 * at, y, text));
    const title = textAt(50, 170, 'Récapitulatif', { size: 12 });
    const below = [...textAt(50, 206, 'Renforcement de la'), ...cells(212, '', '6 000 €', '7 000 €'), ...textAt(50, 218, 'présence')];
    expect(isTitle([...title, ...cells(186, 'Axe', 'Prévision 2021', 'Prévision 2022'), ...below], 4)).toBe(true);
    // An action without amounts under the heading of its axe.
    expect(isTitle([...title, ...cells(186, 'Action', '', '', 'Toute l’année'), ...below], 4)).toBe(false);
  });

  test('over heads set in the middle of their row, of which the lines of one stand alone above and below the others', () => {
    const title = textAt(50, 170, 'Récapitulatif', { size: 12 });
    const heads = [
      ...textAt(330, 190, 'Dépense'),
      ...textAt(50, 196, 'Axe'),
      ...textAt(210, 196, 'Dépense totale'),
      ...textAt(330, 202, 'valorisée'),
    ];
    const below = [...textAt(50, 218, 'Propreté'), ...textAt(210, 218, '6 000 €'), ...textAt(330, 218, '7 000 €')];
    expect(isTitle([...title, ...heads, ...below], 4)).toBe(true);
    // A text alone at the left border is no head, and neither is what stands over no value.
    expect(isTitle([...title, ...textAt(50, 190, 'Propreté'), ...textAt(50, 202, 'des halls'), ...below], 4)).toBe(false);
  });

  test('the heading of rows of the same table is none', () => {
    expect(isTitle([...textAt(50, 166, 'Axe 4', { bold: true, size: 12 }), ...row(182, 'Propreté', '6 000 €')], 4)).toBe(false);
    expect(isTitle([...textAt(50, 166, 'Axe 4', { bold: true, size: 12 }), ...row(182, 'Total', '6 000 €', true)], 4)).toBe(false);
  });
});

test('a short summary under its title is a table of its own, with a heading of several centred lines of which one stands higher', () => {
  const heading = (y: number, text: string) => textAt(375 - widthOf(text) / 2, y, text, { bold: true });
  const summary = [
    ...textAt(50, 166, 'Récapitulatif', { bold: true, size: 12 }),
    ...[
      ...heading(186, 'Montant'),
      ...textAt(50, 197, 'Axe', { bold: true }),
      ...heading(197, 'valorisé au titre'),
      ...heading(208, 'TFPB'),
    ],
    ...[...row(222, 'Propreté', '4 000 €'), ...row(236, 'Sûreté', '2 000 €')],
  ];
  const [detail, found, ...others] = tabulate([page({ words: [...DETAIL, ...summary] })])[0].value.grids;
  expect(others).toEqual([]);
  expect(detail?.rowCount).toBe(4);
  expect(found?.cells.map((cell) => cell.lines.map(({ text }) => text).join(' '))).toEqual([
    ...['Axe', 'Montant valorisé au titre TFPB', 'Propreté', '4 000 €', 'Sûreté', '2 000 €'],
  ]);
});
