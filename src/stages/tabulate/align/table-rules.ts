import type { Edge } from '../rules/edges.ts';
import { isFigure } from '../text/value.ts';
import type { ChunkedLine } from './chunks.ts';

/** Ends of rules of one table differ by less than this, in points. */
const SAME_END = 2;
/** So many rules as long as one above them show that it is their table's. */
const FEWEST_ROWS = 2;
/** The groups of a header stand on so many lines at most. */
const MOST_LINES = 4;

const isAlike = (one: number, other: number): boolean => Math.abs(one - other) < SAME_END;
const isAsLong = (edge: Edge, other: Edge): boolean => isAlike(edge.from, other.from) && isAlike(edge.to, other.to);
const isPartOf = (edge: Edge, whole: Edge): boolean =>
  edge.from >= whole.from - SAME_END && edge.to <= whole.to + SAME_END && isAlike(edge.from, whole.from) !== isAlike(edge.to, whole.to);

/** The rule above a line that is its table's: the nearest of those as long as several below the line, which part the rows. */
function tableRuleAbove({ top, bottom }: ChunkedLine, horizontal: readonly Edge[]): Edge | null {
  const below = horizontal.filter((edge) => edge.at > bottom);
  const above = horizontal.filter((edge) => edge.at < top + 1 && below.filter((other) => isAsLong(edge, other)).length >= FEWEST_ROWS);
  return above.reduce<Edge | null>((nearest, edge) => (nearest === null || edge.at > nearest.at ? edge : nearest), null);
}

/** Whether a line stands under the upper rule of a table: what a header says again on each page is the table's, not the page's. */
export function isUnderTableRule(line: ChunkedLine, horizontal: readonly Edge[]): boolean {
  return tableRuleAbove(line, horizontal) !== null;
}

/**
 * The index of the first line of a header whose line `index` is given, where a rule under its groups parts them from it: that rule ends where the rules of the table do on
 * one side alone, the columns that have no group cut it off on the other. `index` itself where there is none.
 */
export function firstUnderTableRule(lines: readonly ChunkedLine[], index: number, horizontal: readonly Edge[]): number {
  const line = lines[index];
  const rule = line === undefined ? null : tableRuleAbove(line, horizontal);
  if (line === undefined || rule === null) return index;
  const between = horizontal.filter((edge) => edge.at > rule.at + 1 && edge.at < line.top + 1);
  const first = lines.findIndex(({ top }) => top > rule.at - 1);
  const groups = lines.slice(first, index);
  const areGroups =
    groups.length <= MOST_LINES &&
    between.some((edge) => isPartOf(edge, rule)) &&
    !groups.some(({ chunks }) => chunks.some(({ text }) => isFigure(text)));
  return areGroups ? first : index;
}
