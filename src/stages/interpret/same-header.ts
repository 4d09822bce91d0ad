import { words } from '../../french/text.ts';
import type { Column } from './columns.ts';
import type { Piece } from './facts.ts';

/** What may stand between a table and its rest on the next page: running heads and feet, short and few. */
const MOST_BETWEEN = 3;
const SHORT = 60;

function says(column: Column): readonly string[] {
  return words(column.header);
}

/**
 * Whether a header prints that of the table above again: in each column the same words, or some of them where a heading over several columns was cut another
 * way, most of them the same.
 */
export function isSameHeader(above: readonly Column[], own: readonly Column[]): boolean {
  if (above.length !== own.length || own.length < 2) return false;
  const pairs = own.map((column, at) => ({ now: says(column), before: above[at] === undefined ? [] : says(above[at]) }));
  const holds = pairs.every(({ now, before }) => (now.length > 0 || before.length === 0) && now.every((word) => before.includes(word)));
  const same = pairs.filter(({ now, before }) => now.join(' ') === before.join(' ')).length;
  return holds && 2 * same > own.length;
}

/** The columns of the table above at the places of those under the same header. */
export function asAbove(above: readonly Column[], own: readonly Column[]): readonly Column[] {
  return own.map((column, at) => ({ ...(above[at] ?? column), index: column.index, x0: column.x0, x1: column.x1 }));
}

/** Whether nothing but furniture of pages stands between a table and the one above. */
export function isRunOn(between: readonly Piece[]): boolean {
  return between.length <= MOST_BETWEEN && between.every(({ text, bold }) => !bold && text.length <= SHORT);
}
