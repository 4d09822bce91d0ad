import { describe, expect, it } from 'vitest';
import { cellText, type Layout } from '../../src/model/grid.ts';
import { withSpeltHeadings } from '../../src/stages/interpret/spelt-headings.ts';
import { tableOf } from '../support/grids.ts';

function firstRows(...rows: readonly string[][]): string[][] {
  const layout: Layout = { grids: [], blocks: [{ kind: 'table', table: tableOf(...rows) }] };
  return withSpeltHeadings(layout, () => false).blocks.flatMap((block) =>
    block.kind === 'table' ? rows.map((_, row) => block.table.cells.filter((cell) => cell.row === row).map(cellText)) : [],
  );
}

describe('headings of a table read from a picture', () => {
  it('are spelt as headers are, and the rows of the table stay as they were read', () => {
    expect(firstRows(['Intitulé', 'Montant', 'Vatorisée'], ['Abattemert', 'Budgot', ''], ['Abattemert', '500 €', '400 €'])).toEqual([
      ['Intitulé', 'Montant', 'Valorisée'],
      ['Abattement', 'Budget', ''],
      ['Abattemert', '500 €', '400 €'],
    ]);
  });

  it('are none where most cells of the row say something else', () => {
    expect(firstRows(['Nettoyage des halls', 'Abattemert', 'Gardiens de nuit'])).toEqual([
      ['Nettoyage des halls', 'Abattemert', 'Gardiens de nuit'],
    ]);
  });
});
