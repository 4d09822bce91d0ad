import type { Decimal } from 'decimal.js';
import type { ReconciledTotal } from '../../model/reconciled.ts';

/** Two figures for the same lines that differ by less than this share are one figure, rounded. */
const ROUNDED = 0.05;

/** Whether one figure is the other with a digit mistyped, left out or struck twice, or two neighbours exchanged. */
function isMistyped(one: Decimal, other: Decimal): boolean {
  const [short, long] = [one.abs().toFixed(2), other.abs().toFixed(2)]
    .map((text) => text.replace('.', ''))
    .sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  if (long.length > short.length) return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
  const [first, second, ...more] = [...long].flatMap((digit, at) => (digit === short[at] ? [] : [at]));
  if (first === undefined || second === undefined) return true;
  return more.length === 0 && long[first] === short[second] && long[second] === short[first];
}

function sumsTheSame({ scope: a }: ReconciledTotal, { scope: b }: ReconciledTotal): boolean {
  const terms = new Set(a.terms);
  return terms.size > 0 && b.terms.length === terms.size && b.terms.every((term) => terms.has(term));
}

/** Two figures too far from each other to be meant for the same lines: one of them covers something else. */
function areOfDifferentThings(one: ReconciledTotal, other: ReconciledTotal): boolean {
  const [a, b] = [one.declared, other.declared];
  const isFar = a
    .minus(b)
    .abs()
    .greaterThan(
      a
        .abs()
        .plus(b.abs())
        .times(ROUNDED / 2),
    );
  return sumsTheSame(one, other) && isFar && !isMistyped(a, b);
}

/** Whether two totals sum one column: a figure of another is near a gap by chance ("Prévu" and "Engagé" of an action done as planned). */
function areInOneColumn({ scope: { column: a } }: ReconciledTotal, { scope: { column: b } }: ReconciledTotal): boolean {
  return a.rubrique === b.rubrique && a.periode?.debut === b.periode?.debut && a.periode?.fin === b.periode?.fin;
}

/** What a total has too much or too little is all that another states: that other is a line, or covers lines that were not read. */
function isMissedBy(total: ReconciledTotal, other: ReconciledTotal): boolean {
  const { declared, difference, recomputed } = total;
  const gap = other.difference?.abs();
  if (gap === undefined || difference === null || declared.isZero() || recomputed?.isZero() === true) return false;
  // A line left out of both, or in both twice, puts them wrong by the same.
  return areInOneColumn(total, other) && gap.equals(declared.abs()) && !gap.equals(difference.abs());
}

/** Among totals that disagree with their lines, two that disagree with each other as no slip of the pen explains. */
export function hasIncompatible(totals: readonly ReconciledTotal[]): boolean {
  const broken = totals.filter(({ statut }) => statut === 'ecart');
  return broken.some((one) => broken.some((other) => one !== other && (areOfDifferentThings(one, other) || isMissedBy(one, other))));
}
