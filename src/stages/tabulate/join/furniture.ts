import type { TextLine } from '../../../model/grid.ts';
import type { PageParts } from './part.ts';

/** Lines of two pages at heights that differ by less (points) are in the same place. */
const SAME_HEIGHT = 9;
/** Those that begin within this of each other, too. */
const SAME_START = 40;
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

const isInPlace = ({ place: { box } }: TextLine, twin: TextLine): boolean =>
  Math.abs(twin.place.box[1] - box[1]) < SAME_HEIGHT && Math.abs(twin.place.box[0] - box[0]) < SAME_START;

/**
 * Whether a line is the first of a head that the next pages repeat and the pages before do not, which have another in its place: the heading of what begins there ("Nom du quartier : …" over every page of a
 * quartier's tables).
 */
export function beginsHead(line: TextLine, own: PageParts, before: readonly (PageParts | undefined)[]): boolean {
  return !isFurniture(line, own, before) && before[0]?.lines.some((twin) => isInPlace(line, twin)) === true;
}

/** Whether a line outside tables belongs to the page, not to the text: its number, or a header or footer that a neighbouring page repeats. */
export function isFurniture(line: TextLine, own: PageParts, neighbours: readonly (PageParts | undefined)[]): boolean {
  const [, top, , bottom] = line.place.box;
  const height = own.page.height;
  const atEdge = bottom < 0.12 * height || top > 0.88 * height;
  if (atEdge && PAGE_NUMBER.test(line.text.trim())) return true;
  return neighbours.some(
    (other) =>
      other?.lines.some((twin) => isInPlace(line, twin) && sameText(line.text, twin.text, other.page.number - own.page.number)) ?? false,
  );
}
