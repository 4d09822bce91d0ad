import { expect, test } from 'vitest';
import { cellText, type PageGrid } from '../../src/model/grid.ts';
import type { Fill, Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, textEndingAt, vertical } from './draw.ts';

/** Rows of texts, one entry a cell; a cell with line breaks has several lines. */
type Content = readonly (readonly string[])[];

const COLUMNS = [50, 170, 380, 460] as const;
const RIGHT = 540;

const CONTENT: Content = [
  ['Axe', 'Action', 'Calendrier', 'Dépense'],
  ['Tranquillité', 'Vidéosurveillance des halls en lien\navec la police municipale', '2023', '28 000 €'],
  ['Vivre ensemble', 'Jardins partagés', '2023', '3 000 €'],
  ['Sur-entretien', 'Nettoyage renforcé des parties\ncommunes et des abords des\nimmeubles du quartier', '2024', '12 500 €'],
  ['Formation', 'Gestion des conflits', '2023', '500 €'],
  ['Total', '', '', '44 000 €'],
];

interface Laid {
  readonly words: Word[];
  /** y of the row edges, the upper and lower border included. */
  readonly ys: number[];
}

/** Sets rows as a producer does: texts at the top of their cell, amounts to the right, `padding` above and below. */
function lay(content: Content, padding = 3, top = 100): Laid {
  const words: Word[] = [];
  const ys = [top];
  let y = top;
  for (const [row, cells] of content.entries()) {
    const lines = Math.max(...cells.map((cell) => cell.split('\n').length));
    for (const [column, cell] of cells.entries()) {
      for (const [line, text] of cell.split('\n').entries()) {
        const at = y + padding + 12 * line;
        const style = { bold: row === 0 };
        words.push(...(column === 3 ? textEndingAt(RIGHT - 3, at, text, style) : textAt((COLUMNS[column] ?? 0) + 3, at, text, style)));
      }
    }
    y += 2 * padding + 12 * (lines - 1) + 10;
    ys.push(y);
  }
  return { words, ys };
}

function read(words: readonly Word[], rules: readonly Rule[], fills: readonly Fill[] = []): PageGrid[] {
  return [...tabulate([page({ words, rules, fills })])[0].value.grids];
}

function table(grid: PageGrid | undefined): string[][] {
  const rows = Array.from({ length: grid?.rowCount ?? 0 }, () => Array.from({ length: grid?.columnCount ?? 0 }, () => ''));
  for (const cell of grid?.cells ?? []) (rows[cell.row] ?? [])[cell.column] = cellText(cell);
  return rows;
}

const expected = CONTENT.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));

test.each<[string, (ys: readonly number[]) => Rule[]]>([
  ['rules between rows only', (ys) => ys.map((y) => horizontal(y, 50, RIGHT))],
  ['a frame and a rule under the header', (ys) => [...frame([50, ys[0] ?? 0, RIGHT, ys.at(-1) ?? 0]), horizontal(ys[1] ?? 0, 50, RIGHT)]],
  ['a rule under the header only', (ys) => [horizontal(ys[1] ?? 0, 50, RIGHT)]],
  ['rules above, below and under the header', (ys) => [ys[0], ys[1], ys.at(-1)].map((y) => horizontal(y ?? 0, 50, RIGHT))],
  [
    'column rules, a frame and a rule under the header',
    (ys) => [
      ...frame([50, ys[0] ?? 0, RIGHT, ys.at(-1) ?? 0]),
      horizontal(ys[1] ?? 0, 50, RIGHT),
      ...COLUMNS.slice(1).map((x) => vertical(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
    ],
  ],
  [
    'each heading underlined on its own',
    (ys) => [50, 170, 380, 460].map((x, column) => horizontal(ys[1] ?? 0, x, (COLUMNS[column + 1] ?? RIGHT) - 8)),
  ],
  [
    'rules between rows and one upright line beside the axes',
    (ys) => [
      ...ys.map((y, row) => horizontal(y, row === 1 || row === 0 || row === ys.length - 1 ? 50 : 170, RIGHT)),
      vertical(170, ys[1] ?? 0, ys.at(-1) ?? 0),
    ],
  ],
  ['no rules at all', () => []],
])('%s: rows, columns and text are found', (_, rules) => {
  const { words, ys } = lay(CONTENT);
  const grids = read(words, rules(ys));
  expect(grids).toHaveLength(1);
  expect(table(grids[0])).toEqual(expected);
  expect(grids[0]?.ruling).not.toBe('full');
});

test('stripes part rows', () => {
  const { words, ys } = lay(CONTENT);
  const fills = ys.slice(1, -1).flatMap((y, row): Fill[] => (row % 2 === 0 ? [{ box: [50, y, RIGHT, ys[row + 2] ?? 0], shade: 0.9 }] : []));
  expect(table(read(words, [], fills)[0])).toEqual(expected);
});

test('a cell over several rows ends where the row edges are broken', () => {
  const { words, ys } = lay(CONTENT.slice(0, 5).map((row, index) => (index === 3 ? ['', ...row.slice(1)] : row)));
  const rules = ys.map((y, index) => horizontal(y, index === 3 ? 170 : 50, RIGHT));
  const cell = read(words, rules)[0]?.cells.find((other) => cellText(other) === 'Vivre ensemble');
  expect(cell).toMatchObject({ row: 2, column: 0, rowSpan: 2, columnSpan: 1 });
});

test('columns drawn for the header only part the rows below too', () => {
  const { words, ys } = lay(CONTENT);
  const rules = [
    ...ys.map((y) => horizontal(y, 50, RIGHT)),
    vertical(50, ys[0] ?? 0, ys.at(-1) ?? 0),
    vertical(RIGHT, ys[0] ?? 0, ys.at(-1) ?? 0),
    ...COLUMNS.slice(1).map((x) => vertical(x, ys[0] ?? 0, ys[1] ?? 0)),
  ];
  expect(table(read(words, rules)[0])).toEqual(expected);
});

test('a style that draws the walls of every other row only parts the rows between too, and leaves a title over the whole width', () => {
  const content: Content = [
    ...CONTENT.slice(0, 5),
    ['Tranquillité résidentielle et surveillance des chantiers', '', '', ''],
    ...CONTENT.slice(1),
  ];
  const { words, ys } = lay(content);
  const rules = [
    ...ys.map((y) => horizontal(y, 50, RIGHT)),
    vertical(50, ys[0] ?? 0, ys.at(-1) ?? 0),
    vertical(RIGHT, ys[0] ?? 0, ys.at(-1) ?? 0),
    ...[1, 3, 6, 8, 10].flatMap((row) => COLUMNS.slice(1).map((x) => vertical(x, ys[row] ?? 0, ys[row + 1] ?? 0))),
  ];
  expect(table(read(words, rules)[0])).toEqual(content.map((row) => row.map((cell) => cell.replaceAll('\n', ' '))));
});

test('amounts stacked in one cell of a table that draws its rows stay one cell', () => {
  const content: Content = [
    ['Axe', 'Action', 'Calendrier', 'Dépense'],
    ['Insertion', 'Chantiers jeunes\nJardin\nEncombrants', '2023', '30 000 €\n40 000 €\n10 000 €'],
    ['Formation', 'Gestion des conflits', '2023', '500 €'],
    ['Propreté', 'Tags', '2023', '900 €'],
    ['Total', '', '', '81 400 €'],
  ];
  const { words, ys } = lay(content);
  const rules = [...ys.map((y) => horizontal(y, 50, RIGHT)), ...[...COLUMNS, RIGHT].map((x) => vertical(x, ys[0] ?? 0, ys.at(-1) ?? 0))];
  expect(table(read(words, rules)[0])).toEqual(content.map((row) => row.map((cell) => cell.replaceAll('\n', ' '))));
});

test('side borders left undrawn do not lose the outer columns', () => {
  const { words, ys } = lay(CONTENT);
  const rules = [...ys.map((y) => horizontal(y, 50, RIGHT)), ...COLUMNS.slice(1).map((x) => vertical(x, ys[0] ?? 0, ys.at(-1) ?? 0))];
  expect(table(read(words, rules)[0])).toEqual(expected);
});

test('a header over two columns spans them', () => {
  const { words, ys } = lay(CONTENT.map((row, index) => (index === 0 ? ['Axe', 'Action', '', ''] : row)));
  const heading = textAt(430, (ys[0] ?? 0) + 3, 'Année et montant', { bold: true });
  const rules = [
    ...ys.map((y) => horizontal(y, 50, RIGHT)),
    vertical(50, ys[0] ?? 0, ys.at(-1) ?? 0),
    vertical(170, ys[0] ?? 0, ys.at(-1) ?? 0),
    vertical(380, ys[0] ?? 0, ys.at(-1) ?? 0),
    vertical(460, ys[1] ?? 0, ys.at(-1) ?? 0),
    vertical(RIGHT, ys[0] ?? 0, ys.at(-1) ?? 0),
  ];
  const cell = read([...words, ...heading], rules)[0]?.cells.find((other) => cellText(other) === 'Année et montant');
  expect(cell).toMatchObject({ row: 0, column: 2, rowSpan: 1, columnSpan: 2 });
});

test('a label in the middle of the rows between two rules stands for all of them', () => {
  const words: Word[] = [];
  const set = (y: number, ...cells: readonly string[]): void => {
    cells.forEach((text, column) => {
      if (text !== '') words.push(...(column === 2 ? textEndingAt(RIGHT - 3, y, text) : textAt([53, 173][column] ?? 0, y, text)));
    });
  };
  words.push(
    ...textAt(53, 103, 'Axe', { bold: true }),
    ...textAt(173, 103, 'Action', { bold: true }),
    ...textEndingAt(RIGHT - 3, 103, 'Dépense', { bold: true }),
  );
  set(121, '', 'Gardien du soir', '28 000 €');
  set(139, '', 'Rondes de nuit', '3 000 €');
  words.push(...textAt(53, 130, 'Tranquillité'));
  set(157, '', 'Jardins partagés', '12 500 €');
  set(175, 'Vivre ensemble', 'Fête des voisins', '500 €');
  set(193, '', 'Chantier jeunes', '1 500 €');
  set(211, 'Formation', 'Gestion des conflits', '900 €');
  const ys = [100, 117, 153, 207, 225];
  const [grid] = read(
    words,
    ys.map((y) => horizontal(y, 50, RIGHT)),
  );
  const labels = grid?.cells.filter(({ column, row }) => column === 0 && row > 0).map((cell) => [cellText(cell), cell.row, cell.rowSpan]);
  expect(labels).toEqual([
    ['Tranquillité', 1, 2],
    ['Vivre ensemble', 3, 3],
    ['Formation', 6, 1],
  ]);
  expect(table(grid).map((row) => row.slice(1))).toEqual([
    ['Action', 'Dépense'],
    ['Gardien du soir', '28 000 €'],
    ['Rondes de nuit', '3 000 €'],
    ['Jardins partagés', '12 500 €'],
    ['Fête des voisins', '500 €'],
    ['Chantier jeunes', '1 500 €'],
    ['Gestion des conflits', '900 €'],
  ]);
});

test('a heading set to the left of amounts set to the right heads them, not the column before', () => {
  const words: Word[] = [];
  const ends = [0, 300, 420, 537];
  const row = (y: number, ...cells: readonly string[]): void => {
    cells.forEach((text, column) => {
      words.push(...(column === 0 ? textAt(53, y, text) : textEndingAt(ends[column] ?? 0, y, text)));
    });
  };
  words.push(...textAt(53, 103, 'Action'), ...textAt(240, 103, 'Année 2026'), ...textAt(470, 103, 'Écart'));
  words.push(...textAt(240, 115, 'Prévu'), ...textAt(360, 115, 'Réalisé'));
  const rowsOf = [
    ['Gardien du soir', '28 000', '27 310', '(690)'],
    ['Rondes de nuit', '3 000', '3 000', '0'],
    ['Jardins partagés', '12 500', '13 100', '600'],
    ['Fête des voisins', '500', '480', '(20)'],
    ['Chantier jeunes', '1 500', '1 500', '0'],
    ['Encombrants', '9 000', '9 200', '200'],
    ['Caves', '4 000', '3 900', '(100)'],
    ['Digicodes', '7 000', '7 050', '50'],
    ['Halls', '2 000', '2 000', '0'],
  ];
  rowsOf.forEach((cells, at) => row(133 + 18 * at, ...cells));
  const [grid] = read(
    words,
    [100, ...Array.from({ length: 10 }, (_, at) => 129 + 18 * at)].map((y) => horizontal(y, 50, RIGHT)),
  );
  const found = table(grid);
  expect(found.flatMap((cells) => cells.indexOf('Écart')).filter((column) => column >= 0)).toEqual([3]);
  expect(found.slice(-9)).toEqual(rowsOf);
});

test('two empty lines at the end of a cell part no rows set as those above, between the stripes of header and total', () => {
  const { words, ys } = lay(CONTENT);
  const down = (y: number): number => y + 26 * [ys[3] ?? 0, ys[4] ?? 0].filter((from) => y > from).length;
  const moved = words.map((word): Word => {
    const [x0, y0, x1, y1] = word.box;
    return { ...word, box: [x0, down(y0), x1, down(y0) + y1 - y0] };
  });
  const stripes = [0, 5].map((row): Fill => ({ box: [50, down(ys[row] ?? 0), RIGHT, down(ys[row + 1] ?? 0)], shade: 0.9 }));
  expect(read(moved, [], stripes).map(table)).toEqual([expected]);
});

test('a word of a heading wrapped under the others that a scan measures larger heads no other table', () => {
  const bold = { bold: true, size: 8 };
  const words = [
    ...textAt(53, 104, 'Axes', bold),
    ...textAt(173, 104, 'Action', bold),
    ...textAt(383, 104, 'Montant prévisionnel', bold),
    ...textAt(383, 119, 'Le Clos Saint-', bold),
    ...textAt(463, 119, 'Le Banat', bold),
    ...textAt(382, 128, 'Jacques', { bold: true, size: 9.5 }),
    ...['Agent de médiation', 'Référent sécurité', 'Dispositifs de soutien', 'Enlèvement des graffitis'].flatMap((text, row) => [
      ...textAt(53, 144 + 16 * row, `Axe ${String(row + 1)}`, { size: 8 }),
      ...textAt(173, 144 + 16 * row, text, { size: 8 }),
      ...textAt(390, 144 + 16 * row, `${String(row + 1)}4000,00 €`, { size: 8 }),
      ...textAt(470, 144 + 16 * row, `${String(row + 1)}000,00 €`, { size: 8 }),
    ]),
  ];
  const rules = [
    horizontal(100, 50, RIGHT),
    horizontal(115, 380, RIGHT),
    ...[140, 156, 172, 188, 204].map((y) => horizontal(y, 50, RIGHT)),
  ];
  const [grid] = read(words, rules);
  expect(table(grid).slice(0, 3)).toEqual([
    ['Axes', 'Action', 'Montant prévisionnel', ''],
    ['', '', 'Le Clos Saint-Jacques', 'Le Banat'],
    ['Axe 1', 'Agent de médiation', '14000,00 €', '1000,00 €'],
  ]);
});
