import { overlap } from '../../../model/geometry.ts';
import type { Edge } from '../rules/edges.ts';
import type { OpenText } from './segments.ts';
import { stacksOf, type Stack } from './stacks.ts';
import { clearOf, WHITE, type Strip, type Twins } from './twins.ts';

/** Rows that each of two columns of a page rules at least. */
const FEWEST_EDGES = 4;
/** Share of the edges of either that may stand at the height of one of the other: the rows of one table stand at the same heights. */
const FEW_LEVEL = 0.4;
/** Edges at one height differ by less than this, in points: those of two columns lie near each other by chance. */
const LEVEL = 1.2;
/** Edges of a stack begin and end where it does, within this, in points. */
const SAME_END = 7;
/** Share of the height of the lower of the two that must stand beside the other. */
const BESIDE = 0.5;

const topOf = ({ ys }: Stack): number => Math.min(...ys);
const bottomOf = ({ ys }: Stack): number => Math.max(...ys);

function isUneven(one: Stack, other: Stack): boolean {
  const level = one.ys.filter((y) => other.ys.some((own) => Math.abs(own - y) < LEVEL)).length;
  return level <= FEW_LEVEL * one.ys.length;
}

function areBeside(left: Stack, right: Stack): boolean {
  const height = Math.min(bottomOf(left) - topOf(left), bottomOf(right) - topOf(right));
  return (
    left.right < right.left &&
    overlap(topOf(left), bottomOf(left), topOf(right), bottomOf(right)) > BESIDE * height &&
    isUneven(left, right) &&
    isUneven(right, left)
  );
}

/** The heights of a page at which nothing runs over the white between two stacks, top to bottom. */
function clearHeights(
  { lines, horizontal, bands }: OpenText,
  left: Stack,
  right: Stack,
): readonly { readonly top: number; readonly bottom: number }[] {
  const strip: Strip = { from: left.right, to: right.left };
  const over = [
    ...horizontal.filter(({ from, to }) => from < strip.from && to > strip.to).map(({ at }) => ({ top: at, bottom: at })),
    ...bands.filter((band) => band.left < strip.from && band.right > strip.to),
    ...lines.filter((line) => line.chunks.some(({ box }) => box[0] < strip.from && box[2] > strip.to)),
  ].sort((a, b) => a.top - b.top);
  const heights: { top: number; bottom: number }[] = [];
  let top = -Infinity;
  for (const own of over) {
    if (own.top > top) heights.push({ top, bottom: own.top });
    top = Math.max(top, own.bottom);
  }
  return [...heights, { top, bottom: Infinity }];
}

/** The edges of a stack between two heights, each as it is drawn: a stack puts them where those of another column beside it lie too. */
function within(stack: Stack, { top, bottom }: { readonly top: number; readonly bottom: number }, drawn: readonly Edge[]): Stack {
  const own = drawn.filter(({ from, to }) => Math.abs(from - stack.left) <= SAME_END && Math.abs(to - stack.right) <= SAME_END);
  return { ...stack, ys: own.map(({ at }) => at).filter((y) => y > top && y < bottom) };
}

/** How far up and down from the ruled rows of both the white between them stays white; `null` where something runs over it among the rows. */
function reach({ lines, horizontal, bands }: OpenText, left: Stack, right: Stack): Twins | null {
  const drawn = [
    ...horizontal.map(({ at, from, to }) => ({ top: at, bottom: at, from, to })),
    ...bands.map((band) => ({ top: band.top, bottom: band.bottom, from: band.left, to: band.right })),
  ].filter(({ from, to }) => from < left.right && to > right.left);
  const [first, last] = [Math.min(topOf(left), topOf(right)), Math.max(bottomOf(left), bottomOf(right))];
  let strip: Strip = { from: left.right, to: right.left };
  let [top, bottom] = [first, last];
  const isDrawnBetween = (from: number, to: number): boolean => drawn.some((own) => own.bottom > from && own.top < to);
  if (isDrawnBetween(first, last)) return null;
  for (const line of lines.filter((own) => own.bottom > first && own.top < last)) {
    const clear = clearOf(line, strip, WHITE * line.size);
    if (clear === null) return null;
    strip = clear;
  }
  for (const line of lines.filter((own) => own.top >= last)) {
    const clear = isDrawnBetween(bottom, line.bottom) ? null : clearOf(line, strip, WHITE * line.size);
    if (clear === null) break;
    [strip, bottom] = [clear, line.bottom + 1];
  }
  // What a coloured band begins has no text over it.
  const isBegun = bands.some((band) => Math.abs(band.top - first) < LEVEL);
  for (const line of isBegun ? [] : lines.filter((own) => own.bottom <= first).reverse()) {
    const clear = isDrawnBetween(line.top, top) ? null : clearOf(line, strip, WHITE * line.size);
    if (clear === null) break;
    [strip, top] = [clear, line.top - 1];
  }
  return { top, bottom, cut: (strip.from + strip.to) / 2, headers: [null, null] };
}

/**
 * A page set in two columns, as a brochure is, whose rows are ruled each for itself: the edges of one stand at other heights than those of the other, so that no row runs over
 * both. The left column is read to its end, then the right one.
 */
export function unevenColumns(page: OpenText): Twins[] {
  const stacks = stacksOf(page.horizontal).filter(({ ys }) => ys.length >= FEWEST_EDGES);
  const found: Twins[] = [];
  for (const wholeLeft of stacks)
    for (const wholeRight of stacks.filter((other) => other.left > wholeLeft.right))
      for (const height of clearHeights(page, wholeLeft, wholeRight)) {
        const [left, right] = [within(wholeLeft, height, page.horizontal), within(wholeRight, height, page.horizontal)];
        if (Math.min(left.ys.length, right.ys.length) < FEWEST_EDGES || !areBeside(left, right)) continue;
        const twins = reach(page, left, right);
        if (twins !== null && !found.some((other) => twins.top < other.bottom && twins.bottom > other.top)) found.push(twins);
      }
  return found;
}
