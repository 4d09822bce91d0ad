import type { Place } from '../../model/geometry.ts';

/** One name for what is read at a place, of a kind (`l` line, `m` amount, `t` total): the same each time the document is read. */
export function placeId(kind: string, { page, box: [x0, y0] }: Place): string {
  return `${kind}-p${String(page)}-${String(Math.round(x0))}-${String(Math.round(y0))}`;
}
