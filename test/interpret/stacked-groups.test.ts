import { expect, test } from 'vitest';
import type { Cell, Table, TextLine } from '../../src/model/grid.ts';
import { tableOf } from '../support/grids.ts';
import { columnsOf } from '../support/read-table.ts';

/** A table whose header cells print the lines of their text at these heights (points under the top of the header). */
function withHeaderAt(table: Table, heights: readonly (readonly number[])[]): Table {
  const cells = table.cells.map((cell): Cell => {
    const own = cell.row === 0 ? heights[cell.column] : undefined;
    if (own === undefined) return cell;
    const lines = cell.lines.map((line, at): TextLine => {
      const [x0, top, x1] = cell.place.box;
      const y = top + (own[at] ?? 0);
      return { ...line, place: { page: line.place.page, box: [x0, y, x1, y + 10] } };
    });
    return { ...cell, lines };
  });
  return { ...table, cells };
}

const table = tableOf(
  ['Action', 'Dépense totale', 'Financement\nBailleur', 'Partenaires', 'Observations'],
  ['Effacement de tags', '900 €', '600 €', '300 €', ''],
);

test('the heading of a group stands over that of its first column, white between them, and heads the column beside it', () => {
  const [, , bailleur, partenaires, observations] = columnsOf(withHeaderAt(table, [[0], [0], [0, 20], [20], [0]]));
  expect([bailleur?.amount?.rubrique, partenaires?.amount?.rubrique]).toEqual(['autre', 'autre']);
  expect(partenaires?.header).toBe('Financement Partenaires');
  expect(observations?.header).toBe('Observations');
});

test('two lines of one heading head their own column alone', () => {
  const [, , , partenaires] = columnsOf(withHeaderAt(table, [[0], [0], [0, 11], [11], [0]]));
  expect(partenaires?.header).toBe('Partenaires');
});
