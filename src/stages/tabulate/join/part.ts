import type { PageGrid, TextLine } from '../../../model/grid.ts';
import type { Page } from '../../../model/page.ts';
import type { PageColumns } from '../page-areas.ts';

/** One page's part of a table with what the join needs to know of its surroundings. */
export interface Part {
  readonly grid: PageGrid;
  /** Column edges, ascending; one more than the grid has columns. */
  readonly xs: readonly number[];
  /** Row edges, ascending; one more than the grid has rows. */
  readonly ys: readonly number[];
  /** Column edges are drawn, not found by alignment. */
  readonly drawnColumns: boolean;
  /** The upper or lower border is not drawn: what a page break leaves of a cell it cuts. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** The lower border ends a row: it is left out under the merged cells alone, which go on. */
  readonly endsRow: boolean;
}

/** A page as the join sees it. */
export interface PageParts {
  readonly page: Page;
  readonly parts: readonly Part[];
  /** Where it is set in two columns, top to bottom. */
  readonly columns: readonly PageColumns[];
  /** Text outside tables, in reading order. */
  readonly lines: readonly TextLine[];
}
