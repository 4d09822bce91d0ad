import { boxAround, type Place } from '../../../model/geometry.ts';
import type { Cell, Table, TextLine } from '../../../model/grid.ts';
import { onBaseline } from '../baseline.ts';
import { joinedLines } from '../joined-lines.ts';
import { tableRows, written } from '../table-rows.ts';
import { keyKind } from './keys.ts';

/**
 * A drawn row of two cells that hold all of a sheet, keys under each other in one and their values in the other: each key with the lines beside and under it, as cells of their own.
 * The row itself where its first cell is anything else.
 */
export function unstacked(row: readonly Cell[]): readonly (readonly Cell[])[] {
  const [keys, values, another] = row;
  if (keys === undefined || values === undefined || another !== undefined || keys.lines.length < 2) return [row];
  const starts = keys.lines.filter((line) => keyKind(line.text) !== null && values.lines.some((value) => onBaseline(line, value)));
  const [first] = starts;
  if (starts.length < 2 || first !== keys.lines[0] || starts.length * 2 < keys.lines.length) return [row];
  const partOf = (cell: Cell, index: number): Cell | null => {
    const [top, bottom] = [starts[index]?.place, starts[index + 1]?.place];
    const isAfter = (line: TextLine, start: Place | undefined): boolean =>
      start !== undefined && (line.place.page > start.page || (line.place.page === start.page && line.place.box[3] > start.box[1] + 1));
    const lines = cell.lines.filter((line) => isAfter(line, top) && !(bottom !== undefined && isAfter(line, bottom)));
    const box = boxAround(lines.map(({ place }) => place.box));
    const [line] = lines;
    if (line === undefined || box === null) return null;
    const text = lines.reduce((whole, { text: own }) => (whole === '' ? own : joinedLines(whole, own)), '');
    const reading = { ...cell.readings[0], text };
    return { ...cell, lines, place: { page: line.place.page, box }, continuations: [], readings: [reading] };
  };
  return starts.map((_, index) => [partOf(keys, index), partOf(values, index)].filter((cell) => cell !== null));
}

/** Whether a drawn row of a table holds keys under each other, their values beside them. */
export function isStacked({ table }: { readonly table?: Table }): boolean {
  if (table === undefined) return false;
  const rows = tableRows(table);
  return Array.from({ length: rows.rowCount }, (_, row) => unstacked(written(rows, row))).some((parts) => parts.length > 1);
}
