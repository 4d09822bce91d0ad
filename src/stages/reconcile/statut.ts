import type { AmountDraft, AmountReading, Unread } from '../../model/draft.ts';
import type { ReconciledLine, ReconciledTotal } from '../../model/reconciled.ts';
import type { StatutProgramme } from '../../model/vocabulary.ts';

/** Below this margin another understanding is nearly as good: a person must look. Natural units of cost. */
const SMALL_MARGIN = 0.75;

/** Confidence that value, rubrique and period are all right, as measured on generated documents (docs/bench.md). */
const CONFIDENCE = { proven: 0.995, unproven: 0.97, broken: 0.93, unnamedColumn: 0.9, doubtful: 0.4 } as const;

export function confidenceOf(draft: AmountDraft, reading: AmountReading, proven: boolean, broken: boolean): number {
  if (draft.doubt !== null) return CONFIDENCE.doubtful;
  const base = proven ? CONFIDENCE.proven : broken ? CONFIDENCE.broken : CONFIDENCE.unproven;
  const named = draft.column.sure || proven ? base : Math.min(base, CONFIDENCE.unnamedColumn);
  return Number((named * Math.exp(-reading.cost)).toFixed(3));
}

/** From here on many parts disagree at once: rows misread are likelier than a document so wrong. */
const MANY_BROKEN = 3;
const MANY_EMPTY = 2;

/** Parts (axes, shares) whose totals disagree independently of each other: more than misprints explain. A grand total only repeats them. */
function looksMisread(totals: readonly ReconciledTotal[]): boolean {
  const parts = totals.filter((total) => total.statut === 'ecart' && (total.scope.portee === 'axe' || total.scope.portee === 'autre'));
  const distinct = new Set(parts.map((total) => `${total.scope.portee}|${String(total.cle)}|${total.scope.terms[0] ?? total.draft.id}`));
  const empty = new Set(
    parts.filter((total) => total.recomputed?.isZero() === true).map((total) => `${String(total.cle)}|${String(total.draft.label)}`),
  );
  return distinct.size >= MANY_BROKEN || empty.size >= MANY_EMPTY;
}

/** Two amounts of a line that nothing tells apart: columns whose headings were not understood. */
export function hasTwins(line: ReconciledLine): boolean {
  const keys = line.amounts
    .filter(({ amount, draft }) => amount !== null && draft.column.rubrique !== 'autre')
    .map(({ draft: { column, taxe } }) => [column.rubrique, column.periode?.debut, column.periode?.fin, taxe].join('|'));
  return new Set(keys).size < keys.length;
}

/** The contract's word for what the sums say of a programme. */
export function programmeStatut(
  lines: readonly ReconciledLine[],
  totals: readonly ReconciledTotal[],
  unread: readonly Unread[],
  margin: number,
): StatutProgramme {
  const amounts = lines.flatMap((line) => line.amounts);
  const doubtful = unread.length > 0 || margin < SMALL_MARGIN || amounts.some((amount) => amount.draft.doubt === 'plusieurs_montants');
  const unreadable = amounts.some((amount) => amount.draft.doubt === 'texte' || amount.draft.doubt === 'formule');
  const figures = amounts.some((amount) => (amount.draft.doubt === 'texte' || amount.draft.doubt === 'formule') && /\d/u.test(amount.text));
  if (doubtful || figures || lines.some(hasTwins) || looksMisread(totals)) return 'a_relire';
  if (totals.some((total) => total.statut === 'ecart')) return unreadable ? 'a_relire' : 'ecart';
  if (totals.some((total) => total.choseScope)) return 'a_relire';
  const covered = totals.some((total) => total.statut === 'conforme' && total.scope.terms.length > 0);
  return covered ? 'reconcilie' : 'non_verifiable';
}
