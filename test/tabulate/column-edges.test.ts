import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { columnEdges } from '../../src/stages/tabulate/align/column-edges.ts';
import { textAt, textEndingAt } from './draw.ts';

const DRAWN = { left: 30, right: 480, horizontal: [], bands: [] };

/** Rows under a heading that ends at 350; their amounts end at `end`. */
function rows(amounts: readonly string[], end: number) {
  return [
    ...textAt(40, 20, 'Actions'),
    ...textAt(290, 20, 'Coût'),
    ...textAt(420, 20, 'Taux'),
    ...textAt(290, 30, 'prévisionnel'),
    ...textAt(290, 40, '(k€)'),
    ...amounts.flatMap((amount, at) => [
      ...textAt(40, 60 + 20 * at, `Action ${String(at)}`),
      ...textEndingAt(end, 60 + 20 * at, amount),
      ...textAt(420, 60 + 20 * at, '80 %'),
    ]),
  ];
}

test('white beside a heading that longer amounts of the column run over parts no columns', () => {
  const short = ['39', '11', '27', '43', '21', '77', '13', '50', '40', '35', '18', '64'];
  const edges = (amounts: readonly string[]) => columnEdges(rows(amounts, 363), DRAWN, chunkedLines([]));
  expect(edges([...short, '101,8', '366,1', '60,4']).filter((x) => x > 300 && x < 410)).toHaveLength(1);
});
