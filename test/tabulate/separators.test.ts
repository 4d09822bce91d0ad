import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { inferSeparators } from '../../src/stages/tabulate/align/columns.ts';
import { textAt, textEndingAt } from './draw.ts';

test('many rows of totals, whose labels run over it, do not hide the narrow column of numbers', () => {
  const rows = [1, 2, 3, 4, 5].flatMap((number, index) => {
    const y = 100 + 30 * index;
    const line = [...textAt(50, y, String(number)), ...textAt(80, y, 'Travaux de sécurisation'), ...textEndingAt(400, y, '1 500 €')];
    return [...line, ...textAt(50, y + 15, 'Sous-total axe'), ...textEndingAt(400, y + 15, '3 000 €')];
  });
  const edges = inferSeparators(chunkedLines(rows), 10).map(({ from, to }) => (from + to) / 2);
  expect(edges).toHaveLength(2);
  expect(edges[0]).toBeGreaterThan(55);
  expect(edges[0]).toBeLessThan(80);
});

const edgesOf = (words: Parameters<typeof chunkedLines>[0]): number[] =>
  inferSeparators(chunkedLines(words), 10).map(({ from, to }) => (from + to) / 2);

test('a column of remarks has its edge under its head though a single row has one', () => {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const y = 115 + 15 * index;
    const remark = index === 20 ? textAt(330, y, 'Suivi trimestriel') : [];
    return [...textAt(50, y, 'Travaux de sécurisation'), ...textEndingAt(315, y, '1 500 €'), ...remark];
  }).flat();
  const heads = [...textAt(50, 100, 'Action'), ...textAt(270, 100, 'Dépense'), ...textAt(330, 100, 'Commentaires')];
  expect(edgesOf([...heads, ...rows]).filter((edge) => edge > 315 && edge < 330)).toHaveLength(1);
});

test('bold labels of a heading and the plain values right behind them are two columns, however near', () => {
  const bold = { bold: true };
  const heading = (style: { bold: boolean }) => [
    ...textAt(50, 100, 'Quartier', bold),
    ...textAt(125, 100, 'La Forge', style),
    ...textAt(50, 115, 'Nombre de', bold),
    ...textAt(50, 127, 'logements dans', bold),
    ...textAt(125, 127, '576', style),
    ...textAt(50, 139, 'le quartier', bold),
  ];
  expect(edgesOf(heading({ bold: false })).filter((edge) => edge > 117 && edge < 125)).toHaveLength(1);
  expect(edgesOf(heading(bold))).toEqual([]);
});
