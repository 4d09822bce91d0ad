import type { Component } from '../pixels/components.ts';

/** Side of the squares that the page is looked at in, pixels at 300 dpi: a few lines. */
const SQUARE = 150;
/** More than stand beside each other on any page. */
const MOST_SQUARES = 1 << 16;
/** Ink lower than this (pixels) is no letter of any size. */
const LEAST = 9;
/** So many letters around tell their size. */
const ENOUGH = 6;
const SHARE = 0.65;

/** How tall letters are around a place: titles and notes of one page have their own measure. */
export function usualHeights(components: readonly Component[]): (each: Component) => number {
  const squares = new Map<number, number[]>();
  const all: number[] = [];
  const key = (x: number, y: number): number => y * MOST_SQUARES + x;
  const square = ({ x0, x1, y0, y1 }: Component): [number, number] => [
    Math.floor((x0 + x1) / 2 / SQUARE),
    Math.floor((y0 + y1) / 2 / SQUARE),
  ];
  for (const each of components) {
    const high = each.y1 - each.y0;
    if (high < LEAST) continue;
    const at = key(...square(each));
    const list = squares.get(at);
    if (list === undefined) squares.set(at, [high]);
    else list.push(high);
    all.push(high);
  }
  const usual = (heights: number[]): number => heights.sort((a, b) => a - b)[Math.floor(heights.length * SHARE)] ?? 20;
  const ofPage = usual(all);
  const known = new Map<number, number>();
  return (each) => {
    const [x, y] = square(each);
    const at = key(x, y);
    let high = known.get(at);
    if (high === undefined) {
      const own = squares.get(at) ?? [];
      const around =
        own.length >= 2 * ENOUGH ? own : [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => squares.get(key(x + dx, y + dy)) ?? []));
      high = around.length >= ENOUGH ? usual([...around]) : ofPage;
      known.set(at, high);
    }
    return high;
  };
}
