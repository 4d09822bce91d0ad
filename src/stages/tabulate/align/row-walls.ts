import { at } from '../lattice.ts';
import { isFigure, isTotalLabel } from '../text/value.ts';
import type { Chunk } from './chunks.ts';
import type { LaidLine } from './lay.ts';
import { isOneText, isParted } from './links.ts';
import type { RowEdge } from './row-edges.ts';
import type { ColumnBand } from './rows.ts';

/** When more texts than this share run on from row to row, it is not merged cells but rows set as close as lines. */
const FEW = 0.25;

/** Columns whose texts stand at the top of their rows show it so often, and so many times for one that does not. */
const SHOWN = 2;

/** A text as high as its row begins within this of it, in font sizes. */
const ON_TOP = 0.3;

/** White between the lines of one label, in heights of a line. */
const ONE_TEXT = 0.6;

/** The middle of a label of several rows lies within this share of their height from theirs, or within a line. */
const OFF_MIDDLE = 0.1;

const isFilled = (entry: LaidLine | undefined, column: number): boolean => (entry?.cells[column] ?? null) !== null;

/** The upper and lower side of some texts together. */
function sidesOf(chunks: readonly Chunk[]): [number, number] {
  return [Math.min(...chunks.map(({ box }) => box[1])), Math.max(...chunks.map(({ box }) => box[3]))];
}

/** The texts on both sides of a row's end in one column, as far as no edge stands between them there. */
interface Meeting {
  readonly above: Chunk;
  readonly below: Chunk;
  readonly size: number;
}

/**
 * For each row and column whether its cell ends where the row does. An edge that stops short of a column lets cells run over several rows there, unless their texts are set
 * apart; without any edge a cell runs over rows when its text does. `drawn`: the edge between each row and the next, if any; `open`: the columns whose first or last cell no edge ends, for a
 * page break cuts it; `leading` in font sizes.
 */
export function wallsBetween(
  rows: readonly (readonly LaidLine[])[],
  drawn: readonly (RowEdge | null)[],
  columns: readonly ColumnBand[],
  open: { readonly top: readonly boolean[]; readonly bottom: readonly boolean[] },
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
  /** Whether edges end a cell of this row and column above and below. */
  const isClosed = (index: number, column: number): boolean => (index === 0 || isDrawn(index - 1, column)) && isDrawn(index, column);
  /** The lines of a row without those that only labels of several rows stand on. */
  const ownLines = (row: readonly LaidLine[], index: number): readonly LaidLine[] =>
    row.filter((line) => columns.some((_, column) => isFilled(line, column) && isClosed(index, column)));
  /** Whether the texts of a column begin as high as their rows do, as those show that end before their rows; a text beside rows that no edge parts there shows nothing. */
  const isSetAtTop = (column: number): boolean => {
    let [atTop, below] = [0, 0];
    rows.forEach((row, index) => {
      const lines = isClosed(index, column) ? ownLines(row, index) : [];
      const own = lines.flatMap((line) => line.cells[column] ?? []);
      if (lines.length < 2 || own.length === 0) return;
      const size = Math.max(...lines.map(({ line }) => line.size));
      const [top, bottom] = sidesOf(lines.flatMap((line) => line.cells.flatMap((chunk) => chunk ?? [])));
      const [from, to] = sidesOf(own);
      if (from - top > ON_TOP * size) below += 1;
      else if (bottom - to > ONE_TEXT * size) atTop += 1;
    });
    return atTop >= SHOWN && atTop >= SHOWN * below;
  };
  const setAtTop = columns.map((_, column) => isSetAtTop(column));
  /** Whether the text that begins below a row stands out of the middle of the empty rows above it and its own, down to the next text: no label of them all. */
  const isOffMiddle = (row: number, column: number): boolean => {
    const isOpen = (index: number): boolean => drawn[index] !== null && !isDrawn(index, column);
    const textsOf = (index: number): readonly Chunk[] => (rows[index] ?? []).flatMap((entry) => entry.cells[column] ?? []);
    let [from, to] = [row, row + 1];
    while (from > 0 && isOpen(from - 1) && textsOf(from - 1).length === 0) from -= 1;
    const goesOn = (next: Chunk | undefined, before: Chunk | undefined): boolean =>
      next === undefined || before === undefined || next.box[1] - before.box[3] <= ONE_TEXT * (next.box[3] - next.box[1]);
    let last = textsOf(to).at(-1);
    while (to + 1 < rows.length && isOpen(to) && goesOn(textsOf(to + 1)[0], last)) {
      to += 1;
      last = textsOf(to).at(-1) ?? last;
    }
    const own = rows.slice(from, to + 1).flat();
    const texts = own.flatMap((entry) => entry.cells[column] ?? []);
    const all = own.flatMap((entry) => entry.cells.flatMap((chunk) => chunk ?? []));
    const [top, bottom] = sidesOf(all);
    const [above, below] = sidesOf(texts);
    const size = Math.max(...own.map(({ line }) => line.size));
    const off = (above + below - top - bottom) / 2;
    // The middle of a cell that a page break cuts lies nearer to the break.
    const isCut = off < 0 ? from === 0 && open.top[column] === true : to === rows.length - 1 && open.bottom[column] === true;
    return !isCut && Math.abs(off) > Math.max(size, OFF_MIDDLE * (bottom - top));
  };
  /** A text on the first line of the row below, none in this one: it has nothing to say of this row where texts stand at the top, or when it stands in the middle of no rows. */
  const beginsBelow = (row: number, column: number): boolean =>
    !(rows[row] ?? []).some((line) => isFilled(line, column)) &&
    isFilled(rows[row + 1]?.[0], column) &&
    (setAtTop[column] === true || isOffMiddle(row, column));
  /** A total with its figure beside its label, over a row that has a figure and nothing under the label: the label is that of no row but its own. */
  const endsTotal = (row: number, column: number): boolean => {
    const hasFigure = (line: LaidLine): boolean => line.cells.some((chunk) => chunk !== null && isFigure(chunk.text));
    const [own, next] = [rows[row] ?? [], rows[row + 1] ?? []];
    const isTotal = (line: LaidLine): boolean => isTotalLabel(line.cells[column]?.text ?? '') && hasFigure(line);
    return own.some(isTotal) && next.some(hasFigure) && !next.some((line) => isFilled(line, column));
  };
  const isMerged = met.filter(Boolean).length <= FEW * met.length;
  return (row, column) => {
    if (drawn[row] === null || drawn[row] === undefined) return !(isMerged && running[column]?.[row] === true);
    if (isDrawn(row, column) || beginsBelow(row, column) || endsTotal(row, column)) return true;
    const meeting = meetingAt(row, column);
    return meeting !== null && isParted(meeting.above, meeting.below, meeting.size, leading);
  };
}
