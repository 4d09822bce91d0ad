import type { Word } from '../../../model/page.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';

/** A band thinner than this (points) that holds no word is the white between two lines of a border. */
const THIN = 4.5;

function keptEdges(edges: readonly number[], centres: readonly number[]): boolean[] {
  const kept = edges.map(() => true);
  for (let band = 0; band + 1 < edges.length; band += 1) {
    const [from, to] = [at(edges, band), at(edges, band + 1)];
    if (to - from >= THIN || centres.some((centre) => centre >= from && centre < to)) continue;
    if (band + 1 < edges.length - 1) kept[band + 1] = false;
    else if (band > 0) kept[band] = false;
  }
  return kept;
}

/** Removes rows and columns that are only the gap of a double border. */
export function withoutThinBands(lattice: Lattice, words: readonly Word[]): Lattice {
  const keptX = keptEdges(
    lattice.xs,
    words.map((word) => (word.box[0] + word.box[2]) / 2),
  );
  const keptY = keptEdges(
    lattice.ys,
    words.map((word) => (word.box[1] + word.box[3]) / 2),
  );
  if (keptX.every(Boolean) && keptY.every(Boolean)) return lattice;
  const rank = (kept: readonly boolean[]): number[] => {
    let next = -1;
    return kept.map((flag) => (flag ? (next += 1) : next));
  };
  const [rankX, rankY] = [rank(keptX), rank(keptY)];
  const cells: SpanRect[] = [];
  for (const cell of lattice.cells) {
    const [row, column] = [at(rankY, cell.row), at(rankX, cell.column)];
    const rowSpan = at(rankY, cell.row + cell.rowSpan) - row;
    const columnSpan = at(rankX, cell.column + cell.columnSpan) - column;
    if (rowSpan > 0 && columnSpan > 0) cells.push({ row, column, rowSpan, columnSpan });
  }
  return { ...lattice, xs: lattice.xs.filter((_, index) => keptX[index]), ys: lattice.ys.filter((_, index) => keptY[index]), cells };
}
