import type { Word } from '../../../model/page.ts';
import { at, bandOf, type Lattice, type SpanRect } from '../lattice.ts';
import { printedLines } from '../text/lines.ts';
import { isValue } from '../text/value.ts';
import type { Filled } from './turned-row.ts';

/** White between the heading of a group and those under it, which the lines of one heading do not leave, in ems. */
const APART = 0.6;

/** The height of the white in the words of a cell that parts the heading of a group from one under it; `null` where they are one text. */
function whiteIn(words: readonly Word[]): number | null {
  const lines = printedLines(words.filter(({ direction }) => direction === 0));
  const index = lines.findIndex((line, at) => at > 0 && line.box[1] - (lines[at - 1]?.box[3] ?? Infinity) >= APART * line.size);
  const [above, below] = [lines[index - 1], lines[index]];
  return above === undefined || below === undefined ? null : (above.box[3] + below.box[1]) / 2;
}

const isAbove = (y: number, { box }: Word): boolean => (box[1] + box[3]) / 2 < y;

/** The columns that words reach into, as a cell of a row. */
function spanOf(words: readonly Word[], row: number, { xs }: Lattice): SpanRect {
  const slack = 1;
  const column = bandOf(xs, Math.min(...words.map(({ box }) => box[0])) + slack);
  const last = bandOf(xs, Math.max(...words.map(({ box }) => box[2])) - slack);
  return { row, column, rowSpan: 1, columnSpan: last - column + 1 };
}

/**
 * A table whose first row is two of headings: groups of groups ("Bilans précédents" over "Bilan 2022" and "Bilan 2023") beside headings of several lines, which reach over both. Told by the white between the two in one
 * of its cells, while another holds a heading of the lower row alone, and a row with more headings below.
 */
export function withStackedHeads(found: Filled): Filled {
  const { lattice, words } = found;
  const first = lattice.cells
    .flatMap((cell, index) => (cell.row === 0 ? [{ cell, own: at(words, index) }] : []))
    .filter(({ own }) => own.length > 0);
  const below = lattice.cells.flatMap((cell, index) => (cell.row === 1 && at(words, index).length > 0 ? [at(words, index)] : []));
  const heights = first.flatMap(({ own }) => whiteIn(own) ?? []);
  const [y] = heights;
  const textOf = (own: readonly Word[]): string => own.map((word) => word.readings[0].text).join(' ');
  if (y === undefined || below.length <= first.length / 2 || below.some((own) => isValue(textOf(own)))) return found;
  const isStacked = (own: readonly Word[]): boolean => whiteIn(own) !== null;
  const isUnder = (own: readonly Word[]): boolean => own.every((word) => !isAbove(y, word));
  const crosses = ({ box }: Word): boolean => box[1] < y && box[3] > y;
  const stacked = first.filter(({ own }) => isStacked(own));
  const areClear = stacked.every(({ own }) => !own.some(crosses) && !isUnder(own));
  const lower = first.filter(({ own }) => isStacked(own) || isUnder(own));
  if (
    !areClear ||
    lower.length < 2 ||
    lower.length === stacked.length ||
    lattice.cells.some(
      (cell, index) => cell.row === 0 && cell.rowSpan > 1 && (at(words, index).length === 0 || lower.some((other) => other.cell === cell)),
    )
  )
    return found;
  const filled: { readonly cell: SpanRect; readonly own: readonly Word[] }[] = [];
  const add = (cell: SpanRect, own: readonly Word[]): void => {
    filled.push({ cell, own });
  };
  const reached = first.filter(({ own }) => !isStacked(own) && !isUnder(own));
  for (const { cell, own } of reached) add({ ...cell, rowSpan: cell.rowSpan + 1 }, own);
  for (const row of [0, 1]) {
    const texts = lower.map(({ own }) => own.filter((word) => isAbove(y, word) === (row === 0))).filter((own) => own.length > 0);
    const taken = new Set(reached.flatMap(({ cell }) => Array.from({ length: cell.columnSpan }, (_, at) => cell.column + at)));
    for (const own of texts) {
      const span = spanOf(own, row, lattice);
      const columns = Array.from({ length: span.columnSpan }, (_, index) => span.column + index).filter((column) => !taken.has(column));
      const [column] = columns;
      if (column === undefined) return found;
      add({ ...span, column, columnSpan: columns.length }, own);
      for (const other of columns) taken.add(other);
    }
    for (let column = 0; column < lattice.xs.length - 1; column += 1)
      if (!taken.has(column)) add({ row, column, rowSpan: 1, columnSpan: 1 }, []);
  }
  lattice.cells.forEach((cell, index) => {
    if (cell.row > 0) add({ ...cell, row: cell.row + 1 }, at(words, index));
  });
  filled.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const ys = [at(lattice.ys, 0), y, ...lattice.ys.slice(1)];
  return { lattice: { ...lattice, ys, cells: filled.map(({ cell }) => cell) }, words: filled.map(({ own }) => own) };
}
