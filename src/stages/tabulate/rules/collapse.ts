import type { Word } from '../../../model/page.ts';
import type { Lattice, SpanRect } from '../lattice.ts';
import { at } from '../lattice.ts';

/** A band thinner than this (points) that holds no word is the white between two lines of a border. */
const THIN = 4.5;

/** Whether an edge stays; `before`, `after`: it is one line with the edge before it or after it. */
type Fate = 'kept' | 'before' | 'after';

function fatesOf(edges: readonly number[], centres: readonly number[]): Fate[] {
  const fates = edges.map((): Fate => 'kept');
  for (let band = 0; band + 1 < edges.length; band += 1) {
    const [from, to] = [at(edges, band), at(edges, band + 1)];
    if (to - from >= THIN || centres.some((centre) => centre >= from && centre < to)) continue;
    if (band + 1 < edges.length - 1) fates[band + 1] = 'before';
    else if (band > 0 && fates[band] === 'kept') fates[band] = 'after';
  }
  return fates;
}

/** The number of each edge among those that stay. */
function ranksOf(fates: readonly Fate[]): number[] {
  let last = -1;
  return fates.map((fate) => {
    if (fate === 'kept') last += 1;
    return fate === 'after' ? last + 1 : last;
  });
}

/** Removes rows and columns that are only the gap of a double border. */
export function withoutThinBands(lattice: Lattice, words: readonly Word[]): Lattice {
  const fatesX = fatesOf(
    lattice.xs,
    words.map((word) => (word.box[0] + word.box[2]) / 2),
  );
  const fatesY = fatesOf(
    lattice.ys,
    words.map((word) => (word.box[1] + word.box[3]) / 2),
  );
  const isKept = (fate: Fate | undefined): boolean => fate === 'kept';
  if (fatesX.every(isKept) && fatesY.every(isKept)) return lattice;
  const [rankX, rankY] = [ranksOf(fatesX), ranksOf(fatesY)];
  const cells: SpanRect[] = [];
  for (const cell of lattice.cells) {
    const [row, column] = [at(rankY, cell.row), at(rankX, cell.column)];
    const rowSpan = at(rankY, cell.row + cell.rowSpan) - row;
    const columnSpan = at(rankX, cell.column + cell.columnSpan) - column;
    if (rowSpan > 0 && columnSpan > 0) cells.push({ row, column, rowSpan, columnSpan });
  }
  return {
    ...lattice,
    xs: lattice.xs.filter((_, index) => isKept(fatesX[index])),
    ys: lattice.ys.filter((_, index) => isKept(fatesY[index])),
    cells,
  };
}
