import type { Word } from '../../../model/page.ts';
import { chunkedLines } from '../align/chunks.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';
import { placeWords } from '../place-words.ts';

/** A column edge drawn beside fewer than this share of the rows is drawn for a few rows only (a header) and meant for all. */
const SELDOM = 0.5;
/** White around a column edge that shows text meant for two columns, in ems. */
const PARTED = 0.45;

function crosses(cell: SpanRect, edge: number): boolean {
  return cell.column < edge && edge < cell.column + cell.columnSpan;
}

/** No word stands on the edge, and where a line has text on both sides of it, white parts them. */
function isFree(words: readonly Word[], x: number): boolean {
  return chunkedLines(words, PARTED).every((line) => line.chunks.every((chunk) => chunk.box[2] <= x + 1 || chunk.box[0] >= x - 1));
}

/**
 * Adds column walls that the page draws only for some rows (the header) where the text of the other rows keeps to the same columns. Edges
 * drawn for most rows are left alone: there a cell without them is a merged cell.
 */
export function withMissingWalls(lattice: Lattice, words: readonly Word[]): Lattice {
  const rows = lattice.ys.length - 1;
  const seldom: number[] = [];
  for (let edge = 1; edge < lattice.xs.length - 1; edge += 1) {
    const open = lattice.cells.filter((cell) => crosses(cell, edge)).reduce((sum, cell) => sum + cell.rowSpan, 0);
    if (rows - open < SELDOM * rows) seldom.push(edge);
  }
  if (seldom.length === 0) return lattice;
  const placed = placeWords(lattice, words);
  const cells = lattice.cells.flatMap((cell, index): SpanRect[] => {
    const own = at(placed.byCell, index);
    const cuts = seldom.filter((edge) => crosses(cell, edge) && isFree(own, at(lattice.xs, edge)));
    if (cuts.length === 0) return [cell];
    const edges = [cell.column, ...cuts, cell.column + cell.columnSpan];
    return edges.slice(1).map((end, position) => ({ ...cell, column: at(edges, position), columnSpan: end - at(edges, position) }));
  });
  return cells.length === lattice.cells.length
    ? lattice
    : { ...lattice, cells, ruling: 'partial', confidence: Math.min(lattice.confidence, 0.92) };
}
