import type { Page, Word } from '../../model/page.ts';
import type { Lattice } from './lattice.ts';
import { latticeBox } from './lattice.ts';
import { placeWords } from './placeWords.ts';
import { isTable } from './isTable.ts';
import { withoutThinBands } from './rules/collapse.ts';
import { componentsOf } from './rules/components.ts';
import { edgesOf } from './rules/edges.ts';
import { ruledLattice } from './rules/ruledLattice.ts';

/** A table of a page with its words by cell (same order as the lattice's cells). */
export interface FoundTable {
  readonly lattice: Lattice;
  readonly words: readonly (readonly Word[])[];
}

/** The tables of a page, top to bottom then left to right, and the words outside them. */
export interface PageTables {
  readonly tables: readonly FoundTable[];
  readonly outside: readonly Word[];
}

function area(lattice: Lattice): number {
  const [x0, y0, x1, y1] = latticeBox(lattice);
  return (x1 - x0) * (y1 - y0);
}

/** Finds the tables of one page. Innermost grids take their words first, so that a frame around a table is no table of its own. */
export function findTables(page: Page): PageTables {
  let outside: readonly Word[] = page.words;
  const tables: FoundTable[] = [];
  const drawn = componentsOf(edgesOf(page))
    .map(ruledLattice)
    .filter((lattice) => lattice !== null)
    .sort((a, b) => area(a) - area(b));
  for (const candidate of drawn) {
    const lattice = withoutThinBands(candidate, outside);
    const placed = placeWords(lattice, outside);
    if (!isTable(lattice, placed.byCell)) continue;
    tables.push({ lattice, words: placed.byCell });
    outside = placed.outside;
  }
  tables.sort((a, b) => {
    const [ax, ay] = latticeBox(a.lattice);
    const [bx, by] = latticeBox(b.lattice);
    return Math.abs(ay - by) > 3 ? ay - by : ax - bx;
  });
  return { tables, outside };
}
