import type { Edge } from '../rules/edges.ts';
import type { Stack } from './stacks.ts';

/** A side stands this close to the text or the edges that it encloses, in points. */
const BESIDE = 40;
const SAME = 7;
/** A side may end this much before what it encloses does, in points. */
const SHORT = 3;

function covers(edge: Edge, top: number, bottom: number): boolean {
  return edge.from <= top + SHORT && edge.to >= bottom - SHORT;
}

/** Whether both sides of a frame are drawn from `top` to `bottom`: white between its rows, however high, parts no tables. */
export function isFramed(vertical: readonly Edge[], left: number, right: number, top: number, bottom: number): boolean {
  const own = vertical.filter((edge) => covers(edge, top, bottom));
  return own.some((edge) => Math.abs(edge.at - left) <= SAME) && own.some((edge) => Math.abs(edge.at - right) <= SAME);
}

/** Whether an interval of a stack is a box: both sides are drawn beside it, and beside nothing else. */
export function isBoxed([top, bottom]: readonly [number, number], { left, right }: Stack, vertical: readonly Edge[]): boolean {
  const ends = vertical.filter((edge) => edge.from >= top - RUNS_ON && edge.to <= bottom + RUNS_ON);
  return isFramed(ends, left, right, top, bottom);
}

/** Whether a side of a frame is drawn from `top` to `bottom`: of a small box on a scan, one may be all that is left. */
export function hasSide(vertical: readonly Edge[], left: number, right: number, top: number, bottom: number): boolean {
  return vertical.some((edge) => covers(edge, top, bottom) && (Math.abs(edge.at - left) <= SAME || Math.abs(edge.at - right) <= SAME));
}

/** Whether a side of a frame runs on beside two lines of text whose ends are given, from the `top` of the upper to the `bottom` of the lower. */
export function isBesideSide(vertical: readonly Edge[], left: number, right: number, top: number, bottom: number): boolean {
  return vertical.some(
    (edge) =>
      covers(edge, top, bottom) &&
      ((edge.at <= left + 1 && left - edge.at <= BESIDE) || (edge.at >= right - 1 && edge.at - right <= BESIDE)),
  );
}

/** Sides that end within this of each other end together; they run on past the last edge by at least this much, in points. */
const TOGETHER = 3;
const RUNS_ON = 8;

/**
 * An interval (top, bottom) of a stack with what both sides of its frame run on beside, with no edge of the stack there: a page break leaves the frame open, and the row that
 * it cuts or ends with has no edge of its own. Sides that end at a further edge are those of another box.
 */
export function withOpenEnds([top, bottom]: readonly [number, number], stack: Stack, vertical: readonly Edge[]): readonly [number, number] {
  const endOf = (y: number, end: 'from' | 'to'): number => {
    const away = end === 'from' ? -1 : 1;
    const own = vertical.filter((edge) => covers(edge, y, y) && away * (edge[end] - y) > RUNS_ON);
    const [left, right] = [stack.left, stack.right].map((x) => own.find((edge) => Math.abs(edge.at - x) <= SAME)?.[end]);
    if (left === undefined || right === undefined || Math.abs(left - right) > TOGETHER) return y;
    const isClosed = stack.ys.some((edge) => away * (edge - y) > 1 && away * (edge - left) <= TOGETHER);
    return isClosed ? y : left;
  };
  return [endOf(top, 'from'), endOf(bottom, 'to')];
}
