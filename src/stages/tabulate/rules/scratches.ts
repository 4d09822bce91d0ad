import type { Edge, Edges } from './edges.ts';

/** A line that ends this near another one ends at it, in points. */
const MEETS = 4;
/** Uprights this near each other are one stroke. */
const SAME = 3;
/** So many uprights of a table end where a scratch runs on. */
const OTHERS = 2;

const crosses = (line: Edge, at: number): boolean => line.from <= at + MEETS && line.to >= at - MEETS;

/**
 * Without the uprights of a pen or a fold, which a scan shows among those of tables: hanging free at both ends, it runs from the middle of a row over the foot
 * of its table, where all the other uprights end, across the white below and into the head of the next. No line of a table does that. With them go their splinters.
 */
export function withoutScratches({ horizontal, vertical }: Edges): Edges {
  const meets = (x: number, y: number): boolean =>
    horizontal.some(({ at, from, to }) => Math.abs(at - y) <= MEETS && x >= from - MEETS && x <= to + MEETS);
  const isScratch = (edge: Edge): boolean => {
    if (meets(edge.at, edge.from) || meets(edge.at, edge.to)) return false;
    const crossed = horizontal
      .filter(({ at, from, to }) => at > edge.from && at < edge.to && edge.at > from && edge.at < to)
      .sort((a, b) => a.at - b.at);
    return crossed.slice(1).some((below, index) => {
      const above = crossed[index];
      if (above === undefined || below.at - above.at <= 2 * MEETS) return false;
      const middle = (above.at + below.at) / 2;
      const beside = vertical.filter((other) => Math.abs(other.at - edge.at) > SAME && crosses(above, other.at));
      const ending = beside.filter(({ to }) => Math.abs(to - above.at) <= MEETS);
      const beginning = beside.filter(({ from }) => Math.abs(from - below.at) <= MEETS);
      const isOpen = !beside.some(({ from, to }) => from < middle && to > middle);
      return isOpen && ending.length >= OTHERS && beginning.length >= OTHERS;
    });
  };
  const scratches = vertical.filter(isScratch);
  if (scratches.length === 0) return { horizontal, vertical };
  const isOfScratch = (edge: Edge): boolean =>
    scratches.some((each) => Math.abs(each.at - edge.at) <= SAME && edge.from >= each.from - MEETS && edge.to <= each.to + MEETS);
  return { horizontal, vertical: vertical.filter((edge) => !isOfScratch(edge)) };
}
