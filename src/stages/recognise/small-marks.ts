import type { Component } from './pixels/components.ts';
import type { PixelBox } from './pixels/picture.ts';

/** On coarser scans than this (dots an inch) a comma, a hyphen or an accent is no larger than dirt. */
const COARSE = 140;
/** How high letters are, and how far from one its mark stands, in points. */
const LOWEST = 3;
const HIGHEST = 16;
const BESIDE = 2.2;

/** The specks that stand as near a letter as its marks do: without them amounts lose their cents and their signs. `dpi`: of the page as scanned. */
export function smallMarks(specks: readonly Component[], others: readonly Component[], dpi: number): ReadonlySet<Component> {
  const marks = new Set<Component>();
  if (dpi >= COARSE) return marks;
  const pixels = dpi / 72;
  const reach = BESIDE * pixels;
  const rows = new Map<number, PixelBox[]>();
  for (const { x0, x1, y0, y1 } of others) {
    if (y1 - y0 < LOWEST * pixels || y1 - y0 > HIGHEST * pixels) continue;
    const near = { x0: x0 - reach, x1: x1 + reach, y0: y0 - reach, y1: y1 + reach };
    for (let row = Math.floor(near.y0); row <= near.y1; row++) {
      const own = rows.get(row);
      if (own === undefined) rows.set(row, [near]);
      else own.push(near);
    }
  }
  for (const speck of specks) {
    const [x, y] = [(speck.x0 + speck.x1) / 2, (speck.y0 + speck.y1) / 2];
    if (rows.get(Math.floor(y))?.some((near) => x >= near.x0 && x <= near.x1) === true) marks.add(speck);
  }
  return marks;
}
