import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import type { Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, page, textAt } from './draw.ts';

/** Rows drawn one under the other from the same left to the same right, each with edges of its own. */
function stack(...rows: readonly (readonly [edges: readonly number[], texts: readonly string[]])[]): { words: Word[]; rules: Rule[] } {
  const words: Word[] = [];
  const rules: Rule[] = [];
  rows.forEach(([edges, texts], row) => {
    const y = 100 + 24 * row;
    const xs = [50, ...edges, 550];
    texts.forEach((text, column) => {
      const [x0, x1] = [xs[column] ?? 0, xs[column + 1] ?? 0];
      rules.push(...frame([x0, y, x1, y + 24]));
      words.push(...textAt(x0 + 4, y + 7, text));
    });
  });
  return { words, rules };
}

const grids = (drawing: { words: Word[]; rules: Rule[] }): string[][][] => {
  const [{ value }] = tabulate([page(drawing)]);
  return value.grids.map((grid) =>
    Array.from({ length: Math.max(...grid.cells.map((cell) => cell.row)) + 1 }, (_, row) =>
      grid.cells.filter((cell) => cell.row === row).map(cellText),
    ),
  );
};

describe('bordered tables that touch', () => {
  const first = [
    [[], ['Axe 1']],
    [
      [80, 300, 420],
      ['N°', 'Action', 'Coût', 'Valorisé'],
    ],
    [
      [80, 300, 420],
      ['1', 'Gardiens', '100 €', '50 €'],
    ],
  ] as const;

  it('are a table each where their widths differ, with the title over its own', () => {
    const second = [
      [[], ['Axe 3']],
      [
        [90, 260, 400],
        ['N°', 'Action', 'Coût', 'Valorisé'],
      ],
      [
        [90, 260, 400],
        ['1', 'Tags', '70 €', '70 €'],
      ],
    ] as const;
    const foot = [
      [310, 440],
      ['TOTAL', '170 €', '120 €'],
    ] as const;
    expect(grids(stack(...first, ...second, foot)).map((rows) => rows.map((row) => row[0]))).toEqual([
      ['Axe 1', 'N°', '1'],
      ['Axe 3', 'N°', '1'],
      ['TOTAL'],
    ]);
  });

  it('are one where a column goes on, or where a row only parts its label from its amount', () => {
    const subtotal = [
      [300, 420],
      ['Total axe 1', '100 €', '50 €'],
    ] as const;
    const foot = [[350], ['TOTAL', '100 €']] as const;
    expect(grids(stack(...first, subtotal, foot))).toHaveLength(1);
  });
});
