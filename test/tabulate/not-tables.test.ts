import { expect, test } from 'vitest';
import type { Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, textEndingAt, vertical, widthOf } from './draw.ts';

const PROSE =
  "Le bailleur s'engage à mettre en œuvre les actions décrites dans le programme annexé à la présente convention afin de compenser l'avantage fiscal dont il bénéficie au titre de son patrimoine situé en quartier prioritaire et de tenir le bilan chaque année";

/** Words of running text in a column, justified like a printed page. */
function prose(x: number, y: number, width: number, lines: number, size = 10): Word[] {
  const source = PROSE.split(' ');
  const words: Word[] = [];
  let next = 0;
  for (let line = 0; line < lines; line += 1) {
    const own: string[] = [];
    while (widthOf([...own, source[next % source.length]].join(' '), size) <= width) own.push(source[next++ % source.length] ?? '');
    const slack = own.length > 1 ? (width - widthOf(own.join(' '), size)) / (own.length - 1) : 0;
    let start = x;
    for (const word of own) {
      words.push(...textAt(start, y + line * 1.3 * size, word, { size }));
      start += widthOf(word, size) + 0.28 * size + slack;
    }
  }
  return words;
}

function tables(words: readonly Word[], rules: readonly Rule[] = []): number {
  return tabulate([page({ words, rules })])[0].value.grids.length;
}

test('running text is no table', () => {
  expect(tables(prose(60, 80, 470, 40))).toBe(0);
});

test('running text in two columns is no table, and the left column is read first', () => {
  const [{ value: layout }] = tabulate([page({ words: [...prose(60, 80, 225, 30), ...prose(310, 80, 225, 30)] })]);
  expect(layout.grids).toHaveLength(0);
  const lefts = layout.blocks.map((block) => (block.kind === 'text' ? (block.line.place.box[0] < 300 ? 'left' : 'right') : 'table'));
  expect(lefts).toEqual([...Array.from({ length: 30 }, () => 'left'), ...Array.from({ length: 30 }, () => 'right')]);
});

test('a framed paragraph is no table, nor is a stamp', () => {
  const box = frame([50, 70, 545, 220]);
  const stamp = [...frame([400, 300, 540, 360]), horizontal(320, 400, 540), horizontal(340, 400, 540)];
  const stampText = ['Accusé de réception', '044-214400400-DE', 'Reçu le 27/02/2013'].flatMap((text, index) =>
    textAt(405, 303 + 20 * index, text),
  );
  expect(tables([...prose(60, 80, 470, 10), ...stampText], [...box, ...stamp])).toBe(0);
});

test('an address beside a sender is no table', () => {
  const left = ['Pas-de-Calais Habitat', '12 rue de la Paix', '62300 LENS', 'Tél. 03 21 62 62 62'];
  const right = ['Monsieur le Maire', 'Hôtel de Ville', '62300 LENS', 'Le 12 mars 2023'];
  expect(
    tables([
      ...left.flatMap((text, line) => textAt(60, 60 + 13 * line, text)),
      ...right.flatMap((text, line) => textAt(340, 60 + 13 * line, text)),
    ]),
  ).toBe(0);
});

test('a table of contents is no table, with dots or without', () => {
  const entries = Array.from({ length: 12 }, (_, index) => ({
    y: 100 + 15 * index,
    text: `Axe ${String(index)} : petits travaux`,
    page: String(3 + 2 * index),
  }));
  const plain = entries.flatMap(({ y, text, page: number }) => [...textAt(60, y, text), ...textEndingAt(540, y, number)]);
  const dotted = entries.flatMap(({ y, text, page: number }) => [
    ...textAt(60, y, `${text} ${'.'.repeat(60)}`),
    ...textEndingAt(540, y, number),
  ]);
  expect(tables(plain)).toBe(0);
  expect(tables(dotted)).toBe(0);
});

test('a list with bullets or numbers is no table', () => {
  const items = Array.from({ length: 9 }, (_, index) => index);
  const bullets = items.flatMap((index) => [
    ...textAt(70, 100 + 14 * index, '•'),
    ...textAt(88, 100 + 14 * index, 'Renforcement du gardiennage'),
  ]);
  const numbers = items.flatMap((index) => [
    ...textAt(70, 100 + 14 * index, `${String(index)}.`),
    ...textAt(92, 100 + 14 * index, 'Sessions de coordination'),
  ]);
  expect(tables(bullets)).toBe(0);
  expect(tables(numbers)).toBe(0);
});

test('signatures side by side are no table', () => {
  const who = ["Pour l'État,", 'Pour la Ville,', 'Pour le bailleur,'];
  const role = ['Le préfet', 'Le maire', 'Le directeur'];
  expect(
    tables([who, role].flatMap((texts, line) => texts.flatMap((text, column) => textAt(60 + 180 * column, 600 + 40 * line, text)))),
  ).toBe(0);
});

test('a chart with its axes and grid lines is no table', () => {
  const grid = Array.from({ length: 7 }, (_, index) => horizontal(100 + 25 * index, 100, 400));
  const bars = Array.from({ length: 6 }, (_, index) => frame([120 + 45 * index, 150, 145 + 45 * index, 250])).flat();
  const labels = Array.from({ length: 7 }, (_, index) => textEndingAt(95, 96 + 25 * index, String(600 - 100 * index))).flat();
  const years = Array.from({ length: 6 }, (_, index) => textAt(122 + 45 * index, 255, String(2018 + index))).flat();
  expect(tables([...labels, ...years], [...grid, ...bars, vertical(100, 100, 250)])).toBe(0);
});

test('pieces of one line far apart are separate lines of text, left to right', () => {
  const words = [
    ...textAt(60, 50, 'Année(s) : 2023'),
    ...textAt(220, 50, 'Ville : LENS'),
    ...textAt(380, 50, 'Quartier : SELLIER'),
    ...textAt(60, 66, 'Organisme : X'),
  ];
  const [{ value: layout }] = tabulate([page({ words })]);
  expect(layout.blocks.map((block) => (block.kind === 'text' ? block.line.text : 'table'))).toEqual([
    'Année(s) : 2023',
    'Ville : LENS',
    'Quartier : SELLIER',
    'Organisme : X',
  ]);
});
