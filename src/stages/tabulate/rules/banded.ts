import type { Band } from '../align/bands.ts';
import type { Edge, Edges } from './edges.ts';

/** Edges that end this near the side of a band end at it, in points. */
const TOUCH = 3;
/** So many column edges end at a band that runs between rows. */
const FEWEST = 3;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCH;

/** The edges that end at one side of a band, where they are the columns of a table as wide as the band. */
function isSideOf({ left, right }: Band, ending: readonly Edge[]): boolean {
  const at = ending.map((edge) => edge.at);
  return at.length >= FEWEST && isNear(Math.min(...at), left) && isNear(Math.max(...at), right);
}

/**
 * Adds the sides of coloured bands at which the column edges of the rows above or below end: the titles between the rows of a table whose rows
 * nothing else parts. Without them each stretch of rows is open above and below, and none of the table.
 */
export function withBandSides(edges: Edges, bands: readonly Band[]): Edges {
  const between = bands.filter((band) => {
    const above = edges.vertical.filter(({ to, at }) => isNear(to, band.top) && at >= band.left - TOUCH && at <= band.right + TOUCH);
    const below = edges.vertical.filter(({ from, at }) => isNear(from, band.bottom) && at >= band.left - TOUCH && at <= band.right + TOUCH);
    return band.splits.length === 0 && (isSideOf(band, above) || isSideOf(band, below));
  });
  return {
    horizontal: [
      ...edges.horizontal,
      ...between.flatMap(({ left, right, top, bottom }) => [top, bottom].map((at): Edge => ({ at, from: left, to: right }))),
    ],
    vertical: [
      ...edges.vertical,
      ...between.flatMap(({ left, right, top, bottom }) => [left, right].map((at): Edge => ({ at, from: top, to: bottom }))),
    ],
  };
}
