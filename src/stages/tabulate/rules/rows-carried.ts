import { middleY } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import type { Lattice } from '../lattice.ts';
import type { Component } from './components.ts';
import { ruledLattice } from './ruled-lattice.ts';

/** Borders of two pages that differ by less than this are one, in points. */
const SAME_BORDER = 3.5;
/** So many columns with the same borders are no chance. */
const FEWEST_COLUMNS = 3;

/**
 * The rows with which the drawn table that ends the page before goes on, though too few of their cells have text to show a table by themselves ("Coordonnateur |
 * Quote-part du responsable", with no axe and no amount): a grid in the borders of all its columns (`xs`), nothing but `head` (a y) above it. `null` when no component is one.
 */
export function rowsCarried(components: readonly Component[], words: readonly Word[], xs: readonly number[], head: number): Lattice | null {
  if (xs.length <= FEWEST_COLUMNS) return null;
  const lattices = components.flatMap((component) => ruledLattice(component, words) ?? []);
  const found = lattices.find(
    (lattice) =>
      lattice.ruling === 'full' &&
      lattice.xs.length === xs.length &&
      lattice.xs.every((x, index) => Math.abs(x - (xs[index] ?? Infinity)) <= SAME_BORDER),
  );
  const [top, bottom] = [found?.ys[0] ?? 0, found?.ys.at(-1) ?? 0];
  const isOver = words.some((word) => middleY(word.box) < top && middleY(word.box) > head);
  const hasText = words.some((word) => middleY(word.box) > top && middleY(word.box) < bottom);
  return found === undefined || isOver || !hasText ? null : found;
}
