import { bandOf, latticeBox } from '../lattice.ts';
import { mostAlike } from './most-alike.ts';
import type { AlignedTable } from './table.ts';
import { hasLeaders, isBullet, isMoney, isValue } from '../text/value.ts';

/** What speaks for a table besides its alignment. */
export interface Evidence {
  /** Edges drawn across the region. */
  readonly edges: number;
  /** Background bands in the region. */
  readonly fills: number;
  /** It begins with a header line that the document repeats. */
  readonly isHeaded: boolean;
  /** It stands at the top of a page in the columns of the table that ends the page before. */
  readonly isCarried: boolean;
  /** Its bold header stands under a title of its own. */
  readonly isTitled: boolean;
  /** Nothing in columns stands below it on its page. */
  readonly isLast: boolean;
}

/** Rows with more lines than this on average are paragraphs. */
const TALL = 6;
/** Texts longer than this (characters a line) fill columns of prose. */
const PROSE = 38;

/** Long texts in several columns are those of a table where so large a share of the rows has a value in one column. */
const PRICED = 0.7;

/** Largest share of entries whose left, right or middle stands at one x. */
function alignment(boxes: readonly (readonly number[])[]): number {
  const shareOf = (positions: readonly number[]): number => (mostAlike(positions, 2)?.count ?? 0) / Math.max(1, positions.length);
  return Math.max(
    shareOf(boxes.map((box) => box[0] ?? 0)),
    shareOf(boxes.map((box) => box[2] ?? 0)),
    shareOf(boxes.map((box) => ((box[0] ?? 0) + (box[2] ?? 0)) / 2)),
  );
}

interface ColumnFacts {
  readonly entries: number;
  readonly values: number;
  readonly bullets: number;
  readonly meanLength: number;
  readonly aligned: number;
}

function factsOf(table: AlignedTable, column: number): ColumnFacts {
  const chunks = table.lines.slice(table.headerLines).flatMap((line) => line.cells[column] ?? []);
  return {
    entries: chunks.length,
    values: chunks.filter((chunk) => isValue(chunk.text)).length,
    bullets: chunks.filter((chunk) => isBullet(chunk.text)).length,
    meanLength: chunks.reduce((sum, chunk) => sum + chunk.text.length, 0) / Math.max(1, chunks.length),
    aligned: alignment(chunks.map((chunk) => chunk.box)),
  };
}

/** The text of a table reaches over most of its width; the legend of a chart does not. */
function fillsWidth(table: AlignedTable): boolean {
  const boxes = table.lines.flatMap((line) => line.cells.flatMap((cell) => (cell === null ? [] : [cell.box])));
  const reach = Math.max(...boxes.map((box) => box[2])) - Math.min(...boxes.map((box) => box[0]));
  const [left, , right] = latticeBox(table.lattice);
  return reach >= 0.6 * (right - left);
}

/** Whether the last column counts pages: whole numbers that never go down, as in a table of contents without dots. */
function isContents(table: AlignedTable): boolean {
  const numbers = table.lines.flatMap((line) => line.cells[1]?.text ?? []);
  return numbers.every((text, index) => /^\d{1,3}$/u.test(text) && Number(text) >= Number(numbers[index - 1] ?? 0));
}

/** A header names so many columns at least; one set apart by a fill and the rules around it names fewer. */
const NAMED = 3;
const NAMED_APART = 2;
const APART = 3;

/** The dash of an amount that is none. */
const DASH = /^[-–—−]$/u;

/**
 * A header of several names over rows with words and money: a table, though the page ends after its first row. Under a header set apart that names every column, the dash of an
 * amount that is none will do.
 */
function isHeadedPrice(table: AlignedTable, { edges, fills }: Evidence): boolean {
  const [header, body] = [table.lines.slice(0, table.headerLines), table.lines.slice(table.headerLines)];
  const texts = (lines: AlignedTable['lines'], column: number): string[] => lines.flatMap((line) => line.cells[column]?.text ?? []);
  const named = table.columns.filter((_, column) => texts(header, column).some((text) => /\p{L}{2}/u.test(text)));
  const isApart = edges + fills >= APART && fills > 0;
  const isDashed = isApart && named.length >= NAMED && named.length === table.columns.length;
  const isPrice = (text: string): boolean => isMoney(text) || (isDashed && DASH.test(text));
  const priced = table.columns.filter((_, column) => column > 0 && texts(body, column).some(isPrice));
  const hasWords = body.some((line) => line.cells.some((cell) => /\p{L}{3}/u.test(cell?.text ?? '')));
  const least = isApart ? NAMED_APART : NAMED;
  return named.length >= least && named.length >= table.columns.length - 1 && priced.length > 0 && hasWords;
}

/** The columns with text, for each row below the header. */
function bodyRows(table: AlignedTable): Set<number>[] {
  const rows = new Map<number, Set<number>>();
  for (const line of table.lines.slice(table.headerLines)) {
    const row = bandOf(table.lattice.ys, (line.top + line.bottom) / 2);
    const columns = rows.get(row) ?? new Set<number>();
    line.cells.forEach((cell, column) => (cell === null ? columns : columns.add(column)));
    rows.set(row, columns);
  }
  return [...rows.values()];
}

/**
 * How sure it is that aligned text is a table, 0…1 (0: it is not). Prose in columns, lists, tables of contents and address blocks are not; without any
 * drawn help only columns of values make a table.
 */
export function tableConfidence(table: AlignedTable, evidence: Evidence): number {
  const columnCount = table.columns.length;
  const rows = table.lattice.ys.length - 1;
  const body = table.lines.slice(table.headerLines);
  if (evidence.isCarried && rows === 1 && table.lines.length === 1) return 0.8;
  if (columnCount < 2 || rows < 2 || body.length < 1) return 0;
  const leaders = table.lines.filter((line) => line.cells.some((cell) => cell !== null && hasLeaders(cell.text))).length;
  if (leaders >= 0.3 * table.lines.length) return 0;
  if (evidence.isHeaded) return 0.9;
  const facts = table.columns.map((_, column) => factsOf(table, column));
  const [first] = facts;
  if (first === undefined) return 0;
  const isList = columnCount === 2 && first.bullets >= 0.7 * first.entries;
  if (isList) return 0;
  const used = facts.filter((column) => column.entries > 0);
  const prose = facts.filter((column) => column.entries >= 3 && column.meanLength > PROSE).length;
  const filledRows = bodyRows(table);
  const several = filledRows.filter((columns) => columns.size > 1).length;
  const valueColumns = facts.filter((column, index) => index > 0 && column.values >= 2 && column.values >= 0.6 * column.entries);
  if (evidence.isCarried && several >= 0.5 * filledRows.length && valueColumns.length > 0) return 0.8;
  const strong = valueColumns.filter((column) => evidence.isTitled || (column.values >= 3 && column.aligned >= 0.6));
  if (evidence.edges + evidence.fills >= 2) {
    const isText = body.length > TALL * filledRows.length && prose > 0.5 * used.length;
    if (used.length < Math.max(2, 0.5 * columnCount) || isText) return 0;
    if (valueColumns.length > 0) return 0.9;
    if (!fillsWidth(table)) return 0;
    if (evidence.isLast && isHeadedPrice(table, evidence)) return 0.8;
    return evidence.edges >= 3 && several >= 0.4 * filledRows.length && (prose < columnCount - 1 || evidence.edges >= 5) ? 0.75 : 0;
  }
  if (columnCount === 2 && isContents(table)) return 0;
  if (evidence.isTitled && evidence.isLast && isHeadedPrice(table, evidence)) return 0.8;
  const enough = evidence.edges + evidence.fills === 1 || evidence.isTitled ? 2 : 3;
  if (strong.length === 0 && !(enough === 2 && valueColumns.length > 1)) return 0;
  if (several < enough || several < 0.4 * filledRows.length) return 0;
  const isPriced = facts.some(
    (column, index) => strong.includes(column) && filledRows.filter((own) => own.has(index)).length >= PRICED * filledRows.length,
  );
  if ((prose > 1 && !isPriced && !evidence.isTitled) || prose >= columnCount - strong.length + 1) return 0;
  return Math.min(0.88, 0.55 + 0.05 * strong.length + 0.02 * several + (enough === 2 ? 0.1 : 0));
}
