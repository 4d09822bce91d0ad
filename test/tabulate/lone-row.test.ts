import { expect, it } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, textEndingAt, vertical } from './draw.ts';

const EDGES = [50, 150, 300, 380, 460, 540] as const;

function firstRow(...texts: readonly string[]): string[] {
  const rules = [...frame([50, 100, 540, 140]), horizontal(120, 50, 540), ...EDGES.slice(1, -1).map((x) => vertical(x, 100, 120))];
  const set = (row: readonly string[], y: number) =>
    row.flatMap((text, column) =>
      column < 2 ? textAt((EDGES[column] ?? 0) + 3, y, text) : textEndingAt((EDGES[column + 1] ?? 0) - 3, y, text),
    );
  const words = [...set(['Axe', 'Action', 'Pontanézen', 'Bellevue', 'Keredern'], 105), ...set(texts, 125)];
  const [{ value }] = tabulate([page({ words, rules })]);
  return (value.grids[0]?.cells ?? []).filter(({ row }) => row === 1).map(cellText);
}

it('a lone row under a header has its walls where sums stand in its columns, though one is empty', () => {
  expect(firstRow('Sur-entretien', 'Gardien', '34.000 €', '17.000 €', '')).toEqual([
    'Sur-entretien',
    'Gardien',
    '34.000 €',
    '17.000 €',
    '',
  ]);
});
