import type { Word } from '../../../model/page.ts';
import { chunkedLines } from '../align/chunks.ts';
import { inferSeparators } from '../align/columns.ts';
import { medianLineSize } from '../align/sizes.ts';
import { isValue } from '../text/value.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';

/** Fewer lines than this in columns of their own are chance. */
const LEAST_LINES = 3;
/** Share of the lines of a drawn column that must show the inner columns, and of each inner column's entries that must be values. */
const MOSTLY = 0.6;

/** Edges that part columns of values inside one drawn column; none when it is one column. */
function innerEdges(lattice: Lattice, column: number, wordsOf: (cell: number) => readonly Word[]): number[] {
  const words = lattice.cells.flatMap((cell, index) => (cell.column === column && cell.columnSpan === 1 ? wordsOf(index) : []));
  const lines = chunkedLines(words);
  if (lines.length < LEAST_LINES) return [];
  const edges = inferSeparators(lines, medianLineSize(lines))
    .filter((separator) => separator.support >= Math.max(LEAST_LINES, MOSTLY * lines.length))
    .map((separator) => (separator.from + separator.to) / 2);
  if (edges.length === 0) return [];
  const header = lattice.ys.length > 3 ? at(lattice.ys, 1) : -Infinity;
  const body = lines.filter((line) => (line.top + line.bottom) / 2 > header);
  const bounds = [-Infinity, ...edges, Infinity];
  const mostlyValues = bounds.slice(1).every((to, index) => {
    const from = at(bounds, index);
    const texts = body.flatMap((line) =>
      line.chunks.filter((chunk) => chunk.box[0] >= from - 1 && chunk.box[2] <= to + 1).map((chunk) => chunk.text),
    );
    return texts.filter(isValue).length >= MOSTLY * texts.length && texts.length >= LEAST_LINES;
  });
  return mostlyValues ? edges : [];
}

/** Parts drawn columns in which several columns of values stand side by side without a rule between them. */
export function withMissingColumns(lattice: Lattice, words: readonly Word[]): Lattice {
  const placed = placeWords(lattice, words);
  const xs: number[] = [];
  const first: number[] = [];
  for (let column = 0; column + 1 < lattice.xs.length; column += 1) {
    first.push(xs.length);
    xs.push(at(lattice.xs, column), ...innerEdges(lattice, column, (cell) => at(placed.byCell, cell)));
  }
  first.push(xs.length);
  xs.push(at(lattice.xs, lattice.xs.length - 1));
  if (xs.length === lattice.xs.length) return lattice;
  const cells = lattice.cells.flatMap((cell, index): SpanRect[] => {
    const column = at(first, cell.column);
    const columnSpan = at(first, cell.column + cell.columnSpan) - column;
    const inner = xs.slice(column + 1, column + columnSpan);
    const isCut = inner.some((x) => at(placed.byCell, index).some((word) => word.box[0] < x - 1.5 && word.box[2] > x + 1.5));
    if (cell.columnSpan > 1 || isCut) return [{ ...cell, column, columnSpan }];
    return Array.from({ length: columnSpan }, (_, offset) => ({ ...cell, column: column + offset, columnSpan: 1 }));
  });
  return { ...lattice, xs, cells, ruling: 'partial', confidence: Math.min(lattice.confidence, 0.9) };
}
