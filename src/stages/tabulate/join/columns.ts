import type { Part } from './part.ts';

/** Column edges of a drawn table may differ from page to page by this much (points); those found by alignment by more. */
const DRAWN = 3.5;
const ALIGNED = 12;
/** Facing pages may be set further left or right. */
const SHIFT = 45;

/** How the columns of a table so far and of a part that may go on with it fit into common columns. */
export interface ColumnMatch {
  /** Column edges of the joined table, as on the page of its first part. */
  readonly xs: readonly number[];
  /** For each column edge of the earlier and of the later part, its index in `xs`. */
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}

function indices(few: readonly number[], many: readonly number[], tolerance: number): number[] | null {
  const found = few.map((x) => {
    let best = -1;
    many.forEach((other, index) => {
      if (Math.abs(other - x) <= tolerance && (best === -1 || Math.abs(other - x) < Math.abs((many[best] ?? Infinity) - x))) best = index;
    });
    return best;
  });
  return found.every((index, position) => index >= 0 && index > (found[position - 1] ?? -1)) ? found : null;
}

/** Where no border is drawn, a table reaches as far as its text: a letter in the margin or a longer amount moves it by less than this, in points. */
const TEXT_BORDER = 40;
const FEWEST_INNER = 3;

function haveSameInnerEdges(earlier: readonly number[], later: readonly number[]): boolean {
  if (earlier.length !== later.length || earlier.length - 2 < FEWEST_INNER) return false;
  return later.every((x, index) => {
    const isBorder = index === 0 || index === later.length - 1;
    return Math.abs(x - (earlier[index] ?? Infinity)) <= (isBorder ? TEXT_BORDER : ALIGNED);
  });
}

/**
 * Common columns when the edges of one part are those of the other or some of them (a part may show fewer because its cells are merged);
 * `null` when the parts are not drawn alike.
 */
export function matchColumns(earlier: readonly number[], part: Part): ColumnMatch | null {
  if (!part.drawnColumns && haveSameInnerEdges(earlier, part.xs)) {
    const own = earlier.map((_, index) => index);
    return { xs: earlier, earlier: own, later: own };
  }
  const tolerance = part.drawnColumns ? DRAWN : ALIGNED;
  const [first, last] = [earlier[0] ?? 0, earlier.at(-1) ?? 0];
  const [nextFirst, nextLast] = [part.xs[0] ?? 0, part.xs.at(-1) ?? 0];
  const shift = nextFirst - first;
  if (Math.abs(shift) > SHIFT || Math.abs(nextLast - nextFirst - (last - first)) > 2 * tolerance) return null;
  const later = part.xs.map((x) => x - shift);
  if (later.length <= earlier.length) {
    const into = indices(later, earlier, tolerance);
    return into === null || (later.length < 3 && earlier.length > 3)
      ? null
      : { xs: earlier, earlier: earlier.map((_, index) => index), later: into };
  }
  const into = indices(earlier, later, tolerance);
  return into === null || earlier.length < 3 ? null : { xs: later, earlier: into, later: later.map((_, index) => index) };
}
