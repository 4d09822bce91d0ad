import type { Word } from '../../../model/page.ts';
import { isFree } from '../align/chunks.ts';
import { at } from '../lattice.ts';

/** A word may reach over the edge of a row by so much of its height: descenders, tight cells. */
const OVER = 0.3;

/** Where the edges of columns and rows lie on the page. */
interface Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function standsOver({ box: [, top, , bottom] }: Word, y: number): boolean {
  return Math.min(y - top, bottom - y) > OVER * (bottom - top);
}

/**
 * Whether the elementary cells (row, column) of an area that no wall parts hold a text each, none of which runs over an edge between two of them: their page leaves
 * out the walls of a table that has them elsewhere (a border erased), and it is no merged cell, whose one text would run on. Asked of areas of several rows and columns only.
 */
export function isParted({ xs, ys }: Edges, members: readonly (readonly [number, number])[], words: readonly Word[]): boolean {
  const rows = new Set(members.map(([row]) => row));
  const columns = new Set(members.map(([, column]) => column));
  if (rows.size < 2 || columns.size < 2) return false;
  const inCell = (row: number, column: number): readonly Word[] =>
    words.filter(({ box: [x0, y0, x1, y1] }) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return x > at(xs, column) && x < at(xs, column + 1) && y > at(ys, row) && y < at(ys, row + 1);
    });
  const cells = members.map(([row, column]) => ({ row, own: inCell(row, column) }));
  const isApart = ({ row, own }: (typeof cells)[number]): boolean =>
    own.length > 0 && own.every((word) => !standsOver(word, at(ys, row)) && !standsOver(word, at(ys, row + 1)));
  const all = cells.flatMap(({ own }) => own);
  return cells.every(isApart) && [...columns].every((column) => !columns.has(column + 1) || isFree(all, at(xs, column + 1)));
}
