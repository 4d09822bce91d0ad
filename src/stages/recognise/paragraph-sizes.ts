import type { PixelBox } from './pixels/picture.ts';
import type { ReadLine } from './reading/read-boxes.ts';

/** Lines of one paragraph stand no further apart than this, middle to middle, in sizes. */
const PITCH = 1.45;
/** Sizes nearer than this to each other are one. */
const SAME = 0.1;
/** Share of the shorter of two lines that stands above or below the other. */
const OVER = 0.5;
/** The last line of a paragraph begins where the one above does, within this share of its size, and seems smaller by this at the most: it has few letters. One whose size is nearly that of the line above has it, whatever that is. */
const SAME_START = 0.3;
const SMALLER = 0.8;
/** A bullet stands so near the words of its item, in sizes. */
const BESIDE = 1.5;

/**
 * Sizes in pixels, in the order of the lines; a line between two of one size, as close to both as lines of one paragraph are, has theirs: what its ink shows beyond that is a
 * neighbour's, a stamp's or blur. The last line of a paragraph of the `usual` size has that.
 */
export function paragraphSizes(lines: readonly ReadLine[], sizes: readonly number[], usual: number): number[] {
  const upright = lines
    .map(({ box, direction }, index) => ({ box, direction, index, size: sizes[index] ?? 0 }))
    .filter(({ direction, size }) => direction === 0 && size > 0)
    .sort((a, b) => middle(a.box) - middle(b.box));
  const own = [...sizes];
  upright.forEach(({ box, index, size }, place) => {
    const isNear = (other: { readonly box: PixelBox; readonly size: number }): boolean =>
      isOver(box, other.box) && Math.abs(middle(box) - middle(other.box)) <= PITCH * other.size;
    const above = upright.slice(0, place).findLast((other) => middle(other.box) < box.y0 && isOver(box, other.box));
    const below = upright.slice(place + 1).find((other) => middle(other.box) > box.y1 && isOver(box, other.box));
    const isAligned =
      above !== undefined && isNear(above) && startsOf(above, lines).some((start) => Math.abs(start - box.x0) <= SAME_START * above.size);
    const isSmaller =
      above !== undefined && Math.abs(above.size - usual) <= SAME * usual && size < above.size && size >= SMALLER * above.size;
    const isRest = isAligned && (isSmaller || Math.abs(size - above.size) <= SAME * above.size);
    if (isRest) own[index] = above.size;
    if (above === undefined || below === undefined || !isNear(above) || !isNear(below)) return;
    const theirs = (above.size + below.size) / 2;
    if (Math.abs(above.size - below.size) > SAME * theirs || Math.abs(size - theirs) <= SAME * theirs) return;
    own[index] = theirs;
  });
  return own;
}

/** Where a line begins: with its words, or with the bullet before them, which is read by itself. */
function startsOf({ box, size }: { readonly box: PixelBox; readonly size: number }, lines: readonly ReadLine[]): number[] {
  const bullets = lines.filter(
    (other) => middle(other.box) > box.y0 && middle(other.box) < box.y1 && other.box.x1 <= box.x0 && box.x0 - other.box.x1 <= BESIDE * size,
  );
  return [box.x0, ...bullets.map((bullet) => bullet.box.x0)];
}

const middle = ({ y0, y1 }: PixelBox): number => (y0 + y1) / 2;

function isOver(a: PixelBox, b: PixelBox): boolean {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >= OVER * Math.min(a.x1 - a.x0, b.x1 - b.x0);
}
