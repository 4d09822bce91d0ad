import type { Component } from '../pixels/components.ts';

/** An accent or dot stands this near over its letter at most, in heights of letters; and so much of it stands over the letter. */
const CLOSE = 0.2;
const OVER = 0.5;
const COLUMN = 64;

/**
 * The letter that a small piece of ink stands on like an accent or a dot, if any: where lines are tight it may touch the letters of the line above, whose it
 * is not. `high`: how tall letters are there.
 */
export function letterBeneath(bodies: readonly Component[]): (small: Component, high: number) => Component | null {
  const columns = new Map<number, Component[]>();
  for (const body of bodies)
    for (let column = Math.floor(body.x0 / COLUMN); column <= Math.floor(body.x1 / COLUMN); column++) {
      const own = columns.get(column);
      if (own === undefined) columns.set(column, [body]);
      else own.push(body);
    }
  return ({ x0, x1, y1 }, high) => {
    for (const body of columns.get(Math.floor((x0 + x1) / 2 / COLUMN)) ?? []) {
      const gap = body.y0 - y1;
      if (gap < 0 || gap > CLOSE * high) continue;
      if (Math.min(x1, body.x1) - Math.max(x0, body.x0) >= OVER * (x1 - x0)) return body;
    }
    return null;
  };
}
