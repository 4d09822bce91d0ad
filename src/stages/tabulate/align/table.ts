import type { Word } from '../../../model/page.ts';
import type { Lattice } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Edge } from '../rules/edges.ts';
import { spansOf } from '../rules/spans.ts';
import { makeWalls } from '../rules/walls.ts';
import { isValue } from '../text/value.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import { inferSeparators } from './columns.ts';
import { medianLineSize } from './sizes.ts';
import { headerLineCount, headerRows } from './header.ts';
import { layLines, textIn, valueColumns, type LaidLine } from './lay.ts';
import { rowEdges, type RowEdge } from './row-edges.ts';
import { groupRows, type ColumnBand, type RowLine } from './rows.ts';
import { leadingOf } from './white.ts';

/** A part of a page that may hold a table, with the edges drawn in it. */
export interface Region {
  readonly words: readonly Word[];
  /** Left and right border; the text's own extent when not drawn. */
  readonly left: number;
  readonly right: number;
  /** Row edges drawn across the region or part of it. */
  readonly horizontal: readonly Edge[];
  /** Column edges known from elsewhere (fills, a header row); found by alignment when empty. */
  readonly columns: readonly number[];
}

/** A table found by alignment, before it is decided whether it is one. */
export interface AlignedTable {
  readonly lattice: Lattice;
  readonly columns: readonly ColumnBand[];
  readonly lines: readonly RowLine[];
  /** Number of lines that only head the table. */
  readonly headerLines: number;
  /** The words of each cell, in the order of the lattice's cells. */
  readonly words: readonly (readonly Word[])[];
}

/** When at most this share of the bands between drawn edges hold several values of one column, each band is a row. */
const FEW = 0.3;

/** Lines that reach so far (ems) into each other stand beside each other. */
const BESIDE = 0.2;

const middle = (line: { readonly top: number; readonly bottom: number }): number => (line.top + line.bottom) / 2;

/** Runs of neighbouring indices with the same key. */
function runsBy(indices: readonly number[], key: (index: number) => number): number[][] {
  const runs: number[][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run !== undefined && key(at(run, 0)) === key(index)) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** Whether lines between two edges are texts centred beside a longer one: they stand at different heights, and no column has two values. */
function isCentred(lines: readonly LaidLine[]): boolean {
  const isBeside = lines.some((entry, index) => {
    const above = lines[index - 1];
    return above !== undefined && entry.line.top < above.line.bottom - BESIDE * entry.line.size;
  });
  const columns = Math.max(0, ...lines.map((entry) => entry.cells.length));
  const isStacked = Array.from({ length: columns }, (_, column) => lines.filter((entry) => isValue(textIn(entry, column))).length).some(
    (values) => values > 1,
  );
  return isBeside && !isStacked;
}

/** The lines of each row, top to bottom, as indices. */
function rowsOf(laid: readonly LaidLine[], columns: readonly ColumnBand[], headerLines: number, edges: readonly RowEdge[]): number[][] {
  const bandOf = (index: number): number => edges.filter((edge) => edge.at < middle(at(laid, index).line)).length;
  const indices = laid.map((_, index) => index);
  const rowLine = (index: number): RowLine => ({ ...pick(at(laid, index).line), cells: at(laid, index).cells });
  const leading = leadingOf(indices.map(rowLine), columns.length);
  const header = runsBy(indices.slice(0, headerLines), bandOf).flatMap((band) =>
    headerRows(band.map((index) => at(laid, index))).map((row) => row.map((position) => at(band, position))),
  );
  const bands = runsBy(indices.slice(headerLines), bandOf).map((members) => ({
    members,
    rows: groupRows(members.map(rowLine), columns, leading).map((group) => group.map((position) => at(members, position))),
  }));
  const isStacked = (members: readonly number[]): boolean =>
    columns.some((column, position) => column.values && members.filter((index) => isValue(textIn(at(laid, index), position))).length > 1);
  const isRuled = bands.length >= 3 && bands.filter((band) => isStacked(band.members)).length <= FEW * bands.length;
  const isOne = (members: readonly number[]): boolean => isRuled || isCentred(members.map((index) => at(laid, index)));
  return [...header, ...bands.flatMap((band) => (isOne(band.members) ? [band.members] : band.rows))];
}

function pick(line: ChunkedLine): { top: number; bottom: number; size: number } {
  return { top: line.top, bottom: line.bottom, size: line.size };
}

/** For each column edge inside the table whether a text of the row runs over it (and no line of the row has texts on both sides). */
function joinedColumns(lines: readonly LaidLine[], columns: number): boolean[] {
  const joins = Array.from({ length: columns }, () => false);
  for (const span of lines.flatMap((entry) => entry.spans)) {
    const parted = lines.some((entry) => entry.cells.slice(span.from, span.to + 1).filter((cell) => cell !== null).length > 1);
    if (!parted) for (let column = span.from; column < span.to; column += 1) joins[column] = true;
  }
  return joins;
}

/** The y edges of rows, and for each between two rows the drawn edge it lies on, if any. */
function rowBounds(rows: readonly (readonly LaidLine[])[], edges: readonly RowEdge[]): { ys: number[]; drawn: (RowEdge | null)[] } {
  const all = rows.flat().map((entry) => entry.line);
  const ys = [Math.min(edges.find((edge) => edge.isFull)?.at ?? Infinity, Math.min(...all.map((line) => line.top)) - 1)];
  const drawn: (RowEdge | null)[] = [];
  rows.slice(1).forEach((below, index) => {
    const end = Math.max(...at(rows, index).map((entry) => middle(entry.line)));
    const start = Math.min(...below.map((entry) => middle(entry.line)));
    const edge = edges.find((other) => other.at > end && other.at < start) ?? null;
    drawn.push(edge);
    ys.push(edge?.at ?? (end + start) / 2);
  });
  ys.push(Math.max(edges.findLast((edge) => edge.isFull)?.at ?? -Infinity, Math.max(...all.map((line) => line.bottom)) + 1));
  return { ys, drawn };
}

/** Reads a region as a table by the alignment of its text; `null` when its text does not stand in columns. */
export function alignedTable(region: Region): AlignedTable | null {
  const lines = chunkedLines(region.words);
  const inner =
    region.columns.length > 0
      ? region.columns
      : inferSeparators(lines, medianLineSize(lines)).map((separator) => (separator.from + separator.to) / 2);
  const xs = [region.left, ...inner.filter((x) => x > region.left + 2 && x < region.right - 2), region.right];
  const count = xs.length - 1;
  if (count < 2 || lines.length < 2) return null;
  const laid = layLines(lines, xs);
  const values = valueColumns(laid, count);
  const columns = values.map((value, index): ColumnBand => ({ from: at(xs, index), to: at(xs, index + 1), values: value }));
  const edges = rowEdges(region.horizontal, xs, lines);
  const full = edges.filter((edge) => edge.isFull);
  const headerLines = headerLineCount(
    laid,
    values,
    lines.map((line) => full.filter((edge) => edge.at < middle(line)).length),
  );
  const rows = rowsOf(laid, columns, headerLines, edges).map((row) => row.map((index) => at(laid, index)));
  const { ys, drawn } = rowBounds(rows, edges);
  const joins = rows.map((row) => joinedColumns(row, count));
  const walls = makeWalls(
    rows.length,
    count,
    (row, column) => !(at(joins, row)[column] ?? false),
    (row, column) => drawn[row]?.parts[column] ?? true,
  );
  const cells = spansOf(xs, ys, walls);
  const words = cells.map((cell) =>
    rows
      .slice(cell.row, cell.row + cell.rowSpan)
      .flatMap((row) =>
        row.flatMap((entry) => entry.cells.slice(cell.column, cell.column + cell.columnSpan).flatMap((chunk) => chunk?.words ?? [])),
      ),
  );
  const lattice: Lattice = {
    xs,
    ys,
    cells,
    ruling: region.horizontal.length > 0 ? 'partial' : 'none',
    confidence: 0.8,
    drawnColumns: false,
    openTop: false,
    openBottom: false,
  };
  const rowLines = laid.map((entry): RowLine => ({ ...pick(entry.line), cells: entry.cells }));
  return { lattice, columns, lines: rowLines, headerLines, words };
}
