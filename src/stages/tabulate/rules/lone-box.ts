import { middleX, middleY } from '../../../model/geometry.ts';
import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import type { Lattice } from '../lattice.ts';
import { isFigure } from '../text/value.ts';
import type { Component } from './components.ts';

/** Borders of two pages that differ by less than this are one, in points. */
const SAME_BORDER = 3.5;
/** An amount of money, not a page's or an article's number: none of these is 0. */
const MONEY = /€|\d{3}|^0$/u;

const textOf = (words: readonly Word[]): string => words.map((word) => word.readings[0].text).join(' ');

/** The column (from 0) whose borders the sides of a box continue; -1 when there is none. */
function columnOf([left, , right]: Box, xs: readonly number[]): number {
  return xs.findIndex((x, column) => Math.abs(x - left) <= SAME_BORDER && Math.abs((xs[column + 1] ?? Infinity) - right) <= SAME_BORDER);
}

/**
 * The last row of the drawn table that ends the page before, where only its amount is boxed: a box with an amount between the borders of one of its columns (`xs`), other than
 * the first, nothing but `head` (a y) above it. `null` when no component is one.
 */
export function lastBoxAlone(
  components: readonly Component[],
  words: readonly Word[],
  xs: readonly number[],
  head: number,
): Lattice | null {
  const isBoxed = ({ horizontal, vertical, box }: Component): boolean => {
    const [left, top, right, bottom] = box;
    const inside = words.filter(
      (word) => middleX(word.box) > left && middleX(word.box) < right && middleY(word.box) > top && middleY(word.box) < bottom,
    );
    const text = textOf(inside);
    return horizontal.length >= 2 && vertical.length >= 2 && columnOf(box, xs) > 0 && isFigure(text) && MONEY.test(text);
  };
  const found = components.find(isBoxed);
  if (found === undefined || words.some((word) => middleY(word.box) < found.box[1] && middleY(word.box) > head)) return null;
  return {
    xs,
    ys: [found.box[1], found.box[3]],
    cells: xs.slice(1).map((_, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 })),
    ruling: 'partial',
    confidence: 0.9,
    drawnColumns: true,
    openTop: false,
    openBottom: false,
  };
}
