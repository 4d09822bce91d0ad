import { expect, test } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import type { Word } from '../../src/model/page.ts';
import { cellTextOf } from '../../src/stages/tabulate/text/cell-text.ts';
import { joinTwo } from '../../src/stages/tabulate/text/join-lines.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, vertical, widthOf } from './draw.ts';

const none = new Set<string>();

test.each([
  ['Hauts-de-', 'France', 'Hauts-de-France'],
  ['inter-', 'bailleurs', 'inter-bailleurs'],
  ['période 2016-', '2018', 'période 2016-2018'],
  ['Formation partagée -', 'équipe ville', 'Formation partagée - équipe ville'],
  ['les actions', 'du quartier', 'les actions du quartier'],
  ['Axe 3 -', '2 ateliers', 'Axe 3 - 2 ateliers'],
  ['sensibili\u00ad', 'sation', 'sensibilisation'],
  ['rez-de-', '(ou cave)', 'rez-de- (ou cave)'],
  ['', 'seul', 'seul'],
])('lines %j and %j become %j', (left, right, joined) => {
  expect(joinTwo(left, right, none)).toBe(joined);
});

test('a hyphen goes when the document writes the word without one, and stays when it writes it with one', () => {
  expect(joinTwo('la sensibili-', 'sation des', new Set(['sensibilisation']))).toBe('la sensibilisation des');
  expect(joinTwo('les éco-', 'citoyens', new Set(['écocitoyens', 'éco-citoyens']))).toBe('les éco-citoyens');
});

test('a superscript stays in its line', () => {
  const words = [
    ...textAt(10, 20, 'Présents : 2'),
    ...textAt(10 + widthOf('Présents : 2'), 18, 'ème', { size: 6 }),
    ...textAt(80, 20, 'tour'),
    ...textAt(10, 33, 'et suite'),
  ];
  const { lines, readings } = cellTextOf(words, 1, none);
  expect(lines.map((line) => line.text)).toEqual(['Présents : 2ème tour', 'et suite']);
  expect(readings[0].text).toBe('Présents : 2ème tour et suite');
});

test('paragraphs of a cell keep their lines', () => {
  const words = [...textAt(10, 20, 'CADRE DE VIE'), ...textAt(10, 33, 'Actions'), ...textAt(10, 59, 'DEMOCRATIE')];
  expect(cellTextOf(words, 1, none).lines.map((line) => line.text)).toEqual(['CADRE DE VIE', 'Actions', 'DEMOCRATIE']);
});

/** Turned words stacked along y, as they stand on the page. */
function turned(x: number, top: number, parts: readonly string[], direction: 90 | 270): Word[] {
  const words: Word[] = [];
  let y = top;
  for (const text of direction === 90 ? parts : [...parts].reverse()) {
    const length = 5 * text.length;
    words.push({ box: [x, y, x + 10, y + length], readings: [{ text, cost: 0 }], size: 10, bold: false, direction });
    y += length + 3;
  }
  return words;
}

test('turned text reads in its own direction, line after line', () => {
  const upwards = [...turned(20, 20, ['Gestion', 'de'], 270), ...turned(33, 20, ['droit', 'commun'], 270)];
  expect(cellTextOf(upwards, 1, none).readings[0].text).toBe('Gestion de droit commun');
  const downwards = [...turned(33, 20, ['Gestion', 'de'], 90), ...turned(20, 20, ['droit', 'commun'], 90)];
  expect(cellTextOf(downwards, 1, none).readings[0].text).toBe('Gestion de droit commun');
});

test('a native cell has one reading; readings of words combine by cost, the surest first', () => {
  const native = textAt(10, 20, '28 000 €');
  expect(cellTextOf(native, 1, none).readings).toEqual([{ text: '28 000 €', cost: 0 }]);
  const doubtful = native.map((word, index): Word =>
    index === 0
      ? {
          ...word,
          readings: [
            { text: '28', cost: 0.1 },
            { text: '23', cost: 1 },
          ],
        }
      : index === 1
        ? {
            ...word,
            readings: [
              { text: '000', cost: 0 },
              { text: '006', cost: 0.5 },
            ],
          }
        : word,
  );
  const { readings } = cellTextOf(doubtful, 1, none);
  expect(readings.map((reading) => reading.text)).toEqual(['28 000 €', '28 006 €', '23 000 €', '23 006 €']);
  expect(readings.map((reading) => Number(reading.cost.toFixed(3)))).toEqual([0.1, 0.6, 1, 1.5]);
});

test('at most eight readings are kept, whatever the number of words', () => {
  const many = textAt(10, 20, 'a b c d e f g h').map((word): Word => ({ ...word, readings: [word.readings[0], { text: 'x', cost: 1 }] }));
  expect(cellTextOf(many, 1, none).readings).toHaveLength(8);
});

test('text that spills over an empty neighbour belongs to the cell where it starts', () => {
  const words = [
    ...textAt(23, 23, 'Actions spécifiques du quartier prioritaire'),
    ...textAt(23, 43, 'Axe'),
    ...textAt(103, 43, 'Action'),
    ...textAt(203, 43, '500 €'),
  ];
  const rules = [...frame([20, 20, 300, 60]), horizontal(40, 20, 300), vertical(100, 20, 60), vertical(200, 20, 60)];
  const [grid] = tabulate([page({ words, rules })])[0].value.grids;
  expect(grid?.cells.filter((cell) => cell.row === 0).map(cellText)).toEqual(['Actions spécifiques du quartier prioritaire', '', '']);
});

test('a shaded or bold cell says so', () => {
  const words = [
    ...textAt(23, 23, 'Axes', { bold: true }),
    ...textAt(103, 23, 'Actions', { bold: true }),
    ...textAt(23, 43, 'Un'),
    ...textAt(103, 43, 'Deux'),
  ];
  const rules = [...frame([20, 20, 200, 60]), horizontal(40, 20, 200), vertical(100, 20, 60)];
  const fills = [{ box: [20, 20, 200, 40], shade: 0.85 } as const];
  const [grid] = tabulate([page({ words, rules, fills })])[0].value.grids;
  expect(grid?.cells.map((cell) => [cell.id, cell.bold, cell.shaded])).toEqual([
    ['p1t0r0c0', true, true],
    ['p1t0r0c1', true, true],
    ['p1t0r1c0', false, false],
    ['p1t0r1c1', false, false],
  ]);
});
