import { Decimal } from 'decimal.js';
import { overlap } from '../../model/geometry.ts';
import type { ReconciledLine, ReconciledTotal } from '../../model/reconciled.ts';
import { roundingSlack } from '../../model/rounding.ts';

/**
 * An author's slip touches one place of a sound table: a figure mistyped in a line, a line left out of the sums or in them twice, a total mistyped. Every total over that place is then off by
 * the same, and no other. A table read askew puts many totals wrong in ways that take many slips to explain.
 */

/** So many slips in one programme are likelier a misreading: nobody counts further. */
export const MANY_SLIPS = 3;

interface Node {
  readonly total: ReconciledTotal;
  readonly terms: ReadonlySet<string>;
  readonly difference: Decimal;
  readonly slack: Decimal;
}

/** `of`: the total in which it shows first. A slip among its lines shows in every total around it too; a total mistyped shows nowhere else. */
interface Slip {
  readonly of: Node;
  readonly isInLines: boolean;
  readonly amount: Decimal;
}

/** Whether all that a total sums is summed by the other too: an axe without lines is part of what goes beyond axes in its column. */
function isWithin(one: Node, other: Node): boolean {
  if (one === other) return false;
  if (one.terms.size > 0) return one.terms.size <= other.terms.size && [...one.terms].every((term) => other.terms.has(term));
  return (
    one.total.scope.portee === 'axe' &&
    one.total.scope.columnAmounts.some((id) => other.terms.has(id)) &&
    other.total.scope.portee !== 'axe'
  );
}

function isTied(one: Node, other: Node): boolean {
  return [...one.terms].some((term) => other.terms.has(term)) || isWithin(one, other) || isWithin(other, one);
}

/** Totals that share amounts, directly or over others: most often those of one column. Smallest first. */
function tiedTogether(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const left = new Set(nodes);
  const groups: Node[][] = [];
  for (const start of nodes) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const node of group) {
      for (const other of left) {
        if (!isTied(node, other)) continue;
        group.push(other);
        left.delete(other);
      }
    }
    groups.push(group.sort((a, b) => a.terms.size - b.terms.size));
  }
  return groups;
}

/** The fewest slips that explain the differences of totals tied together; `null` where it takes {@link MANY_SLIPS}. Slips among lines are preferred. */
function fewestSlips(group: readonly Node[]): readonly Slip[] | null {
  let best: readonly Slip[] | null = null;
  const explain = (at: number, slips: readonly Slip[]): void => {
    if (slips.length >= (best?.length ?? MANY_SLIPS)) return;
    const of = group[at];
    if (of === undefined) {
      best = slips;
      return;
    }
    const inside = slips.filter((slip) => slip.isInLines && isWithin(slip.of, of));
    const amount = inside.reduce((left, slip) => left.minus(slip.amount), of.difference);
    if (amount.abs().lessThanOrEqualTo(of.slack)) explain(at + 1, slips);
    else for (const isInLines of [true, false]) explain(at + 1, [...slips, { of, isInLines, amount }]);
  };
  explain(0, []);
  return best;
}

function isSameRow({ draft: a }: ReconciledTotal, { draft: b }: ReconciledTotal): boolean {
  return a.place.page === b.place.page && overlap(a.place.box[1], a.place.box[3], b.place.box[1], b.place.box[3]) > 0;
}

/** A line left out of the row of a total, or in it twice: each column of the row is off by its amount of that line. */
function isOneLine(row: readonly Node[], lines: readonly ReconciledLine[]): boolean {
  const amountOf = ({ amounts }: ReconciledLine, { terms }: Node): Decimal =>
    amounts.reduce((sum, { amount, draft }) => (terms.has(draft.id) ? sum.plus(amount ?? 0) : sum), new Decimal(0));
  return lines.some((line) => [1, -1].some((sign) => row.every((node) => amountOf(line, node).times(sign).equals(node.difference))));
}

/** Slips among lines seen in several columns are one where they may be at the same line. `columns`: each of totals tied together. */
function placesOf(columns: readonly (readonly Slip[])[], lineOf: ReadonlyMap<string, string>): number {
  const places: { lines: ReadonlySet<string>; total: ReconciledTotal; columns: Set<number> }[] = [];
  const slips = columns.flatMap((own, column) => own.filter(({ isInLines }) => isInLines).map(({ of }) => ({ of, column })));
  for (const { of, column } of slips.sort((a, b) => a.of.terms.size - b.of.terms.size)) {
    const lines = new Set([...of.terms].map((term) => lineOf.get(term) ?? term));
    const known = places.find(
      (place) => !place.columns.has(column) && (isSameRow(place.total, of.total) || [...lines].some((line) => place.lines.has(line))),
    );
    if (known === undefined) places.push({ lines, total: of.total, columns: new Set([column]) });
    else known.columns.add(column);
  }
  return places.length;
}

/** How many slips of its author it takes at least to explain the totals of a programme that disagree; never told beyond {@link MANY_SLIPS}. */
export function slipsBehind(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): number {
  const nodes = totals.flatMap((total): Node[] => {
    if (total.difference === null || total.choseScope) return [];
    return [{ total, terms: new Set(total.scope.terms), difference: total.difference, slack: roundingSlack(lines, total) }];
  });
  const lineOf = new Map(lines.flatMap(({ amounts, draft }) => amounts.map((amount) => [amount.draft.id, draft.id] as const)));
  const columns: (readonly Slip[])[] = [];
  for (const group of tiedTogether(nodes)) {
    const slips = fewestSlips(group);
    if (slips === null) return MANY_SLIPS;
    columns.push(slips);
  }
  const mistyped = columns.flat().filter(({ isInLines }) => !isInLines);
  const rows: Slip[][] = [];
  for (const slip of mistyped) {
    const row = rows.find(([first]) => first !== undefined && isSameRow(first.of.total, slip.of.total));
    if (row === undefined) rows.push([slip]);
    else row.push(slip);
  }
  const ofRows = rows.reduce((sum, row) => {
    const whole = nodes.filter(({ total }) => row.some(({ of }) => isSameRow(of.total, total)));
    return sum + (row.length > 1 && isOneLine(whole, lines) ? 1 : row.length);
  }, 0);
  return Math.min(MANY_SLIPS, placesOf(columns, lineOf) + ofRows);
}
