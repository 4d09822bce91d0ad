import { words } from '../../french/text.ts';
import type { Column } from './columns.ts';
import type { Piece } from './heading-piece.ts';

/** What may stand between a table and its rest on the next page: running heads and feet, short and few. */
const MOST_BETWEEN = 3;
const SHORT = 60;

function says(column: Column): readonly string[] {
  return words(column.header);
}

const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((word) => all.includes(word));

/** The same kind of column, of the same figures: more words say nothing more. */
function isAlike(a: Column, b: Column | undefined): boolean {
  const figures = ({ amount }: Column): string => [amount?.rubrique, amount?.periode?.debut, amount?.periode?.fin].join('|');
  return b !== undefined && a.kind === b.kind && figures(a) === figures(b);
}

/**
 * Whether a header prints that of the table above again: in each column the same words, or some of them where a heading over several columns was cut another
 * way, most of them the same.
 */
export function isSameHeader(above: readonly Column[], own: readonly Column[]): boolean {
  if (above.length !== own.length || own.length < 2) return false;
  const pairs = own.map((column, at) => ({
    now: says(column),
    before: above[at] === undefined ? [] : says(above[at]),
    isAlike: isAlike(column, above[at]),
  }));
  const holds = pairs.every(
    ({ now, before, isAlike: alike }) => (now.length > 0 || before.length === 0) && (isPart(now, before) || (alike && isPart(before, now))),
  );
  const same = pairs.filter(({ now, before }) => now.join(' ') === before.join(' ')).length;
  return holds && 2 * same > own.length;
}

const lettersOf = (text: string): string => words(text).join('');

/** So many letters at least tell where a header goes on. */
const TELLING = 6;

/**
 * Whether a header is the last lines of the one above, cut by a page break: the first stand at the foot of the page before. `isBegun`: they were found there; then a unit tells enough
 * ("(K€)").
 */
export function isRestOfHeader(above: readonly Column[], own: readonly Column[], isBegun: boolean): boolean {
  if (above.length !== own.length || own.length < 2) return false;
  const rests = own.map(({ header }) => lettersOf(header));
  return (
    rests.every((rest, at) => lettersOf(above[at]?.header ?? '').endsWith(rest)) &&
    rests.some((rest, at) => rest.length >= (isBegun ? 1 : TELLING) && rest.length < lettersOf(above[at]?.header ?? '').length)
  );
}

/**
 * The columns of the table above at the places of those under the same header. Where figures show only here that a column holds money ("Financement partenaires", without any above), it is read
 * by its own.
 */
export function asAbove(above: readonly Column[], own: readonly Column[]): readonly Column[] {
  return own.map((column, at) => {
    const before = above[at] ?? column;
    const isShownHere = column.amount !== null && before.kind === 'description' && lettersOf(column.header) === lettersOf(before.header);
    return isShownHere ? column : { ...before, index: column.index, x0: column.x0, x1: column.x1 };
  });
}

/** Whether nothing but furniture of pages stands between a table and the one above. */
export function isRunOn(between: readonly Piece[]): boolean {
  return between.length <= MOST_BETWEEN && between.every(({ text, bold }) => !bold && text.length <= SHORT);
}
