import { Decimal } from 'decimal.js';
import type { ReconciledAmount, ReconciledLine, ReconciledTotal } from '../../model/reconciled.ts';

/** So many amounts before one that is exactly their sum are no accident; fewer are none when they are all of an axe, and the line says nothing of its own. */
const FEWEST_SUMMED = 3;
const FEWEST_OF_GROUP = 2;
/** A line this surely filed under an action, by its own words, is one; only the sum of all before it would still be strange. */
const SURE_ACTION = 0.9;

interface Term {
  readonly line: ReconciledLine;
  readonly amount: Decimal;
}

function keysOf(line: ReconciledLine, { draft: { column } }: ReconciledAmount): readonly string[] {
  const figure = (one: ReconciledAmount): string => {
    const { rubrique, periode } = one.draft.column;
    return [rubrique, periode?.debut, periode?.fin].join('|');
  };
  const own = [column.rubrique, column.periode?.debut, column.periode?.fin].join('|');
  const isOnly = line.amounts.filter((other) => other.amount !== null && figure(other) === own).length === 1;
  // The rest of a table that lost its heading has columns of its own: the same figure, under another name.
  return isOnly ? [`${own}|${column.header}`, own] : [`${own}|${column.header}`];
}

/** Whether a group of lines begins with `at`: another axe or section stands before it, or nothing. */
function begins(terms: readonly Term[], at: number): boolean {
  const [before, first] = [terms[at - 1]?.line, terms[at]?.line];
  return (
    before === undefined ||
    first === undefined ||
    before.classification.axe !== first.classification.axe ||
    before.draft.section !== first.draft.section
  );
}

/** The lines just before one whose amounts its own is the sum of; `null` where that is no sign of a total. */
function summedBy(line: ReconciledLine, amount: Decimal, before: readonly Term[]): ReadonlySet<ReconciledLine> | null {
  const { action, confidence } = line.classification;
  const isNamed = action !== null || line.draft.actionText !== null;
  const isSure = action !== null && (confidence ?? 0) >= SURE_ACTION;
  // A line of its own action, the first of its section, has nothing before it to sum.
  if (isSure && before.at(-1)?.line.draft.section !== line.draft.section) return null;
  let sum = new Decimal(0);
  for (let count = 1; count <= before.length; count++) {
    const at = before.length - count;
    sum = sum.plus(before[at]?.amount ?? 0);
    if (!sum.equals(amount)) continue;
    const isGroup = begins(before, at);
    if ((count >= FEWEST_SUMMED && (!isSure || isGroup)) || (count >= FEWEST_OF_GROUP && isGroup && !isNamed))
      return new Set(before.slice(at).map((term) => term.line));
  }
  return null;
}

/** Whether what a line says in a column is the sum of some lines there too: a total sums them in all its columns. */
function sums(amount: Decimal, lines: ReadonlySet<ReconciledLine>, terms: readonly Term[]): boolean {
  return terms.reduce((sum, term) => (lines.has(term.line) ? sum.plus(term.amount) : sum), new Decimal(0)).equals(amount);
}

/** A total counted among its lines makes the sum of a total over it too large by itself, at least: one that is not so says that the line is a line. */
function isRefuted({ draft, amount }: ReconciledAmount, totals: readonly ReconciledTotal[]): boolean {
  const over = totals.filter(({ scope, recomputed }) => recomputed !== null && scope.terms.includes(draft.id));
  return amount !== null && over.length > 0 && over.every(({ difference }) => difference !== null && difference.negated().lessThan(amount));
}

/**
 * A line whose amount is the sum of those just before it and that no total proves: a total whose label was not understood. One that a total covers together with
 * those before it is a line, or the total would not agree.
 */
export function hasHiddenTotal(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): boolean {
  const columns = new Map<string, Term[]>();
  for (const line of lines) {
    const stated = line.amounts.flatMap((own) => {
      const { amount } = own;
      return amount === null || amount.isZero() ? [] : keysOf(line, own).map((key) => ({ own, amount, key }));
    });
    const added = stated.map(({ amount, key }): readonly [string, Term] => [key, { line, amount }]);
    for (const { own, amount, key } of stated) {
      const summed = own.proofs.length > 0 ? null : summedBy(line, amount, columns.get(key) ?? []);
      const isWhole =
        summed !== null &&
        stated.every((other) => other.own === own || !columns.has(other.key) || sums(other.amount, summed, columns.get(other.key) ?? []));
      if (isWhole && !isRefuted(own, totals)) return true;
    }
    for (const [key, term] of added) columns.set(key, [...(columns.get(key) ?? []), term]);
  }
  return false;
}
