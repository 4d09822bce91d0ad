import { middleX, middleY } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { isFigure } from '../text/value.ts';
import type { Edge, Edges } from './edges.ts';

/** A tile is no higher than this many times the type of its amount. */
const HIGHEST = 3.5;
/** So many amounts drawn in tiles are a manner of the page. */
const FEWEST = 3;
/** Sides of one tile, and of tiles in one column, agree within this, in points. */
const SAME_SIDE = 1.5;
/** The sides of a tile with round corners are drawn so far beyond the ends of its top and bottom. */
const CORNER = 9;

interface Tile {
  readonly top: Edge;
  readonly bottom: Edge;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SAME_SIDE;
const areAlike = (one: Edge, other: Edge): boolean => isNear(one.from, other.from) && isNear(one.to, other.to);

/** Whether nothing but an amount stands between two edges, from side to side. */
function holdsAmount({ top, bottom }: Tile, words: readonly Word[]): boolean {
  const inside = words.filter(
    (word) =>
      middleX(word.box) > top.from - CORNER &&
      middleX(word.box) < top.to + CORNER &&
      middleY(word.box) > top.at &&
      middleY(word.box) < bottom.at,
  );
  const size = Math.max(...inside.map((word) => word.size));
  return inside.length > 0 && bottom.at - top.at < HIGHEST * size && isFigure(inside.map((word) => word.readings[0].text).join(' '));
}

/** The tiles among edges, each apart from the next: cells under each other share their edges. */
function tilesIn(horizontal: readonly Edge[], words: readonly Word[]): readonly Tile[] {
  const down = [...horizontal].sort((a, b) => a.at - b.at);
  const tiles = down.flatMap((top, index): Tile[] => {
    const bottom = down.slice(index + 1).find((other) => other.at > top.at + SAME_SIDE && areAlike(top, other));
    return bottom !== undefined && holdsAmount({ top, bottom }, words) ? [{ top, bottom }] : [];
  });
  const isApart = ({ top, bottom }: Tile): boolean => !tiles.some((other) => other.top === bottom || other.bottom === top);
  const ofColumn = (tile: Tile): number => tiles.filter((other) => areAlike(other.top, tile.top)).length;
  return tiles.filter((tile) => isApart(tile) && ofColumn(tile) >= FEWEST);
}

/** Without the outlines drawn around single amounts, each apart from the next ("( 88 600 € )" in a tile of its own): they border no row and no column. */
export function withoutAmountTiles({ horizontal, vertical }: Edges, words: readonly Word[]): Edges {
  const tiles = tilesIn(horizontal, words);
  if (tiles.length === 0) return { horizontal, vertical };
  const drawn = new Set(tiles.flatMap(({ top, bottom }) => [top, bottom]));
  const isSide = ({ at, from, to }: Edge): boolean =>
    tiles.some(
      ({ top, bottom }) =>
        from > top.at - SAME_SIDE &&
        to < bottom.at + SAME_SIDE &&
        ((at > top.from - CORNER && at < top.from + SAME_SIDE) || (at > top.to - SAME_SIDE && at < top.to + CORNER)),
    );
  return { horizontal: horizontal.filter((edge) => !drawn.has(edge)), vertical: vertical.filter((edge) => !isSide(edge)) };
}
