import type { TextLine } from '../../../model/grid.ts';
import type { PageParts } from './part.ts';

/** Lines of two pages at heights that differ by less (points) are in the same place. */
const SAME_HEIGHT = 9;
const PAGE_NUMBER = /^(?:page|p\.?)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:\/|sur|de|of)\s*\d{1,4})?\s*[-–—|]?$/iu;

/** What a number behind these counts is no page: "Action n° 2" over the sheet of one page, "Action n° 3" over that of the next. */
const COUNTS_OTHER = /(?<!\bpage\s{0,2})(?:\bn\s?[°ºo]|\b(?:fiche|action|axe|projet|annexe|article))\s*$/iu;

/** Same text but for numbers that count pages. */
function sameText(a: string, b: string, pages: number): boolean {
  const split = (text: string): string[] => text.split(/(\d+)/u);
  const [left, right] = [split(a), split(b)];
  return (
    left.length === right.length &&
    left.every((piece, index) => {
      const countsPages =
        /^\d+$/u.test(piece) && Number(right[index]) - Number(piece) === pages && !COUNTS_OTHER.test(left[index - 1] ?? '');
      return piece === right[index] || countsPages;
    })
  );
}

/** Whether a line outside tables belongs to the page, not to the text: its number, or a header or footer that a neighbouring page repeats. */
export function isFurniture(line: TextLine, own: PageParts, neighbours: readonly (PageParts | undefined)[]): boolean {
  const [, top, , bottom] = line.place.box;
  const height = own.page.height;
  const atEdge = bottom < 0.12 * height || top > 0.88 * height;
  if (atEdge && PAGE_NUMBER.test(line.text.trim())) return true;
  return neighbours.some(
    (other) =>
      other?.lines.some(
        (twin) =>
          Math.abs(twin.place.box[1] - top) < SAME_HEIGHT &&
          Math.abs(twin.place.box[0] - line.place.box[0]) < 40 &&
          sameText(line.text, twin.text, other.page.number - own.page.number),
      ) ?? false,
  );
}
