import { overlap, type Place } from '../../model/geometry.ts';

/** Texts of one printed line share this much of their height. */
const SHARED = 0.6;

/** Whether two texts stand on one line of print. */
export function onBaseline(a: { readonly place: Place }, b: { readonly place: Place }): boolean {
  const [, a0, , a1] = a.place.box;
  const [, b0, , b1] = b.place.box;
  return a.place.page === b.place.page && overlap(a0, a1, b0, b1) > SHARED * Math.min(a1 - a0, b1 - b0);
}
