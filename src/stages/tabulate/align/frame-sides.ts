import type { Edge } from '../rules/edges.ts';

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

/** Whether a side of a frame runs on beside two lines of text whose ends are given, from the `top` of the upper to the `bottom` of the lower. */
export function isBesideSide(vertical: readonly Edge[], left: number, right: number, top: number, bottom: number): boolean {
  return vertical.some(
    (edge) =>
      covers(edge, top, bottom) &&
      ((edge.at <= left + 1 && left - edge.at <= BESIDE) || (edge.at >= right - 1 && edge.at - right <= BESIDE)),
  );
}
