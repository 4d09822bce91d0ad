import type { Box } from '../../model/geometry.ts';
import { overlap } from '../../model/geometry.ts';
import type { Cell, PageGrid } from '../../model/grid.ts';
import type { Fill, Page } from '../../model/page.ts';
import type { FoundTable } from './page-tables.ts';
import { at, cellBox, latticeBox } from './lattice.ts';
import { cellTextOf } from './text/cell-text.ts';
import type { Vocabulary } from './text/vocabulary.ts';

/** Fills lighter than this are white for a reader. */
const WHITE = 0.985;
/** Share of a cell that a fill must cover to be its background. */
const COVERED = 0.6;

function isShaded(box: Box, fills: readonly Fill[]): boolean {
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  if (area <= 0) return false;
  let shade = 1;
  for (const fill of fills) {
    const covered = overlap(box[0], box[2], fill.box[0], fill.box[2]) * overlap(box[1], box[3], fill.box[1], fill.box[3]);
    if (covered / area >= COVERED) shade = fill.shade;
  }
  return shade < WHITE;
}

/** A table found on a page as the model's value. `index` counts the page's tables from 0; `continues` is set by the join. */
export function toPageGrid(found: FoundTable, page: Page, index: number, vocabulary: Vocabulary): PageGrid {
  const { lattice, words } = found;
  const cells = lattice.cells.map((span, position): Cell => {
    const box = cellBox(lattice, span);
    const text = cellTextOf(at(words, position), page.number, vocabulary);
    return {
      id: `p${String(page.number)}t${String(index)}r${String(span.row)}c${String(span.column)}`,
      ...span,
      place: { page: page.number, box },
      continuations: [],
      ...text,
      shaded: isShaded(box, page.fills),
    };
  });
  return {
    page: page.number,
    index,
    box: latticeBox(lattice),
    rowCount: lattice.ys.length - 1,
    columnCount: lattice.xs.length - 1,
    cells,
    ruling: lattice.ruling,
    continues: null,
    confidence: lattice.confidence,
  };
}
