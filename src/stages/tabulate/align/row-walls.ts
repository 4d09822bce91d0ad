import { at } from '../lattice.ts';
import type { Chunk } from './chunks.ts';
import type { LaidLine } from './lay.ts';
import { isOneText, isParted } from './links.ts';
import type { RowEdge } from './row-edges.ts';
import type { ColumnBand } from './rows.ts';

/** When more texts than this share run on from row to row, it is not merged cells but rows set as close as lines. */
const FEW = 0.25;

/** Columns whose texts stand at the top of their rows show it so often, and so many times for one that does not. */
const SHOWN = 2;

/** A text that ends this close above the end of its rows, in ems, stands at their foot. */
const AT_FOOT = 0.5;

const isFilled = (entry: LaidLine | undefined, column: number): boolean => (entry?.cells[column] ?? null) !== null;

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
    const filled = (entry: LaidLine): boolean => isFilled(entry, column);
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
  /** Whether the texts of a column begin on the first line of their rows, as those show that end before their rows do; a text beside rows that no edge parts there shows nothing. */
  const isSetAtTop = (column: number): boolean => {
    const own = rows.filter(
      (row, index) =>
        row.length > 1 &&
        (index === 0 || isDrawn(index - 1, column)) &&
        isDrawn(index, column) &&
        row.some((line) => isFilled(line, column)),
    );
    const atTop = own.filter((row) => isFilled(row[0], column) && !isFilled(row.at(-1), column)).length;
    const below = own.filter((row) => !isFilled(row[0], column)).length;
    return atTop >= SHOWN && atTop >= SHOWN * below;
  };
  const setAtTop = columns.map((_, column) => isSetAtTop(column));
  /** Whether the texts of a column, among the rows around that no edge parts there, stand at the foot of them all: no label in their middle. */
  const isAtFoot = (row: number, column: number): boolean => {
    let [from, to] = [row, row + 1];
    while (from > 0 && !isDrawn(from - 1, column)) from -= 1;
    while (to + 1 < rows.length && !isDrawn(to, column)) to += 1;
    const lines = rows.slice(from, to + 1).flat();
    const texts = lines.flatMap((entry) => entry.cells[column] ?? []);
    const all = lines.flatMap((entry) => entry.cells.flatMap((chunk) => chunk ?? []));
    const foot = (chunks: readonly Chunk[]): number => Math.max(...chunks.map(({ box }) => box[3]));
    const half = (Math.min(...all.map(({ box }) => box[1])) + foot(all)) / 2;
    return foot(all) - foot(texts) <= AT_FOOT * Math.max(...lines.map(({ line }) => line.size)) && texts.every(({ box }) => box[1] > half);
  };
  /** A text on the first line of the row below, none in this one: it has nothing to say of this row where texts stand at the top, or when it stands at the foot of both. */
  const beginsBelow = (row: number, column: number): boolean =>
    !(rows[row] ?? []).some((line) => isFilled(line, column)) &&
    isFilled(rows[row + 1]?.[0], column) &&
    (setAtTop[column] === true || isAtFoot(row, column));
  const isMerged = met.filter(Boolean).length <= FEW * met.length;
  return (row, column) => {
    if (drawn[row] === null || drawn[row] === undefined) return !(isMerged && running[column]?.[row] === true);
    if (isDrawn(row, column) || beginsBelow(row, column)) return true;
    const meeting = meetingAt(row, column);
    return meeting !== null && isParted(meeting.above, meeting.below, meeting.size, leading);
  };
}
