import { overlap } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import type { Edge } from '../rules/edges.ts';
import { chunkedLines, type Chunk, type ChunkedLine } from './chunks.ts';
import { inferSeparators } from './columns.ts';
import { groupRows, type ColumnBand, type RowLine } from './rows.ts';
import { isValue } from '../text/value.ts';

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

/** An edge that covers this share of the region's width parts rows in all columns. */
const FULL_WIDTH = 0.7;
/** Share of a column's entries that must be values for a column of values. */
const MOSTLY = 0.6;

export function medianSize(lines: readonly ChunkedLine[]): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 10;
}

interface Laid {
  readonly line: ChunkedLine;
  /** One entry a column; a spanning text stands in its first. */
  readonly cells: (Chunk | null)[];
  /** Texts over several columns: first and last column. */
  readonly spans: { readonly from: number; readonly to: number }[];
}

function merged(a: Chunk | null, b: Chunk): Chunk {
  if (a === null) return b;
  return {
    box: [Math.min(a.box[0], b.box[0]), Math.min(a.box[1], b.box[1]), Math.max(a.box[2], b.box[2]), Math.max(a.box[3], b.box[3])],
    text: `${a.text} ${b.text}`,
    words: [...a.words, ...b.words],
  };
}

/** Texts that begin within this of each other begin at one x, in points. */
const SAME_START = 1.2;

/** For each column, the x where most of its texts begin; `null` where they do not begin together. */
function startsOf(lines: readonly ChunkedLine[], xs: readonly number[]): (number | null)[] {
  return xs.slice(0, -1).map((from, column) => {
    const to = at(xs, column + 1);
    const starts = lines.flatMap((line) =>
      line.chunks.filter((chunk) => chunk.box[0] >= from - 2 && chunk.box[2] <= to + 2).map((chunk) => chunk.box[0]),
    );
    const alike = (x: number): number => starts.filter((other) => Math.abs(other - x) <= SAME_START).length;
    const best = starts.reduce<number | null>((most, x) => (most === null || alike(x) > alike(most) ? x : most), null);
    return best !== null && alike(best) >= Math.max(3, MOSTLY * starts.length) ? best : null;
  });
}

/**
 * Puts the chunks of a line into columns; a chunk whose words all keep clear of a column edge is cut there, and so is one that leaves hardly any white
 * where the texts of the next column begin.
 */
function layLine(line: ChunkedLine, xs: readonly number[], starts: readonly (number | null)[]): Laid {
  const columns = xs.length - 1;
  const cells: (Chunk | null)[] = Array.from({ length: columns }, () => null);
  const spans: { from: number; to: number }[] = [];
  const columnAt = (x: number): number => {
    let column = 0;
    while (column < columns - 1 && x >= at(xs, column + 1)) column += 1;
    return column;
  };
  for (const chunk of line.chunks) {
    let piece: Chunk | null = null;
    let from = 0;
    let to = 0;
    const flush = (): void => {
      if (piece === null) return;
      cells[from] = merged(cells[from] ?? null, piece);
      if (to > from) spans.push({ from, to });
    };
    for (const word of chunk.words) {
      const own: Chunk = { box: word.box, text: word.readings[0].text, words: [word] };
      const slack = Math.min(1.5, 0.2 * (word.box[2] - word.box[0]));
      const [first, last] = [columnAt(word.box[0] + slack), columnAt(word.box[2] - slack)];
      const begins: boolean = starts.some((x, column) => x !== null && column > from && Math.abs(word.box[0] - x) <= SAME_START);
      const gap: number = piece === null ? 0 : word.box[0] - (piece as Chunk).box[2];
      const keeps: boolean = piece !== null && !begins && (first === to || (first < last && first <= to) || gap < 0.45 * line.size);
      if (keeps) {
        piece = merged(piece, own);
        to = Math.max(to, last);
      } else {
        flush();
        piece = own;
        from = first;
        to = last;
      }
    }
    flush();
  }
  return { line, cells, spans };
}

function valueColumns(laid: readonly Laid[], columns: number): boolean[] {
  return Array.from({ length: columns }, (_, column) => {
    const texts = laid.flatMap((entry) => {
      const cell = entry.cells[column] ?? null;
      return cell === null || entry.spans.some((span) => span.from === column) ? [] : [cell.text];
    });
    const values = texts.filter(isValue).length;
    return values >= 2 && values >= MOSTLY * texts.length;
  });
}

/** Of the lines above the first values (given with it) those of the heading: the bold ones, or those above the widest white. */
function headingEnd(lines: readonly Laid[]): number {
  const plain = lines.findIndex((entry) => !entry.line.bold);
  if (plain > 0) return plain;
  let end = lines.length - 1;
  let widest = -Infinity;
  lines.forEach((entry, index) => {
    const above = lines[index - 1];
    const gap = above === undefined ? -Infinity : entry.line.top - above.line.bottom;
    if (gap >= widest + 0.1 * entry.line.size || (gap > widest && index === lines.length - 1)) {
      widest = gap;
      end = index;
    }
  });
  return end;
}

/** Number of leading lines that head the table: those above the first drawn edge across it, or above the first values. */
function headerLineCount(laid: readonly Laid[], values: readonly boolean[], bands: readonly number[]): number {
  const isValued = (entry: Laid): boolean => values.some((value, column) => value && isValue(entry.cells[column]?.text ?? ''));
  const firstBand = bands[0] ?? 0;
  const count = bands.filter((band) => band === firstBand).length;
  if (count < laid.length && count <= 6) {
    const head = laid.slice(0, count);
    const stacked = values.some(
      (value, column) =>
        value && head.filter((entry) => /\d/u.test(entry.cells[column]?.text ?? '') && isValue(entry.cells[column]?.text ?? '')).length > 1,
    );
    if (!stacked) return count;
  }
  const first = laid.findIndex(isValued);
  return first === -1 || first > 6 ? 0 : headingEnd(laid.slice(0, first + 1));
}

/** Header lines as rows: a line with text over several columns is a row of its own, above the headings it covers. */
function headerRows(laid: readonly Laid[]): number[][] {
  const rows: number[][] = [];
  let open = false;
  laid.forEach((entry, index) => {
    const spanning = entry.spans.length > 0;
    if (rows.length === 0 || spanning || !open) rows.push([index]);
    else rows.at(-1)?.push(index);
    open = !spanning;
  });
  return rows;
}

function boundary(above: readonly Laid[], below: readonly Laid[], edges: readonly number[]): number {
  const middle = (entry: Laid): number => (entry.line.top + entry.line.bottom) / 2;
  const [end, start] = [Math.max(...above.map(middle)), Math.min(...below.map(middle))];
  return edges.find((edge) => edge > end && edge < start) ?? (end + start) / 2;
}

/** Reads a region as a table by the alignment of its text; `null` when its text does not stand in columns. */
export function alignedTable(region: Region): AlignedTable | null {
  const lines = chunkedLines(region.words);
  const size = medianSize(lines);
  const inner =
    region.columns.length > 0 ? region.columns : inferSeparators(lines, size).map((separator) => (separator.from + separator.to) / 2);
  if (inner.length === 0 || lines.length < 2) return null;
  const xs = [region.left, ...inner.filter((x) => x > region.left + 2 && x < region.right - 2), region.right];
  const starts = startsOf(lines, xs);
  const laid = lines.map((line) => layLine(line, xs, starts));
  const width = region.right - region.left;
  const edges = region.horizontal
    .filter((edge) => overlap(edge.from, edge.to, region.left, region.right) >= FULL_WIDTH * width)
    .map((edge) => edge.at)
    .sort((a, b) => a - b);
  const bands = lines.map((line) => edges.filter((edge) => edge < (line.top + line.bottom) / 2).length);
  const values = valueColumns(laid, xs.length - 1);
  const columns = values.map((value, index): ColumnBand => ({ from: at(xs, index), to: at(xs, index + 1), values: value }));
  const rowLines = laid.map((entry): RowLine => ({
    top: entry.line.top,
    bottom: entry.line.bottom,
    size: entry.line.size,
    cells: entry.cells,
  }));
  const headerLines = headerLineCount(laid, values, bands);
  const groups: number[][] = headerRows(laid.slice(0, headerLines));
  const byBand = new Map<number, number[]>();
  for (let index = headerLines; index < laid.length; index += 1)
    byBand.set(bands[index] ?? 0, [...(byBand.get(bands[index] ?? 0) ?? []), index]);
  const split = [...byBand.values()].map((members) => ({
    members,
    rows: groupRows(
      members.map((index) => at(rowLines, index)),
      columns,
    ).map((group) => group.map((index) => at(members, index))),
  }));
  const single = split.filter((band) => band.rows.length === 1).length;
  const ruledRows = split.length >= 3 && single >= MOSTLY * split.length;
  for (const band of split) groups.push(...(ruledRows ? [band.members] : band.rows));
  const ys = [Math.min(edges[0] ?? Infinity, Math.min(...lines.map((line) => line.top)) - 1)];
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    if (next !== undefined)
      ys.push(
        boundary(
          group.map((line) => at(laid, line)),
          next.map((line) => at(laid, line)),
          edges,
        ),
      );
  });
  ys.push(Math.max(edges.at(-1) ?? -Infinity, Math.max(...lines.map((line) => line.bottom)) + 1));
  const cells = groups.flatMap((group, row): SpanRect[] =>
    rowCells(
      row,
      group.map((line) => at(laid, line)),
      xs.length - 1,
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
  const words = cells.map((cell) =>
    at(groups, cell.row).flatMap((line) =>
      at(laid, line)
        .cells.slice(cell.column, cell.column + cell.columnSpan)
        .flatMap((chunk) => chunk?.words ?? []),
    ),
  );
  return { lattice, columns, lines: rowLines, headerLines, words };
}

/** The cells of a row: one a column, but for text over several columns. */
function rowCells(row: number, lines: readonly Laid[], columns: number): SpanRect[] {
  const joins = Array.from({ length: columns }, () => false);
  for (const span of lines.flatMap((entry) => entry.spans)) {
    const parted = lines.some((entry) => entry.cells.slice(span.from, span.to + 1).filter((cell) => cell !== null).length > 1);
    if (!parted) for (let column = span.from + 1; column <= span.to; column += 1) joins[column] = true;
  }
  const cells: SpanRect[] = [];
  for (let column = 0; column < columns;) {
    let end = column + 1;
    while (end < columns && joins[end] === true) end += 1;
    cells.push({ row, column, rowSpan: 1, columnSpan: end - column });
    column = end;
  }
  return cells;
}
