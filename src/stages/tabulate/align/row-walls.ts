import { at } from '../lattice.ts';
import type { Chunk } from './chunks.ts';
import type { LaidLine } from './lay.ts';
import { isOneText, isParted } from './links.ts';
import type { RowEdge } from './row-edges.ts';
import type { ColumnBand } from './rows.ts';

/** When more texts than this share run on from row to row, it is not merged cells but rows set as close as lines. */
const FEW = 0.25;

/** The texts on both sides of a row's end in one column, as far as no edge stands between them there. */
interface Meeting {
  readonly above: Chunk;
  readonly below: Chunk;
  readonly size: number;
}

/**
 * For each row and column whether its cell ends where the row does. An edge that stops short of a column lets cells run over several rows there, unless their texts are set
 * apart; without any edge a cell runs over rows when its text does. `drawn`: the edge between each row and the next, if any; `leading` in font sizes.
 */
export function wallsBetween(
  rows: readonly (readonly LaidLine[])[],
  drawn: readonly (RowEdge | null)[],
  columns: readonly ColumnBand[],
  leading: number | null,
): (row: number, column: number) => boolean {
  const isDrawn = (row: number, column: number): boolean => drawn[row]?.parts[column] ?? true;
  const meetingAt = (row: number, column: number): Meeting | null => {
    const filled = (entry: LaidLine): boolean => (entry.cells[column] ?? null) !== null;
    let from = row;
    while (from > 0 && drawn[from - 1] !== null && !isDrawn(from - 1, column)) from -= 1;
    const last = rows
      .slice(from, row + 1)
      .flat()
      .findLast(filled);
    const first = rows[row + 1]?.find(filled);
    const [above, below] = [last?.cells[column], first?.cells[column]];
    if (above === undefined || above === null || below === undefined || below === null) return null;
    return { above, below, size: Math.max(first?.line.size ?? 0, last?.line.size ?? 0) };
  };
  const running = columns.map((column, position) =>
    drawn.map((edge, row) => {
      const meeting = edge !== null || column.values ? null : meetingAt(row, position);
      return meeting === null ? null : isOneText(meeting.above, meeting.below, at(columns, position), meeting.size, leading);
    }),
  );
  const met = running.flat().filter((runs) => runs !== null);
  const isMerged = met.filter(Boolean).length <= FEW * met.length;
  return (row, column) => {
    if (drawn[row] === null || drawn[row] === undefined) return !(isMerged && running[column]?.[row] === true);
    if (isDrawn(row, column)) return true;
    const meeting = meetingAt(row, column);
    return meeting !== null && isParted(meeting.above, meeting.below, meeting.size, leading);
  };
}
