import type { Box } from '../../model/geometry.ts';

/** Two columns of a page that are read one after the other: the rectangle they stand in, and the x of the white between them. */
export interface PageColumns {
  readonly top: number;
  readonly bottom: number;
  readonly cut: number;
}

/**
 * The area of a page that a box stands in, by its middle, in reading order from 0: what stands above two columns, the left one, the right one, what stands below
 * (and above the next two). `columns` are given top to bottom.
 */
function areaOf([x0, y0, x1, y1]: Box, columns: readonly PageColumns[]): number {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const above = columns.filter(({ bottom }) => bottom <= y).length;
  const own = columns[above];
  return 3 * above + (own === undefined || y < own.top ? 0 : x < own.cut ? 1 : 2);
}

/** Things of a page by the area they stand in, in reading order. */
export function byArea<T>(things: readonly T[], boxOf: (thing: T) => Box, columns: readonly PageColumns[]): T[][] {
  const count = 3 * columns.length + 1;
  return Array.from({ length: count }, (_, area) => things.filter((thing) => areaOf(boxOf(thing), columns) === area));
}
