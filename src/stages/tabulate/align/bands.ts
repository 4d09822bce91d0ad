import type { Edge } from '../rules/edges.ts';
import type { Fill, Page } from '../../../model/page.ts';

/** Fills lighter than this cannot be seen. */
const VISIBLE = 0.99;
/** A fill's height as a band of a table, in points. */
const LOWEST = 6;
const HIGHEST = 90;
/** The same where turned words stand in it: the headings of narrow columns. */
const HIGHEST_TURNED = 180;

/** Fills of one row meet side by side within this, and begin at one height within that, in points. */
const BESIDE = 4;
const LEVEL = 2;

/** Whether a fill begins with the stripe beside it: that of a cell merged over the rows from there on. */
function beginsBeside({ box }: Fill, stripes: readonly Fill[]): boolean {
  return stripes.some(
    (other) =>
      Math.abs(other.box[1] - box[1]) < LEVEL && Math.min(Math.abs(other.box[0] - box[2]), Math.abs(box[0] - other.box[2])) <= BESIDE,
  );
}

/** Fills that could be a row, a header or a cell of a table: visible, wide, not a page's background. */
export function bandFills(page: Page): Fill[] {
  const turned = page.words.filter((word) => word.direction !== 0);
  const holdsTurned = (top: number, bottom: number): boolean => turned.some(({ box }) => box[1] > top && box[3] < bottom);
  const isHigh = ({ box }: Fill): boolean => {
    const height = box[3] - box[1];
    return height > HIGHEST && (height > HIGHEST_TURNED || !holdsTurned(box[1], box[3]));
  };
  const found = page.fills.filter(({ box, shade }) => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    return shade < VISIBLE && width >= 12 && height >= LOWEST && width * height < 0.3 * page.width * page.height;
  });
  const stripes = found.filter((fill) => !isHigh(fill));
  return found.filter((fill) => !isHigh(fill) || beginsBeside(fill, stripes));
}

/** A row of fills side by side. */
export interface Band {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where fills of the band meet. */
  readonly splits: readonly number[];
}

/** Fills side by side as bands, top to bottom. */
export function bandsOf(fills: readonly Fill[]): Band[] {
  const sorted = [...fills].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const bands: { left: number; right: number; top: number; bottom: number; splits: number[] }[] = [];
  for (const { box } of sorted) {
    const band = bands.find(
      (other) =>
        Math.abs(other.top - box[1]) < 2 && Math.abs(other.bottom - box[3]) < 2 && box[0] <= other.right + 4 && box[2] >= other.left - 4,
    );
    if (band === undefined) {
      bands.push({ left: box[0], right: box[2], top: box[1], bottom: box[3], splits: [] });
      continue;
    }
    if (Math.abs(box[0] - band.right) <= 4) band.splits.push((box[0] + band.right) / 2);
    band.left = Math.min(band.left, box[0]);
    band.right = Math.max(band.right, box[2]);
  }
  return bands;
}

/** The band that a line of text stands in. */
export function bandAround({ top, bottom }: { readonly top: number; readonly bottom: number }, bands: readonly Band[]): Band | undefined {
  const middle = (top + bottom) / 2;
  return bands.find((band) => band.top < middle && band.bottom > middle);
}

/** The upper and lower sides of bands as edges. */
export function edgesOfBands(bands: readonly Band[]): Edge[] {
  return bands.flatMap((band) => [
    { at: band.top, from: band.left, to: band.right },
    { at: band.bottom, from: band.left, to: band.right },
  ]);
}
