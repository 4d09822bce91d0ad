import type { Box } from '../../model/geometry.ts';
import type { Page, Word } from '../../model/page.ts';
import type { Lattice } from './lattice.ts';
import { at, latticeBox } from './lattice.ts';
import type { PageColumns } from './page-areas.ts';
import { placeWords } from './place-words.ts';
import { isTable } from './is-table.ts';
import { withBandSides } from './rules/banded.ts';
import { withoutThinBands } from './rules/collapse.ts';
import { withoutAmountTiles } from './rules/amount-tiles.ts';
import { componentsOf, type Component } from './rules/components.ts';
import { edgesOf } from './rules/edges.ts';
import type { Edge } from './rules/edges.ts';
import { withStackedHeads } from './align/stacked-heads.ts';
import { withTurnedRow } from './align/turned-row.ts';
import type { Carried } from './align/carried.ts';
import { withBegunOutside } from './align/begun-outside.ts';
import { chunkedLines } from './align/chunks.ts';
import { marginLetters } from './align/margin-letters.ts';
import type { OpenText } from './align/segments.ts';
import { alignedTables, type Repeated } from './align/regions.ts';
import { bandFills, bandsOf, edgesOfBands, type Band } from './align/bands.ts';
import { hidesColumns } from './refine/hidden-columns.ts';
import { withMissingColumns } from './refine/missing-columns.ts';
import { withMissingRows } from './refine/missing-rows.ts';
import { withMissingWalls } from './refine/missing-walls.ts';
import { withPricedRows } from './refine/priced-rows.ts';
import { withLoneColumns } from './rules/lone-columns.ts';
import { withLoneSides } from './rules/lone-sides.ts';
import { lastBoxAlone } from './rules/lone-box.ts';
import { rowsCarried } from './rules/rows-carried.ts';
import { ruledLattice } from './rules/ruled-lattice.ts';
import { withoutScratches } from './rules/scratches.ts';
import { withoutStrayUprights } from './rules/stray-uprights.ts';
import { unstacked } from './rules/unstacked.ts';

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

/** With where the page is set in two columns, to be read one after the other. */
export interface PlacedTables extends PageTables {
  readonly columns: readonly PageColumns[];
}

function area(lattice: Lattice): number {
  const [x0, y0, x1, y1] = latticeBox(lattice);
  return (x1 - x0) * (y1 - y0);
}

/** A drawn grid with what its text shows and its rules leave out. */
function refined(lattice: Lattice, words: readonly Word[]): Lattice {
  return withMissingRows(withPricedRows(withMissingWalls(withMissingColumns(lattice, words), words), words), words);
}

/** What is drawn on a page as whole grids, and what is left beside them. */
export interface DrawnTables extends OpenText, PageTables {
  /** Vertical edges that belong to no grid. */
  readonly vertical: readonly Edge[];
  /** Words outside that mark a table and stand in none. */
  readonly marks: ReadonlySet<Word>;
  /** What is drawn and belongs to no grid, as it hangs together. */
  readonly loose: readonly Component[];
}

/** Finds the drawn grids of one page. Innermost grids take their words first, so that a frame around a table is no table of its own. */
export function drawnTables(page: Page): DrawnTables {
  let outside: readonly Word[] = page.words;
  const tables: FoundTable[] = [];
  const filled = bandsOf(bandFills(page));
  const components = withLoneColumns(
    withLoneSides(withoutStrayUprights(componentsOf(withBandSides(withoutScratches(edgesOf(page)), filled)))),
  );
  const used = new Set<Component>();
  const drawn = components
    .flatMap((component) => {
      const lattice = ruledLattice(component, page.words);
      return lattice === null ? [] : [{ component, lattice }];
    })
    .sort((a, b) => area(a.lattice) - area(b.lattice));
  for (const { component, lattice: candidate } of drawn) {
    for (const part of unstacked(withoutThinBands(candidate, outside))) {
      const lattice = refined(part, outside);
      const placed = placeWords(lattice, outside);
      if (!isTable(lattice, placed.byCell) || hidesColumns(lattice, outside)) continue;
      used.add(component);
      tables.push({ lattice, words: placed.byCell });
      outside = placed.outside;
    }
  }
  const bands = filled.filter((band) => !tables.some(({ lattice }) => isWithin(band, latticeBox(lattice))));
  const unused = components.filter((component) => !used.has(component));
  const open = withoutAmountTiles(
    {
      horizontal: unused.flatMap((component) => component.horizontal),
      vertical: unused.flatMap((component) => component.vertical),
    },
    outside,
  );
  const horizontal = [...open.horizontal, ...edgesOfBands(bands)];
  const { vertical } = open;
  const marks = marginLetters(outside);
  const lines = chunkedLines(outside.filter((word) => !marks.has(word)));
  return { tables, outside, lines, marks, horizontal, vertical, bands, loose: unused };
}

/**
 * All tables of one page: the drawn grids and those of alignment. `above`: the table that ends the page before; `expected`: its columns where no rules part them;
 * `repeated`: what the document prints more than once.
 */
export function findTables(drawn: DrawnTables, above: FoundTable | null, expected: Carried | null, repeated: Repeated): PlacedTables {
  const { horizontal, vertical, bands, lines } = drawn;
  const tables = [...drawn.tables];
  let outside = drawn.outside;
  const { head } = repeated.running;
  const xs = above?.lattice.drawnColumns === true ? above.lattice.xs : [];
  const alone = lastBoxAlone(drawn.loose, outside, xs, head) ?? rowsCarried(drawn.loose, outside, xs, head);
  if (alone !== null) {
    const placed = placeWords(alone, outside);
    tables.push({ lattice: alone, words: placed.byCell });
    outside = placed.outside;
  }
  const unmarked = outside.filter((word) => !drawn.marks.has(word));
  const aligned = alignedTables(unmarked, { horizontal, vertical, bands, expected }, lines, repeated);
  for (const { lattice, words: found } of aligned.tables) {
    const own = new Set(found.flat());
    const words = withBegunOutside(
      found,
      lattice,
      outside.filter((word) => !own.has(word) && !drawn.marks.has(word)),
    );
    const turned = placeWords(
      lattice,
      outside.filter((word) => word.direction !== 0 && !own.has(word)),
    ).byCell;
    const all = words.map((cell, index) => [...cell, ...at(turned, index)]);
    const taken = new Set(all.flat());
    tables.push(withStackedHeads(withTurnedRow({ lattice, words: all })));
    outside = outside.filter((word) => !taken.has(word));
  }
  tables.sort((a, b) => {
    const [ax, ay] = latticeBox(a.lattice);
    const [bx, by] = latticeBox(b.lattice);
    return Math.abs(ay - by) > 3 ? ay - by : ax - bx;
  });
  return { tables, outside, columns: aligned.columns };
}

function isWithin(band: Band, box: Box): boolean {
  return band.left >= box[0] - 4 && band.right <= box[2] + 4 && band.top >= box[1] - 4 && band.bottom <= box[3] + 4;
}
