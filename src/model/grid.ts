import type { NonEmpty } from './collections.ts';
import type { Box, Place } from './geometry.ts';
import type { Direction, Reading } from './page.ts';

/** One line of text as printed: words on one baseline, one space between them. */
export interface TextLine {
  readonly place: Place;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly direction: Direction;
  /** Figures of it that were read in several ways, or are in doubt. */
  readonly unsure?: readonly UnsureFigure[];
}

/** A figure that a picture may show otherwise, its surest reading first. */
export interface UnsureFigure {
  readonly box: Box;
  readonly readings: NonEmpty<Reading>;
}

/** A cell of a {@link PageGrid} or of a {@link Table}; row and column count from 0; spans are at least 1. */
export interface Cell {
  /** Unique in its document and the same whenever the same bytes are read: `p<page>t<table>r<row>c<column>`. */
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell's area (its rules, or the band its row and column leave it), not only its ink. */
  readonly place: Place;
  /** For a cell cut by a page break: its further parts, in page order. Empty otherwise. */
  readonly continuations: readonly Place[];
  /** Printed lines, top to bottom; empty for an empty cell. */
  readonly lines: readonly TextLine[];
  /** The cell's whole text, lines joined by one space (hyphenated line ends joined), surest reading first; `''` when empty. */
  readonly readings: NonEmpty<Reading>;
  /** All of its words are bold. */
  readonly bold: boolean;
  /** It has a background of its own, darker than the page. */
  readonly shaded: boolean;
  /** A line is drawn through all of its figures. */
  readonly struck?: boolean | undefined;
  /** The side of the page runs through its figures. */
  readonly cut?: boolean | undefined;
}

/** How much the page drew of a table: all borders, some, or none (alignment alone). */
export type Ruling = 'full' | 'partial' | 'none';

/** A table as it stands on one page: one page's part where a table runs over several. */
export interface PageGrid {
  readonly page: number;
  /** Index among the tables of its page, top to bottom, from 0. */
  readonly index: number;
  readonly box: Box;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  readonly ruling: Ruling;
  /** Set when this part goes on from an earlier page. */
  readonly continues: { readonly page: number; readonly index: number } | null;
  /** 0…1: how sure the reader is of rows and columns. */
  readonly confidence: number;
}

/**
 * A whole table: the parts of one or several pages joined. Repeated header rows of later parts are dropped, a cell cut by the page
 * break is one cell with `continuations`. Never fewer rows than its parts show, those repeated headers apart.
 */
export interface Table {
  readonly parts: NonEmpty<PageGrid>;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  readonly ruling: Ruling;
}

/** What stands on the pages, in reading order: lines of text outside tables, and tables (at the place of their first part). */
export type Block = { readonly kind: 'text'; readonly line: TextLine } | { readonly kind: 'table'; readonly table: Table };

/** One way to see the document as text and tables. */
export interface Layout {
  readonly grids: readonly PageGrid[];
  readonly blocks: readonly Block[];
}

/** The surest text of a cell. */
export function cellText(cell: Cell): string {
  return cell.readings[0].text;
}
