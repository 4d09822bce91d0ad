import { isValue } from '../text/value.ts';
import { at } from '../lattice.ts';
import { withCentredValues } from './centred-values.ts';
import type { Chunk } from './chunks.ts';
import type { RowEdge } from './row-edges.ts';
import { groupRows, type ColumnBand, type RowLine, type Rows } from './rows.ts';

/** Lines of one text leave less white than this between them, in ems. */
const ONE_TEXT = 0.6;

/** A text runs over an edge that lies this far inside it, in points. */
const INSIDE = 1.5;

interface Held {
  readonly line: number;
  readonly chunk: Chunk;
}

/** The texts of a column: its lines as far as no white parts them. */
function textsOf(lines: readonly RowLine[], column: number): Held[][] {
  const texts: Held[][] = [];
  lines.forEach(({ cells, size }, line) => {
    const chunk = cells[column] ?? null;
    if (chunk === null) return;
    const last = texts.at(-1)?.at(-1);
    if (last !== undefined && chunk.box[1] - last.chunk.box[3] < ONE_TEXT * size) texts.at(-1)?.push({ line, chunk });
    else texts.push([{ line, chunk }]);
  });
  return texts;
}

/**
 * Lines of a table without the texts that run over an edge which is not drawn in their column, or stand between two such: the label of merged cells stands at no row's height, and says nothing about where
 * the rows beside it begin. Only where the edges part row from row (no two values of a column between two of them). `edges`: all edges that part rows; `bands`: how many of them stand above each line.
 */
export function withoutCrossingTexts(
  lines: readonly RowLine[],
  columns: readonly ColumnBand[],
  edges: readonly RowEdge[],
  bands: readonly number[],
): RowLine[] {
  const holdsOneRow = (band: number): boolean =>
    columns.every(
      ({ values }, column) =>
        !values ||
        lines.filter(({ cells }, line) => {
          const chunk = cells[column] ?? null;
          return bands[line] === band && chunk !== null && isValue(chunk.text);
        }).length <= 1,
    );
  /** Whether a text stands beside those of the only row of a band, neither edge of which is drawn in its column: its cell is one with those above and below. */
  const standsBetween = (text: readonly Held[], column: number): boolean => {
    const [top, bottom] = [Math.min(...text.map(({ chunk }) => chunk.box[1])), Math.max(...text.map(({ chunk }) => chunk.box[3]))];
    const [above, below] = [edges.findLast((edge) => edge.at < (top + bottom) / 2), edges.find((edge) => edge.at > (top + bottom) / 2)];
    const band = bands[text[0]?.line ?? -1] ?? 0;
    if (above?.parts[column] !== false || below?.parts[column] !== false || !holdsOneRow(band)) return false;
    const beside = lines.filter(
      ({ cells }, line) => bands[line] === band && cells.some((cell, other) => cell !== null && other !== column),
    );
    const white = ONE_TEXT * Math.max(...text.map(({ line }) => at(lines, line).size));
    return beside.length > 0 && beside.every((line) => line.top - bottom < white && top - line.bottom < white);
  };
  const crossing = columns.map((_, column) => {
    const own = new Set<number>();
    for (const text of textsOf(lines, column)) {
      const [first, last] = [text[0], text.at(-1)];
      if (first === undefined || last === undefined) continue;
      const [top, bottom] = [first.chunk.box[1] + INSIDE, last.chunk.box[3] - INSIDE];
      const crossed = edges.flatMap((edge, band) => (edge.at > top && edge.at < bottom ? [{ edge, band }] : []));
      const isCrossing = crossed.every(({ edge, band }) => edge.parts[column] === false && holdsOneRow(band) && holdsOneRow(band + 1));
      if (crossed.length > 0 ? isCrossing : standsBetween(text, column)) for (const { line } of text) own.add(line);
    }
    return own;
  });
  const kept = lines.map((line, index) => ({
    ...line,
    cells: line.cells.map((cell, column) => (crossing[column]?.has(index) === true ? null : cell)),
  }));
  // A line without anything else would be a row of its own; where it is all that a band holds, it is one.
  return kept.map((line, index) =>
    kept.some(({ cells }, other) => bands[other] === bands[index] && cells.some((cell) => cell !== null)) ? line : at(lines, index),
  );
}

/** Groups lines into rows; a line that holds only part of a crossing text (no cell is left) goes with a line beside it. */
export function rowsBesideCrossingTexts(lines: readonly RowLine[], columns: readonly ColumnBand[], bands: readonly number[]): Rows {
  const held = lines.flatMap(({ cells }, index) => (cells.some((cell) => cell !== null) ? [index] : []));
  const { rows, leading } = groupRows(
    held.map((index) => at(lines, index)),
    columns,
    held.map((index) => at(bands, index)),
  );
  const own = rows.map((row) => row.map((index) => at(held, index)));
  const middle = (index: number): number => (at(lines, index).top + at(lines, index).bottom) / 2;
  lines.forEach((_, index) => {
    if (held.includes(index)) return;
    const distance = (row: readonly number[]): number => Math.min(...row.map((other) => Math.abs(middle(other) - middle(index))));
    const near = own.filter((row) => bands[row[0] ?? -1] === bands[index]);
    near.reduce<number[] | null>((best, row) => (best === null || distance(row) < distance(best) ? row : best), null)?.push(index);
  });
  const whole = own.map((row) => row.sort((a, b) => a - b));
  return { rows: withCentredValues(whole, lines, bands), leading };
}
