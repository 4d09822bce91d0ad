import type { Word } from '../../../model/page.ts';
import { at, bandOf, type Lattice, type SpanRect } from '../lattice.ts';

/** Cells of a table with what stands in each. */
export interface Filled {
  readonly lattice: Lattice;
  readonly words: readonly (readonly Word[])[];
}

const isTurned = ({ direction }: Word): boolean => direction !== 0;

/** The height between the upright words of a cell over several columns and the turned ones under them, which head more than one of these; `null` where it holds no such headings. */
function heightBetween({ columnSpan }: SpanRect, words: readonly Word[], { xs }: Lattice): number | null {
  const turned = words.filter(isTurned);
  const headed = new Set(turned.map(({ box }) => bandOf(xs, (box[0] + box[2]) / 2)));
  const foot = Math.max(...words.filter((word) => !isTurned(word)).map(({ box }) => box[3]));
  const top = Math.min(...turned.map(({ box }) => box[1]));
  return columnSpan > 1 && headed.size > 1 && foot > -Infinity && foot <= top ? (foot + top) / 2 : null;
}

/** A table whose turned headings stand in a row of their own, each over its column, under the heading of their group: rows are told by upright lines alone, and these have none there. */
export function withTurnedRow({ lattice, words }: Filled): Filled {
  const row = lattice.cells.find((cell, index) => heightBetween(cell, at(words, index), lattice) !== null)?.row;
  if (row === undefined) return { lattice, words };
  const heights = lattice.cells.flatMap((cell, index) => (cell.row === row ? (heightBetween(cell, at(words, index), lattice) ?? []) : []));
  const y = Math.max(...heights);
  const cells: SpanRect[] = [];
  const placed: (readonly Word[])[] = [];
  lattice.cells.forEach((cell, index) => {
    const own = at(words, index);
    const add = (part: SpanRect, held: readonly Word[]): void => {
      cells.push(part);
      placed.push(held);
    };
    if (cell.row > row) add({ ...cell, row: cell.row + 1 }, own);
    else if (cell.row + cell.rowSpan <= row) add(cell, own);
    else if (cell.row < row || cell.rowSpan > 1 || heightBetween(cell, own, lattice) === null)
      add({ ...cell, rowSpan: cell.rowSpan + 1 }, own);
    else {
      add(
        cell,
        own.filter((word) => !isTurned(word)),
      );
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        add(
          { row: row + 1, column, rowSpan: 1, columnSpan: 1 },
          own.filter((word) => isTurned(word) && bandOf(lattice.xs, (word.box[0] + word.box[2]) / 2) === column),
        );
    }
  });
  return { lattice: { ...lattice, ys: [...lattice.ys.slice(0, row + 1), y, ...lattice.ys.slice(row + 1)], cells }, words: placed };
}
