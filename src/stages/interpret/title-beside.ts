import { cellText, type Cell } from '../../model/grid.ts';
import { sectionTitle, totalLabel } from './labels.ts';

/** How far (ems) the middle of a text lies from that of the amounts beside it when they do not stand in one line. */
const OFF_LINE = 0.6;

/** The title of a section in a row of figures but not in their line: the table of alignment took it for their label. */
export function titleBeside(
  labels: readonly { readonly cell: Cell }[],
  starting: readonly { readonly cell: Cell }[],
): { readonly cell: Cell; readonly isAbove: boolean } | null {
  const [first] = labels;
  if (first === undefined || sectionTitle(cellText(first.cell)) === null || totalLabel(cellText(first.cell)) !== null) return null;
  const middle = (cell: Cell): number | null => {
    const [line] = cell.lines;
    return line === undefined ? null : (line.place.box[1] + line.place.box[3]) / 2;
  };
  const own = middle(first.cell);
  const others = starting.flatMap(({ cell }) => (cell === first.cell ? [] : (middle(cell) ?? [])));
  const near = OFF_LINE * (first.cell.lines[0]?.size ?? 10);
  if (own === null || others.length === 0 || others.some((other) => Math.abs(other - own) <= near)) return null;
  return { cell: first.cell, isAbove: others.every((other) => other > own) };
}
