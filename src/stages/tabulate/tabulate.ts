import type { NonEmpty } from '../../model/collections.ts';
import type { Block, Layout, PageGrid, Table } from '../../model/grid.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Page } from '../../model/page.ts';
import { pageBlocks, textLinesOf } from './blocks.ts';
import { findTables } from './pageTables.ts';
import { toPageGrid } from './toGrid.ts';
import { vocabularyOf } from './text/vocabulary.ts';

function single(grid: PageGrid): Table {
  return { parts: [grid], rowCount: grid.rowCount, columnCount: grid.columnCount, cells: grid.cells, ruling: grid.ruling };
}

/**
 * Finds the tables of a document and the text around them, in reading order. Pure; coordinates in points from the top left of the page as displayed.
 * Returns the ways to see it, cheapest first.
 */
export function tabulate(pages: readonly Page[]): NonEmpty<Hypothesis<Layout>> {
  const vocabulary = vocabularyOf(pages);
  const grids: PageGrid[] = [];
  const blocks: Block[] = [];
  for (const page of pages) {
    const { tables, outside } = findTables(page);
    const own = tables.map((found, index) => toPageGrid(found, page, index, vocabulary));
    grids.push(...own);
    blocks.push(
      ...pageBlocks(
        textLinesOf(outside, page.number),
        own.map((grid) => ({ grid, table: single(grid) })),
      ),
    );
  }
  return [{ value: { grids, blocks }, cost: 0, because: [] }];
}
