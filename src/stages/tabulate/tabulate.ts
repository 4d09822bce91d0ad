import type { NonEmpty } from '../../model/collections.ts';
import type { Block, Layout } from '../../model/grid.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Page } from '../../model/page.ts';
import { pageBlocks, textLinesOf } from './blocks.ts';
import { joinParts } from './join/join-parts.ts';
import type { PageParts } from './join/part.ts';
import { carriedBy, type Carried } from './align/carried.ts';
import { sistersOf } from './align/sisters.ts';
import { runningLines } from './align/running-lines.ts';
import { repeatedHeaders } from './align/segments.ts';
import { at, latticeBox } from './lattice.ts';
import { byArea } from './page-areas.ts';
import { drawnTables, findTables, type FoundTable } from './page-tables.ts';
import { toPageGrid } from './to-grid.ts';
import { withoutTypedLeaders } from './text/typed-leaders.ts';
import { vocabularyOf } from './text/vocabulary.ts';

/** The table that ends a page: of two side by side, the one that goes further down. */
function lowestOf(tables: readonly FoundTable[]): FoundTable | undefined {
  return tables.reduce<FoundTable | undefined>(
    (low, table) => (low === undefined || latticeBox(table.lattice)[3] >= latticeBox(low.lattice)[3] ? table : low),
    undefined,
  );
}

/** A page with no more lines than this and no table has but the heading of one, which goes on on the next: its columns may be those of the table before. */
const HEADING_LINES = 12;

/**
 * Finds the tables of a document and the text around them, in reading order. Pure; coordinates in points from the top left of the page as displayed.
 * Returns the ways to see it, cheapest first.
 */
export function tabulate(printed: readonly Page[]): NonEmpty<Hypothesis<Layout>> {
  const pages = withoutTypedLeaders(printed);
  const vocabulary = vocabularyOf(pages);
  const drawn = pages.map(drawnTables);
  const headers = repeatedHeaders(drawn);
  const sisters = sistersOf(drawn, headers);
  const running = runningLines(drawn);
  let above: FoundTable | null = null;
  const parts = pages.map((page, index): PageParts => {
    const expected: Carried | null = above === null || above.lattice.drawnColumns ? null : carriedBy(above, sisters);
    const { tables, outside, columns } = findTables(at(drawn, index), above, expected, { headers, sisters, running: at(running, index) });
    above = lowestOf(tables) ?? (at(drawn, index).lines.length <= HEADING_LINES ? above : null);
    return {
      page,
      parts: tables.map((found, index) => ({
        grid: toPageGrid(found, page, index, vocabulary),
        xs: found.lattice.xs,
        ys: found.lattice.ys,
        drawnColumns: found.lattice.drawnColumns,
        openTop: found.lattice.openTop,
        openBottom: found.lattice.openBottom,
        endsRow: found.lattice.endsRow === true,
      })),
      columns,
      lines: byArea(outside, ({ box }) => box, columns).flatMap((words) => textLinesOf(words, page.number)),
    };
  });
  const { grids, tables } = joinParts(parts, vocabulary);
  const blocks: Block[] = parts.flatMap(({ page, lines, columns }) => {
    const own = tables.filter(({ first }) => first.page === page.number);
    const tablesIn = byArea(own, ({ first }) => first.box, columns);
    return byArea(lines, ({ place }) => place.box, columns).flatMap((linesIn, area) => pageBlocks(linesIn, at(tablesIn, area)));
  });
  return [{ value: { grids, blocks }, cost: 0, because: [] }];
}
