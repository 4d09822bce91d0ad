import type { Cell } from '../../model/grid.ts';
import type { Band } from './bands.ts';
import { cellsOver, type TableRows } from './table-rows.ts';

/** White between a group's heading and the headings under it, which the lines of one heading do not leave, in ems. */
const APART = 0.6;
/** Lines whose tops differ by less than this stand at one height, in points. */
const LEVEL = 2;

const topOf = ({ place }: Cell['lines'][number]): number => place.box[1];

/** The lines of a heading above the white that parts it from the heading under it in the same cell, and the height of the latter. */
function upperPart({ lines }: Cell): { readonly lines: Cell['lines']; readonly below: number } | null {
  const index = lines.findIndex((line, at) => at > 0 && topOf(line) - (lines[at - 1]?.place.box[3] ?? Infinity) >= APART * line.size);
  const next = lines[index];
  return next === undefined ? null : { lines: lines.slice(0, index), below: topOf(next) };
}

/**
 * For each column the heading of its group where that stands in the cell of the group's first column, over the heading of the latter, and white is all that parts them: "Financement" over
 * "Bailleur", "Partenaires" beside it at the height of "Bailleur". None for most.
 */
export function stackedGroups(rows: TableRows, band: Band): readonly (readonly Cell[])[] {
  const headings = Array.from({ length: rows.columnCount }, (_, column) => {
    const cells = cellsOver(rows, band.header.from, band.header.to, column).filter(({ lines }) => lines.length > 0);
    return cells.length === 1 && cells[0]?.columnSpan === 1 ? cells[0] : null;
  });
  let group: { readonly cell: Cell; readonly below: number } | null = null;
  return headings.map((heading) => {
    const first = heading?.lines[0];
    if (heading === null || first === undefined) {
      group = null;
      return [];
    }
    if (group !== null && Math.abs(topOf(first) - group.below) <= LEVEL) return [group.cell];
    const upper = upperPart(heading);
    const text = upper?.lines.map((line) => line.text).join(' ') ?? '';
    group = upper === null ? null : { cell: { ...heading, lines: upper.lines, readings: [{ text, cost: 0 }] }, below: upper.below };
    return [];
  });
}
