import type { TableCell } from '../../../test/typeset/index.ts';

/**
 * How many rows a merged cell that starts at `index` covers: up to the next row that starts one of its own.
 * @param starts whether a row prints the cell itself
 */
export function rowsCovered<T>(rows: readonly T[], index: number, starts: (row: T) => boolean): number {
  const next = rows.findIndex((row, at) => at > index && starts(row));
  return (next < 0 ? rows.length : next) - index;
}

/** A cell that stands in no box: the margin beside a table. */
export function margin(text: string, rowSpan: number, size: number): TableCell {
  return { text, rowSpan, borders: 'none', bold: true, size, align: 'center' };
}
