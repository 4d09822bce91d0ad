import type { Word } from '../../../model/page.ts';
import { chunkedLines, type Chunk } from '../align/chunks.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';
import { partedAt, withParted } from './parted.ts';
import { isValue } from '../text/value.ts';

/** So many values, and so large a share of what a column holds, make it a column of values. */
const FEWEST_VALUES = 2;
const MOSTLY = 0.6;

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.readings[0].text).join(' ');
}

/** The columns whose cells hold values. */
function valueColumns({ xs, cells }: Lattice, byCell: readonly (readonly Word[])[]): Set<number> {
  const columns = Array.from({ length: xs.length - 1 }, (_, column) => column);
  return new Set(
    columns.filter((column) => {
      const texts = cells.flatMap((cell, index) => {
        const own = at(byCell, index);
        return cell.column === column && cell.columnSpan === 1 && own.length > 0 ? [textOf(own)] : [];
      });
      const values = texts.filter(isValue).length;
      return values >= FEWEST_VALUES && values >= MOSTLY * texts.length;
    }),
  );
}

/**
 * Styles of tables draw no walls in a coloured row of a subtotal. Its figure stands where those of its column do: it has a cell of its own there, and the
 * label what is left.
 */
export function withPricedRows(lattice: Lattice, words: readonly Word[]): Lattice {
  const columns = lattice.xs.length - 1;
  if (columns < 2 || !lattice.cells.some((cell) => cell.columnSpan === columns)) return lattice;
  const { byCell } = placeWords(lattice, words);
  const priced = valueColumns(lattice, byCell);
  if (priced.size === 0) return lattice;
  const cells = lattice.cells.flatMap((cell, index): SpanRect[] => {
    if (cell.columnSpan < columns) return [cell];
    const chunks = chunkedLines(at(byCell, index)).flatMap((line) => line.chunks);
    return partedAt(cell, edgesAround(chunks, priced, lattice.xs));
  });
  return withParted(lattice, cells);
}

/** The edges of the cells of one row, outermost ones included: those around each value that stands alone in a column of values, beside words that do not. */
function edgesAround(chunks: readonly Chunk[], priced: ReadonlySet<number>, xs: readonly number[]): number[] {
  const columns = xs.length - 1;
  const columnOf = ({ box }: Chunk): number | null => {
    const column = xs.findIndex((x, index) => index < columns && box[0] >= x - 1 && box[2] <= at(xs, index + 1) + 1);
    return column < 0 ? null : column;
  };
  const found = chunks.map((chunk) => ({ chunk, column: columnOf(chunk), isPrice: isValue(chunk.text) }));
  const prices = found.filter(({ column, isPrice }) => isPrice && column !== null && priced.has(column));
  const labels = found.filter((each) => !prices.includes(each));
  const taken = prices.flatMap(({ column }) => column ?? []);
  const isApart =
    labels.length > 0 &&
    new Set(taken).size === taken.length &&
    labels.every(({ chunk: { box } }) => taken.every((column) => box[2] <= at(xs, column) + 1 || box[0] >= at(xs, column + 1) - 1));
  if (prices.length === 0 || !isApart) return [0, columns];
  return [...new Set([0, ...taken.flatMap((column) => [column, column + 1]), columns])].sort((a, b) => a - b);
}
