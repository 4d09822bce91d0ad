import type { Word } from '../../../model/page.ts';
import { chunkedLines, type Chunk } from '../align/chunks.ts';
import { groupRows, type ColumnBand, type RowLine } from '../align/rows.ts';
import { isValue } from '../text/value.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';

/** A table with more drawn rows than this draws all of its rows, unless nearly all of them hold several. */
const FEW_ROWS = 3;
const NEARLY_ALL = 0.6;
const LABELLED = 0.8;
const FEWEST_TITLES = 2;

function joinedChunk(chunks: readonly Chunk[]): Chunk | null {
  const [first, ...rest] = chunks;
  if (first === undefined) return null;
  return rest.reduce<Chunk>(
    (sum, chunk) => ({
      box: [
        Math.min(sum.box[0], chunk.box[0]),
        Math.min(sum.box[1], chunk.box[1]),
        Math.max(sum.box[2], chunk.box[2]),
        Math.max(sum.box[3], chunk.box[3]),
      ],
      text: `${sum.text} ${chunk.text}`,
      words: [...sum.words, ...chunk.words],
    }),
    first,
  );
}

/** The y edges that part the rows inside one drawn row; none when it is one row. */
function innerEdges(lattice: Lattice, row: number, wordsOf: (cell: number) => readonly Word[]): number[] {
  const own = lattice.cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.row === row && cell.rowSpan === 1);
  if (own.length < 2 || own[0]?.cell.column !== 0) return [];
  const words = own.flatMap(({ index }) => wordsOf(index));
  const byWord = new Map<Word, number>();
  own.forEach(({ index }, position) => wordsOf(index).forEach((word) => byWord.set(word, position)));
  const lines = chunkedLines(words).map((line): RowLine => {
    const pieces = line.chunks.flatMap((chunk) => chunk.words);
    const cells = own.map((_, position) => {
      const mine = pieces.filter((word) => byWord.get(word) === position);
      return joinedChunk(mine.map((word) => ({ box: word.box, text: word.readings[0].text, words: [word] })));
    });
    return { top: line.top, bottom: line.bottom, size: line.size, cells, isSpanned: false, isTotal: false };
  });
  if (lines.length < 2) return [];
  const columns = own.map(({ cell }, position): ColumnBand => {
    const texts = lines.flatMap((line) => line.cells[position]?.text ?? []);
    const values = texts.filter(isValue).length;
    return {
      from: at(lattice.xs, cell.column),
      to: at(lattice.xs, cell.column + cell.columnSpan),
      values: values >= 2 && values >= 0.6 * texts.length,
    };
  });
  if (!columns.slice(1).some((column) => column.values)) return [];
  const { rows: groups } = groupRows(
    lines,
    columns,
    lines.map(() => 0),
  );
  const labelled = groups.filter((group) => group.some((index) => (lines[index]?.cells[0] ?? null) !== null)).length;
  const valued = groups.filter((group) =>
    group.some((index) => columns.some((column, position) => column.values && isValue(lines[index]?.cells[position]?.text ?? ''))),
  ).length;
  const stacked = groups.some((group) =>
    columns.some(
      (column, position) => column.values && group.filter((index) => isValue(lines[index]?.cells[position]?.text ?? '')).length > 1,
    ),
  );
  if (groups.length < 2 || stacked || labelled < LABELLED * groups.length || valued < 0.6 * groups.length) return [];
  const middle = (index: number): number => (at(lines, index).top + at(lines, index).bottom) / 2;
  return groups.slice(1).map((group, position) => (Math.max(...at(groups, position).map(middle)) + Math.min(...group.map(middle))) / 2);
}

function withEdges(lattice: Lattice, edges: ReadonlyMap<number, readonly number[]>): Lattice {
  const first: number[] = [];
  const ys: number[] = [];
  for (let row = 0; row + 1 < lattice.ys.length; row += 1) {
    first.push(ys.length);
    ys.push(at(lattice.ys, row), ...(edges.get(row) ?? []));
  }
  first.push(ys.length);
  ys.push(at(lattice.ys, lattice.ys.length - 1));
  const cells = lattice.cells.flatMap((cell): SpanRect[] => {
    const row = at(first, cell.row);
    const rowSpan = at(first, cell.row + cell.rowSpan) - row;
    if (cell.rowSpan > 1) return [{ ...cell, row, rowSpan }];
    return Array.from({ length: rowSpan }, (_, offset) => ({ ...cell, row: row + offset, rowSpan: 1 }));
  });
  return { ...lattice, ys, cells, ruling: 'partial', confidence: Math.min(lattice.confidence, 0.9) };
}

/** Every drawn row is parted from the next by a title as wide as the table, but the last: the lines are those of the titles, not of the items between. */
function drawsTitlesAlone({ xs, ys, cells }: Lattice): boolean {
  const titles = new Set(cells.filter(({ columnSpan, rowSpan }) => columnSpan === xs.length - 1 && rowSpan === 1).map(({ row }) => row));
  const rows = ys.length - 1;
  const unparted = Array.from({ length: rows - 1 }, (_, row) => row).filter((row) => !titles.has(row) && !titles.has(row + 1));
  return titles.size >= FEWEST_TITLES && unparted.every((row) => row === rows - 2);
}

/**
 * Parts drawn rows that hold several rows by the alignment of their values with labels. Only where the page draws hardly any rows (a frame, a header rule,
 * column rules), or draws groups of rows throughout: in a table that draws its rows, amounts stacked in one cell stay one cell.
 */
export function withMissingRows(lattice: Lattice, words: readonly Word[]): Lattice {
  const placed = placeWords(lattice, words);
  const edges = new Map<number, readonly number[]>();
  const rows = lattice.ys.length - 1;
  let several = 0;
  for (let row = 0; row < rows; row += 1) {
    const inner = innerEdges(lattice, row, (cell) => at(placed.byCell, cell));
    if (inner.length > 0) edges.set(row, inner);
    if (inner.length > 1) several += 1;
  }
  if (edges.size === 0) return lattice;
  const sparse = (rows <= FEW_ROWS && several > 0) || drawsTitlesAlone(lattice);
  return sparse || (several >= 2 && several >= NEARLY_ALL * (rows - 1)) ? withEdges(lattice, edges) : lattice;
}
