import { isValue } from '../text/value.ts';
import type { Word } from '../../../model/page.ts';
import type { Lattice } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Edge } from '../rules/edges.ts';
import { withSplitValues } from './split-values.ts';
import { isFigure, isTotalLabel } from '../text/value.ts';
import { spansOf } from '../rules/spans.ts';
import { makeWalls } from '../rules/walls.ts';
import { edgesBesideTotals } from './beside-totals.ts';
import { besideTexts } from './beside-texts.ts';
import { chunkedLines, type Chunk, type ChunkedLine } from './chunks.ts';
import { inferSeparators } from './columns.ts';
import { rowsBesideCrossingTexts, withoutCrossingTexts } from './crossing-texts.ts';
import { edgesThroughHeads } from './split-heads.ts';
import { groupLabels, inOneGroup, withoutGroupLabels } from './group-labels.ts';
import { medianLineSize } from './sizes.ts';
import { headerLineCount } from './header.ts';
import { layLines, textIn, valueColumns, type LaidLine } from './lay.ts';
import { rowEdges, type RowEdge } from './row-edges.ts';
import { wallsBetween } from './row-walls.ts';
import type { ColumnBand, RowLine } from './rows.ts';
import { withWrappedSpans } from './wrapped-spans.ts';

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
  /** How many of its lines head it, where that is known. */
  readonly headerLines?: number;
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

const middle = (line: { readonly top: number; readonly bottom: number }): number => (line.top + line.bottom) / 2;

/** Share of the values of a column that may be bold for bold to set some off. */
const FEW_BOLD = 0.4;

function rowLineOf(entry: LaidLine, lines: readonly LaidLine[], values: readonly boolean[]): RowLine {
  const { line, cells, spans } = entry;
  const { top, bottom, size } = line;
  return { top, bottom, size, cells, isSpanned: spans.length > 0, isTotal: isTotal(entry, lines, values) };
}

/** Bold words this close above or below a bold value, in ems, are its label. */
const LABEL_NEAR = 0.45;

function isTotal({ line, cells }: LaidLine, lines: readonly LaidLine[], values: readonly boolean[]): boolean {
  const column = cells.findIndex((cell) => cell !== null);
  const isLabelled = lines.some(
    ({ line: other }) =>
      other !== line && other.bold && Math.max(other.top - line.bottom, line.top - other.bottom) < LABEL_NEAR * line.size,
  );
  if (isLabelled) return false;
  if (line.chunks.length !== 1 || !line.bold || values[column] !== true || !isFigure(cells[column]?.text ?? '')) return false;
  // In a table of few rows totals that say so would make bold figures many.
  const isSaid = (other: LaidLine): boolean => other.cells.some((cell) => cell !== null && isTotalLabel(cell.text));
  // A column may hold marks for none only, plain as its amounts would be.
  const written = lines.filter((other) => isValue(textIn(other, column)) && !(other.line !== line && isSaid(other)));
  const bold = written.filter((other) => isBold(other.cells[column] ?? null)).length;
  // The end of a table on its last page may have one row over the total: one of two figures.
  const isEnd = bold === 1 && written.length > 1 && lines.at(-1)?.line === line;
  return isEnd || bold <= FEW_BOLD * written.length;
}

function isBold(chunk: Chunk | null): boolean {
  return chunk?.words.every((word) => word.bold) ?? false;
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

/** The edge of all that stand between two rows: where the widest one lies, and a wall wherever one is drawn. The fill of a merged cell that a page break cuts may end a little above its last row. */
function edgeBetween(between: readonly RowEdge[]): RowEdge | null {
  const drawnColumns = ({ parts }: RowEdge): number => parts.filter(Boolean).length;
  const [first, ...others] = between;
  if (first === undefined) return null;
  const widest = others.reduce((best, edge) => (drawnColumns(edge) > drawnColumns(best) ? edge : best), first);
  return { ...widest, parts: widest.parts.map((_, column) => between.some(({ parts }) => parts[column] === true)) };
}

/** The y edges of rows, and for each between two rows the drawn edge it lies on, if any. Turned words between two rows stand in the upper one: headings. */
function rowBounds(
  rows: readonly (readonly LaidLine[])[],
  edges: readonly RowEdge[],
  turned: readonly Word[],
): { ys: number[]; drawn: (RowEdge | null)[] } {
  const all = rows.flat().map((entry) => entry.line);
  const ys = [Math.min(edges.find((edge) => edge.isFull)?.at ?? Infinity, Math.min(...all.map((line) => line.top)) - 1)];
  const drawn: (RowEdge | null)[] = [];
  rows.slice(1).forEach((below, index) => {
    const end = Math.max(...at(rows, index).map((entry) => middle(entry.line)));
    const start = Math.min(...below.map((entry) => middle(entry.line)));
    const edge = edgeBetween(edges.filter((other) => other.at > end && other.at < start));
    drawn.push(edge);
    const half = (end + start) / 2;
    const isTurned = turned.some(({ box }) => box[1] < half && box[3] > half);
    ys.push(edge?.at ?? (isTurned ? Math.min(...below.map((entry) => entry.line.top)) - 1 : half));
  });
  ys.push(Math.max(edges.findLast((edge) => edge.isFull)?.at ?? -Infinity, Math.max(...all.map((line) => line.bottom)) + 1));
  return { ys, drawn };
}

/** White under a heading, in ems, that the lines of one text do not leave. */
const APART = 0.3;

/** Whether the first lines are headings over columns of values alone, right above the values: the corner over the labels is empty, and no row of theirs goes on in the first row of the body. */
function standsOverValues(lines: readonly LaidLine[], headerLines: number, values: readonly boolean[]): boolean {
  const textsIn = ({ cells }: LaidLine): string[] =>
    cells.flatMap((cell, column) => (cell !== null && values[column] === true ? [cell.text] : []));
  const header = lines.slice(0, headerLines);
  const below = lines.slice(headerLines).find((line) => textsIn(line).length > 0);
  const [last, next] = [header.at(-1)?.line, lines[headerLines]?.line];
  return (
    below !== undefined &&
    last !== undefined &&
    next !== undefined &&
    next.top - last.bottom >= APART * last.size &&
    textsIn(below).every(isValue) &&
    header.every(
      (line) =>
        textsIn(line).length === line.cells.filter((cell) => cell !== null).length && textsIn(line).every((text) => /\p{L}{2}/u.test(text)),
    )
  );
}

/** The columns that the edges over the first line and under the last one leave out. */
function openColumns(
  edges: readonly RowEdge[],
  lines: readonly ChunkedLine[],
  count: number,
): { readonly top: readonly boolean[]; readonly bottom: readonly boolean[] } {
  const above = edges.findLast((edge) => lines.every((line) => edge.at < middle(line)));
  const below = edges.find((edge) => lines.every((line) => edge.at > middle(line)));
  const openAt = (edge: RowEdge | undefined): boolean[] => Array.from({ length: count }, (_, column) => edge?.parts[column] === false);
  return { top: openAt(above), bottom: openAt(below) };
}

/** Reads a region as a table by the alignment of its text; `null` when its text does not stand in columns. */
export function alignedTable(region: Region): AlignedTable | null {
  const lines = withSplitValues(chunkedLines(region.words));
  const inner =
    region.columns.length > 0
      ? region.columns
      : inferSeparators(lines, medianLineSize(lines)).map((separator) => (separator.from + separator.to) / 2);
  const xs = [region.left, ...inner.filter((x) => x > region.left + 2 && x < region.right - 2), region.right];
  const count = xs.length - 1;
  if (count < 2 || lines.length < (region.columns.length > 0 ? 1 : 2)) return null;
  const laid = withWrappedSpans(layLines(lines, xs));
  const edges = rowEdges(region.horizontal, xs, lines);
  const full = edges.filter((edge) => edge.isFull);
  const headerLines =
    region.headerLines ??
    headerLineCount(
      laid,
      valueColumns(laid, count, true),
      lines.map((line) => full.filter((edge) => edge.at < middle(line)).length),
    );
  // What a column holds is told by what stands under its heading.
  const values = valueColumns(laid.slice(headerLines), count);
  const columns = values.map((value, index): ColumnBand => ({ from: at(xs, index), to: at(xs, index + 1), values: value }));
  const through = [...edgesThroughHeads(laid, headerLines, count), ...edgesBesideTotals(laid, headerLines, values)];
  if (through.length > 0 && through.length < count - 1)
    return alignedTable({ ...region, columns: xs.slice(1, -1).filter((_, edge) => !through.includes(edge)) });
  const rowLines = laid.map((line) => rowLineOf(line, laid, values));
  const headsValues = standsOverValues(laid, headerLines, values);
  const bands = lines.map(
    (line, index) => edges.filter((edge) => edge.at < middle(line)).length + (headsValues && index >= headerLines ? 1 : 0),
  );
  const labels = groupLabels(rowLines, columns, edges);
  const unlabelled = withoutGroupLabels(rowLines, labels);
  const grouped = rowsBesideCrossingTexts(withoutCrossingTexts(unlabelled, columns, edges, bands), columns, bands);
  const rows = grouped.rows.map((row) => besideTexts(row.map((index) => at(laid, index))));
  const { ys, drawn } = rowBounds(
    rows,
    edges,
    region.words.filter((word) => word.direction !== 0),
  );
  const joins = rows.map((row) => joinedColumns(row, count));
  const isWall = wallsBetween(rows, drawn, columns, openColumns(edges, lines, count), grouped.leading);
  const walls = makeWalls(
    rows.length,
    count,
    (row, column) => !(at(joins, row)[column] ?? false),
    (row, column) =>
      !inOneGroup(labels, column, Math.min(...at(grouped.rows, row)), Math.max(...at(grouped.rows, row + 1))) && isWall(row, column),
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
  return { lattice, columns, lines: rowLines, headerLines, words };
}
