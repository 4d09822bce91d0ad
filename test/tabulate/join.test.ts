import { describe, expect, test } from 'vitest';
import { cellText, type Layout, type Table } from '../../src/model/grid.ts';
import type { Fill, Page, Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { horizontal, page, textAt, vertical } from './draw.ts';

const XS = [50, 150, 350, 450] as const;
const HEADER = ['Axe', 'Description', 'Montant'];

/** A row of a drawn table; `''` for an empty cell. */
type Row = readonly string[];

interface PartOptions {
  readonly top?: number;
  readonly heights?: readonly number[];
  readonly openBottom?: boolean;
  readonly bold?: readonly number[];
  readonly xs?: readonly number[];
  readonly before?: readonly Word[];
  readonly after?: readonly Word[];
}

/** A page of 400 points with a ruled table that fills it, unless told otherwise. */
function sheet(number: number, rows: readonly Row[], options: PartOptions = {}): Page {
  const xs = options.xs ?? XS;
  const top = options.top ?? 40;
  const heights = options.heights ?? rows.map(() => (370 - top) / rows.length);
  const ys = heights.reduce<number[]>((list, height) => [...list, (list.at(-1) ?? 0) + height], [top]);
  const bottom = ys.at(-1) ?? 0;
  const words = rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      textAt((xs[column] ?? 0) + 3, (ys[index] ?? 0) + 3, text, { bold: options.bold?.includes(index) ?? false }),
    ),
  );
  const kept = options.openBottom === true ? ys.slice(0, -1) : ys;
  const rules: Rule[] = [...kept.map((y) => horizontal(y, xs[0] ?? 0, xs.at(-1) ?? 0)), ...xs.map((x) => vertical(x, top, bottom))];
  const fills: Fill[] = (options.bold ?? []).map((index) => ({
    box: [xs[0] ?? 0, ys[index] ?? 0, xs.at(-1) ?? 0, ys[index + 1] ?? 0],
    shade: 0.9,
  }));
  return page({ number, height: 400, words: [...(options.before ?? []), ...words, ...(options.after ?? [])], rules, fills });
}

function layoutOf(...pages: Page[]): Layout {
  return tabulate(pages)[0].value;
}

function tablesOf(layout: Layout): Table[] {
  return layout.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

function rowsOf(table: Table | undefined): string[][] {
  const rows = Array.from({ length: table?.rowCount ?? 0 }, () => Array.from({ length: table?.columnCount ?? 0 }, () => ''));
  for (const cell of table?.cells ?? []) (rows[cell.row] ?? [])[cell.column] = cellText(cell);
  return rows;
}

describe('tables over pages', () => {
  test('a border that is left out under merged cells alone ends the row above a page break', () => {
    const cut = (number: number, ends: boolean): Page => {
      const last = number === 1 ? ['', 'Accueil du public et troubles', '37 144 €'] : ['', 'Frais de formation', ''];
      const others = ['Gestion des conflits', 'Premiers secours', 'Droits des locataires', 'Tri'].map((text) => ['', text, '5 000 €']);
      const drawn = sheet(number, number === 1 ? [HEADER, ['Formation', 'Accueil', '900 €'], ...others, last] : [last], {
        top: number === 1 ? 40 : 20,
        heights: number === 1 ? [30, 50, 50, 50, 50, 50, 60] : [60],
      });
      const [y, from] = number === 1 ? [380, 150] : [20, 150];
      const rules = drawn.rules.flatMap((rule) => {
        const isAt = (other: number): boolean => rule.orientation === 'horizontal' && Math.abs(rule.box[1] - other) < 1;
        if (number === 1 && [120, 170, 220, 270, 320].some(isAt)) return [horizontal(rule.box[1] + 0.25, 150, 450)];
        return isAt(y) ? (ends ? [horizontal(y, from, 450)] : []) : [rule];
      });
      return { ...drawn, rules };
    };
    const texts = (ends: boolean): string[] => {
      const [table] = tablesOf(layoutOf(cut(1, ends), cut(2, ends)));
      return rowsOf(table).map((row) => row[1] ?? '');
    };
    expect(texts(true).slice(-2)).toEqual(['Accueil du public et troubles', 'Frais de formation']);
    expect(texts(false).at(-1)).toBe('Accueil du public et troubles Frais de formation');
  });

  test('rows with the same values on both sides of a page break are one where the text goes on, two where another begins', () => {
    const xs = [50, 150, 250, 310, 370, 430];
    const header = ['Action', 'Fréquence', '2024', '2025', '2026'];
    const years = ['800 €', '800 €', '800 €'];
    const over = (above: string, below: string): string[][] =>
      rowsOf(
        tablesOf(
          layoutOf(
            sheet(1, [header, ['Tags', 'Une fois', '1 €', '2 €', '3 €'], [above, 'Chaque mois', ...years]], { xs }),
            sheet(
              2,
              [
                [below, 'Chaque mois', ...years],
                ['Caves', 'Une fois', '4 €', '5 €', '6 €'],
              ],
              { xs },
            ),
          ),
        )[0],
      );
    expect(over('Nettoyage des', 'halls').map(([action]) => action)).toEqual(['Action', 'Tags', 'Nettoyage des halls', 'Caves']);
    expect(over('Nettoyage', 'Gardiennage').map(([action]) => action)).toEqual(['Action', 'Tags', 'Nettoyage', 'Gardiennage', 'Caves']);
  });

  test('a repeated header is dropped, the rows follow each other, and each part keeps its page', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins', '500 €'], ['Deux', 'Tags', '900 €']], { bold: [0] }),
      sheet(2, [HEADER, ['Trois', 'Hall', '100 €'], ['Total', '', '1 500 €']], { bold: [0] }),
    );
    const [table, ...more] = tablesOf(layout);
    expect(more).toEqual([]);
    expect(rowsOf(table)).toEqual([
      HEADER,
      ['Un', 'Jardins', '500 €'],
      ['Deux', 'Tags', '900 €'],
      ['Trois', 'Hall', '100 €'],
      ['Total', '', '1 500 €'],
    ]);
    expect(table?.parts.map((part) => part.page)).toEqual([1, 2]);
    expect(layout.grids.map((grid) => grid.continues)).toEqual([null, { page: 1, index: 0 }]);
    expect(table?.cells.find((cell) => cellText(cell) === 'Hall')).toMatchObject({ id: 'p2t0r1c1', place: { page: 2 } });
  });

  test('a repeated header of which a scan misread letters is the same header; of a text layer it is another', () => {
    const rows = (spelt: string): Row[] => [
      ['Axe', 'Description', spelt],
      ['2', 'Graffiti', '20'],
    ];
    const rowsOf = (doubt: number): number[] => {
      const later = sheet(2, rows('Mortart'));
      const read = {
        ...later,
        words: later.words.map((word) => ({ ...word, readings: [{ text: word.readings[0].text, cost: doubt }] as const })),
      };
      return tabulate([
        sheet(1, [
          ['Axe', 'Description', 'Montant'],
          ['1', 'Tags', '10'],
        ]),
        read,
      ])[0].value.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.rowCount] : []));
    };
    expect([rowsOf(0.1), rowsOf(0)]).toEqual([[3], [4]]);
  });

  test('a short word of it may be misread beside a longer one that is the same', () => {
    const part = (number: number, tax: string): Page => {
      const drawn = sheet(number, [
        ['Axe', 'Description', `Montant ${tax}`],
        [String(number), 'Tags', '20'],
      ]);
      return { ...drawn, words: drawn.words.map((word) => ({ ...word, readings: [{ text: word.readings[0].text, cost: 0.1 }] as const })) };
    };
    const counts = tabulate([part(1, 'TFC'), part(2, 'TTC')])[0].value.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table.rowCount] : [],
    );
    expect(counts).toEqual([3]);
  });

  test('a row of a scan that is nearly, or just, the one at the head of the page before is no repeated header', () => {
    const read = (number: number, rows: readonly Row[]): Page => {
      const drawn = sheet(number, rows);
      return { ...drawn, words: drawn.words.map((word) => ({ ...word, readings: [{ text: word.readings[0].text, cost: 0.2 }] as const })) };
    };
    const over = (first: Row, next: Row): (string | undefined)[] =>
      rowsOf(
        tablesOf(
          layoutOf(
            read(1, [['Action', 'Porteur', 'Montant'], first, ['Tags', 'Ville', '500']]),
            read(2, [next, ['Caves', 'Ville', '700']]),
          ),
        )[0],
      ).map(([action]) => action);
    const [internal, external] = ['Formation interne', 'Formation externe'];
    expect(over([internal, 'Gardiens', '2 000'], [external, 'Gardiens', '2 000'])).toEqual(['Action', internal, 'Tags', external, 'Caves']);
    expect(over([internal, 'Gardiens', ''], [external, 'Gardiens', ''])).toEqual(['Action', internal, 'Tags', external, 'Caves']);
    expect(over([internal, 'Bailleur', 'Annuel'], [external, 'Bailleur', 'Annuel'])).toEqual([
      'Action',
      internal,
      'Tags',
      external,
      'Caves',
    ]);
    expect(over([internal, 'Gardiens', '2 000'], [internal, 'Gardiens', '2 000'])).toEqual(['Action', internal, 'Tags', internal, 'Caves']);
  });

  test('a repeated header that lost an accent in a scan is the same header', () => {
    const accented = ['Axe', "L'Épeule Nord", 'Montant'];
    const layout = layoutOf(
      sheet(1, [accented, ['Un', 'Jardins', '500 €'], ['Deux', 'Tags', '900 €']], { bold: [0] }),
      sheet(
        2,
        [
          ['Axe', "L'Epeule Nord", 'Montant'],
          ['Trois', 'Hall', '100 €'],
        ],
        { bold: [0] },
      ),
    );
    expect(rowsOf(tablesOf(layout)[0])).toEqual([
      accented,
      ['Un', 'Jardins', '500 €'],
      ['Deux', 'Tags', '900 €'],
      ['Trois', 'Hall', '100 €'],
    ]);
  });

  test('without a header on the later page rows are joined too, page numbers and running titles notwithstanding', () => {
    const furniture = (number: number): Pick<PartOptions, 'before' | 'after'> => ({
      before: textAt(50, 10, 'Commune de Lens – programme 2023'),
      after: textAt(290, 384, `Page ${String(number)}`),
    });
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins', '500 €']], furniture(1)),
      sheet(
        2,
        [
          ['Deux', 'Tags', '900 €'],
          ['Trois', 'Hall', '100 €'],
        ],
        furniture(2),
      ),
    );
    expect(tablesOf(layout)).toHaveLength(1);
    expect(rowsOf(tablesOf(layout)[0])).toHaveLength(4);
  });

  test('a row cut by the page break is one row, with both places', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins', '500 €'], ['Deux', 'Mise en place de la', '900 €']], { openBottom: true }),
      sheet(2, [
        ['', 'vidéosurveillance des halls', ''],
        ['Trois', 'Hall', '100 €'],
      ]),
    );
    const [table] = tablesOf(layout);
    expect(rowsOf(table)).toEqual([
      HEADER,
      ['Un', 'Jardins', '500 €'],
      ['Deux', 'Mise en place de la vidéosurveillance des halls', '900 €'],
      ['Trois', 'Hall', '100 €'],
    ]);
    const cut = table?.cells.find((cell) => cell.row === 2 && cell.column === 1);
    expect(cut?.place.page).toBe(1);
    expect(cut?.continuations.map((place) => place.page)).toEqual([2]);
  });

  test('two rows with an amount each stay two rows, however the text reads', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Mise en place de la', '900 €']], { openBottom: true }),
      sheet(2, [
        ['', 'vidéosurveillance', '100 €'],
        ['Trois', 'Hall', '100 €'],
      ]),
    );
    expect(rowsOf(tablesOf(layout)[0])).toHaveLength(4);
  });

  test('a label cut by the page break leaves an empty cell', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins.', '500 €']]),
      sheet(2, [
        ['', 'Tags', '900 €'],
        ['Deux', 'Hall', '100 €'],
      ]),
    );
    expect(rowsOf(tablesOf(layout)[0])).toEqual([HEADER, ['Un', 'Jardins.', '500 €'], ['', 'Tags', '900 €'], ['Deux', 'Hall', '100 €']]);
  });

  test('a heading on the new page, or text below the table on the old one, keeps tables apart', () => {
    const first = [HEADER, ['Un', 'Jardins', '500 €']];
    const second = [HEADER, ['Deux', 'Tags', '900 €']];
    expect(tablesOf(layoutOf(sheet(1, first), sheet(2, second, { before: textAt(50, 20, 'Quartier : SELLIER') })))).toHaveLength(2);
    expect(tablesOf(layoutOf(sheet(1, first, { after: textAt(50, 380, 'Total général : 500 €') }), sheet(2, second)))).toHaveLength(2);
  });

  test('other columns, or another header, make another table', () => {
    const first = [HEADER, ['Un', 'Jardins', '500 €'], ['Deux', 'Tags', '30 €']];
    expect(tablesOf(layoutOf(sheet(1, first), sheet(2, [['Deux', 'Tags', '900 €']], { xs: [50, 250, 350, 450] })))).toHaveLength(2);
    const other = [
      ['Axes', 'Calendrier', 'Surcoût'],
      ['Deux', 'Tags', '900 €'],
      ['Trois', 'Hall', '100 €'],
    ];
    expect(tablesOf(layoutOf(sheet(1, first, { bold: [0] }), sheet(2, other, { bold: [0] })))).toHaveLength(2);
  });

  test('a table that ends well above the foot of its page does not go on', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins', '500 €']], { heights: [20, 20] }),
      sheet(
        2,
        [
          ['Deux', 'Tags', '900 €'],
          ['Trois', 'Hall', '100 €'],
        ],
        { heights: [20, 20] },
      ),
    );
    expect(tablesOf(layout)).toHaveLength(2);
  });

  test('facing pages may be set further left or right', () => {
    const layout = layoutOf(
      sheet(1, [HEADER, ['Un', 'Jardins', '500 €']]),
      sheet(
        2,
        [
          ['Deux', 'Tags', '900 €'],
          ['Trois', 'Hall', '1 €'],
        ],
        { xs: XS.map((x) => x + 20) },
      ),
    );
    expect(tablesOf(layout)).toHaveLength(1);
  });
});

test('blocks stand in reading order, a table at the place of its first part', () => {
  const layout = layoutOf(
    sheet(1, [HEADER, ['Un', 'Jardins', '500 €']], { before: textAt(50, 10, 'Programme'), top: 60 }),
    sheet(
      2,
      [
        ['Deux', 'Tags', '900 €'],
        ['Trois', 'Hall', '100 €'],
      ],
      { heights: [20, 20], after: textAt(50, 200, 'Fait à Lens') },
    ),
  );
  expect(layout.blocks.map((block) => (block.kind === 'text' ? block.line.text : 'table'))).toEqual(['Programme', 'table', 'Fait à Lens']);
});

test('a row whose amount the page break runs through is one row', () => {
  const halved = (top: number): Word[] =>
    textAt(353, top, '500 €').map((word) => ({ ...word, box: [word.box[0], top, word.box[2], top + 0.4 * word.size] as const }));
  const upper = sheet(1, [HEADER, ['Un', 'Jardins', '700 €'], ['Deux', 'Création de jardins.', '']], { bold: [0], after: halved(366) });
  const lower = sheet(
    2,
    [
      ['', 'Bacs', ''],
      ['Trois', 'Hall', '100 €'],
    ],
    { before: halved(40) },
  );
  expect(rowsOf(tablesOf(layoutOf(upper, lower))[0])).toEqual([
    HEADER,
    ['Un', 'Jardins', '700 €'],
    ['Deux', 'Création de jardins. Bacs', '500 €'],
    ['Trois', 'Hall', '100 €'],
  ]);
});

test('a row that begins with a month written small is no rest of the row above the page break', () => {
  const columns = [50, 150, 250, 350, 450];
  const head = ['Actions', 'Contenu', 'Calendrier', 'Montant'];
  const upper = sheet(1, [head, ['Caméras', 'Relecture des images', 'Annuel', '700 €']], { bold: [0], xs: columns });
  const lower = sheet(
    2,
    [
      ['', 'Frais de gestion', 'septembre 2025', ''],
      ['Hall', 'Peinture', '', '100 €'],
    ],
    { xs: columns },
  );
  expect(rowsOf(tablesOf(layoutOf(upper, lower))[0])).toHaveLength(4);
});
