import { overlap } from '../../../model/geometry.ts';
import type { OpenText } from './segments.ts';
import { stacksOf, type Stack } from './stacks.ts';
import { clearOf, WHITE, type Strip, type Twins } from './twins.ts';

/** Rows that each of two columns of a page rules at least. */
const FEWEST_EDGES = 4;
/** Share of the edges of either that may stand at the height of one of the other: the rows of one table stand at the same heights. */
const FEW_LEVEL = 0.4;
/** Edges at one height differ by less than this, in points. */
const LEVEL = 2.5;
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
  for (const line of lines.filter((own) => own.bottom <= first).reverse()) {
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
  for (const left of stacks)
    for (const right of stacks) {
      const twins = areBeside(left, right) ? reach(page, left, right) : null;
      if (twins !== null && !found.some((other) => twins.top < other.bottom && twins.bottom > other.top)) found.push(twins);
    }
  return found;
}
