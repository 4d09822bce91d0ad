import type { Box } from '../../../model/geometry.ts';
import { overlap } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import type { Edge } from '../rules/edges.ts';
import type { Band } from './bands.ts';
import type { Carried } from './carried.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import { expectedColumns } from './expected-columns.ts';
import { isFigure } from '../text/value.ts';
import { isHeader } from './segments.ts';
import type { AlignedTable } from './table.ts';

/** What helps to find tables in text that no grid encloses. */
export interface Hints {
  readonly horizontal: readonly Edge[];
  /** Vertical edges that belong to no grid. */
  readonly vertical: readonly Edge[];
  readonly bands: readonly Band[];
  /** The columns of the table that ends the page before, when they were found by alignment: it may go on here. */
  readonly expected: Carried | null;
  /** How many lines of the page stand above a height. */
  readonly linesAbove: (y: number) => number;
  /** A header line that the document repeats and a table here begins with. */
  readonly header: string | null;
  /** The lines of all tables under that header. */
  readonly sisters: readonly ChunkedLine[];
}

/** A page header has at most so many lines. */
export const PAGE_HEADER = 3;

/** More vertical edges than this inside a region, and it is a drawing (a chart with its axes and bars). */
const DRAWING = 3;

export function isDrawing(hints: Hints, [left, top, right, bottom]: Box): boolean {
  const inside = hints.vertical.filter((edge) => edge.at > left + 6 && edge.at < right - 6 && overlap(edge.from, edge.to, top, bottom) > 0);
  return inside.length >= DRAWING;
}

/** The lines of the sisters of a table whose words are given: those under its header, if the table has it. */
export function sistersOf(words: readonly Word[], hints: Hints): readonly ChunkedLine[] {
  const { header, sisters } = hints;
  return header !== null && chunkedLines(words).some((line) => isHeader(line.chunks, header)) ? sisters : [];
}

/** The column edges of the table that ends the page before, where it goes on here (nothing but a page header stands above) or a table with its header stands here. */
export function carriedColumns(
  words: readonly Word[],
  region: { readonly left: number; readonly right: number; readonly isOpen: boolean },
  hints: Hints,
): readonly number[] {
  const top = Math.min(...words.map((word) => word.box[1]));
  const isSister = hints.header !== null && hints.expected?.lines.has(hints.header) === true && sistersOf(words, hints).length > 0;
  const isAlike = hints.linesAbove(top) <= PAGE_HEADER || isSister;
  return isAlike ? expectedColumns(words, region, hints.expected) : [];
}

/** A row of groups may stand above the header line, on so many lines at most. */
const GROUP_LINES = 2;

/** Whether the first lines of a table are the header line that the document repeats; a row of groups above it is no header yet where no row with a value stands below. */
export function isHeaded(table: AlignedTable, header: string | null): boolean {
  if (header === null) return false;
  const index = table.lines.findIndex((line) => isHeader(line.cells, header));
  if (index < 0 || index < Math.max(1, table.headerLines)) return index >= 0;
  return (
    index <= GROUP_LINES && table.lines.slice(index + 1).some((line) => line.cells.some((cell) => cell !== null && isFigure(cell.text)))
  );
}
