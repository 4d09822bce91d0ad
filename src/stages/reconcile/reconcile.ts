import type { AmountDraft } from '../../model/draft.ts';
import type { NonEmpty } from '../../model/collections.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type {
  ClassifiedDocument,
  ClassifiedProgramme,
  ReconciledAmount,
  ReconciledDocument,
  ReconciledProgramme,
  ReconciledTotal,
} from '../../model/reconciled.ts';
import { chosen } from './equations.ts';
import { passedOn } from './passed-on.ts';
import { decide, type Decision } from './decide.ts';
import { solve, type Solution } from './search.ts';
import { confidenceOf, programmeStatut } from './statut.ts';

function reconciledTotals(programme: ClassifiedProgramme, solution: Solution): ReconciledTotal[] {
  return programme.draft.totals.flatMap((draft, index): ReconciledTotal[] => {
    const settled = solution.totals[index];
    const hypothesis = draft.scopes[settled?.scope ?? 0] ?? draft.scopes[0];
    if (settled === undefined || settled.declared === null || (draft.isRunning === true && settled.agrees !== false)) return [];
    const { sum, declared, agrees } = settled;
    return [
      {
        draft,
        scope: hypothesis.value,
        cle: programme.cles[index]?.[settled.scope] ?? null,
        declared,
        recomputed: sum,
        difference: sum === null ? null : declared.minus(sum),
        statut: agrees === null ? 'non_verifiable' : agrees ? 'conforme' : 'ecart',
        choseScope: agrees === true && settled.scope !== 0 && !sameTerms(hypothesis.value.terms, draft.scopes[0].value.terms),
      },
    ];
  });
}

/** The same total printed twice is one: the same value for the same amounts (or, where it sums none, for the same figure). The one under a telling header is kept. */
function withoutRepeats(totals: readonly ReconciledTotal[]): ReconciledTotal[] {
  const keyOf = ({ scope, cle, declared }: ReconciledTotal): string => {
    const { rubrique, periode, taxe } = scope.column;
    const summed = scope.terms.length > 0 ? [...scope.terms].sort() : [rubrique, periode?.debut, periode?.fin, taxe];
    return [scope.portee, cle, declared.toFixed(2), ...summed].join('|');
  };
  const kept = new Map<string, ReconciledTotal>();
  for (const total of totals) {
    const key = keyOf(total);
    const other = kept.get(key);
    if (other === undefined || (!other.draft.column.sure && total.draft.column.sure)) kept.set(key, total);
  }
  return totals.filter((total) => kept.get(keyOf(total)) === total);
}

function sameTerms(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/**
 * The totals that prove each amount. An equation that was needed to choose a reading does not prove it: a corrected amount counts as
 * proven only where two equations, of totals or of its row, agree on it, since either alone would have chosen the same. Nor does a total whose scope the sum chose.
 */
function proofsByAmount(totals: readonly ReconciledTotal[]): ReadonlyMap<string, readonly string[]> {
  const proofs = new Map<string, string[]>();
  for (const total of totals) {
    if (total.statut !== 'conforme' || total.choseScope) continue;
    for (const id of total.scope.terms) proofs.set(id, [...(proofs.get(id) ?? []), total.draft.id]);
  }
  return proofs;
}

function reconciledAmount(
  draft: AmountDraft,
  solution: Decision,
  covering: readonly string[],
  broken: ReadonlySet<string>,
): ReconciledAmount {
  const reading = chosen(draft, solution.choice);
  const row = solution.rows.get(draft.id);
  const corrected = reading === draft.readings[0] ? null : { before: draft.readings[0].amount, ...(row === undefined ? {} : { row }) };
  const choosing = covering.length + (row === undefined ? 0 : 1);
  const proofs = reading.amount === null || (corrected !== null && choosing < 2) ? [] : covering;
  return {
    draft,
    amount: reading.amount,
    text: reading.text,
    proofs,
    corrected,
    confidence: confidenceOf(draft, reading, proofs.length > 0, broken.has(draft.id)),
  };
}

function reconcileProgramme(programme: ClassifiedProgramme, margin: number): { value: ReconciledProgramme; solution: Decision } {
  const solution = decide(programme.draft);
  const totals = withoutRepeats(reconciledTotals(programme, solution));
  const proofs = proofsByAmount(totals);
  const broken = new Set(totals.filter((total) => total.statut === 'ecart').flatMap((total) => total.scope.terms));
  const lines = programme.draft.lines.map((draft, index) => ({
    draft,
    classification: programme.classifications[index] ?? {
      axe: null,
      action: null,
      confidence: null,
      suggested: null,
      principes: [],
      because: [],
    },
    amounts: draft.amounts.map((amount) => reconciledAmount(amount, solution, proofs.get(amount.id) ?? [], broken)),
  }));
  const { nature, heading, pages, unread } = programme.draft;
  return {
    value: {
      nature,
      heading,
      pages,
      lines,
      totals,
      unread,
      ...programmeStatut(lines, totals, unread, Math.min(margin, solution.margin)),
    },
    solution,
  };
}

function sumsCost(hypothesis: Hypothesis<ClassifiedDocument>): number {
  return hypothesis.value.programmes.reduce((sum, programme) => sum + solve(programme.draft).cost, 0);
}

export interface Ranked {
  readonly hypothesis: Hypothesis<ClassifiedDocument>;
  /** Of the understanding alone. */
  readonly reading: number;
  /** Of what its own sums say of it; 0 where there is nothing to choose from and they were not asked. */
  readonly sums: number;
}

/** All ways to understand the document, cheapest first, by their own cost together with what their sums say. */
export function rank(hypotheses: NonEmpty<Hypothesis<ClassifiedDocument>>): NonEmpty<Ranked> {
  const isOnly = hypotheses.length === 1;
  const ranked = hypotheses.map((hypothesis) => ({ hypothesis, reading: hypothesis.cost, sums: isOnly ? 0 : sumsCost(hypothesis) }));
  const [first, ...rest] = ranked.sort((a, b) => costOf(a) - costOf(b));
  return first === undefined ? [{ hypothesis: hypotheses[0], reading: hypotheses[0].cost, sums: 0 }] : [first, ...rest];
}

export function costOf({ reading, sums }: Ranked): number {
  return reading + sums;
}

/** How much dearer the next best understanding is; infinite where there is none. */
export function marginOf([best, next]: NonEmpty<Ranked>): number {
  return next === undefined ? Infinity : costOf(next) - costOf(best);
}

type Reconciled = ReturnType<typeof reconcileProgramme>;

/** A total that does not agree with amounts of other programmes which were read in several ways: nobody can tell whose error it is. */
function doubtful(reconciled: Reconciled, elsewhere: readonly AmountDraft[]): Reconciled {
  const inDoubt = new Set(elsewhere.filter(({ readings }) => readings.length > 1).map(({ id }) => id));
  const { value } = reconciled;
  const isDoubtful = value.totals.some(({ statut, scope }) => statut === 'ecart' && scope.terms.some((id) => inDoubt.has(id)));
  if (!isDoubtful) return reconciled;
  const doubts = [...new Set([...value.doubts, 'lectures_incertaines' as const])];
  return { ...reconciled, value: { ...value, statut: 'a_relire', doubts } };
}

/**
 * Each programme by its own sums, those whose totals sum amounts of others last: what such an amount is, its own programme says, and a total
 * that would have it otherwise is one that does not agree.
 */
function reconcileAll(programmes: readonly ClassifiedProgramme[], margin: number): Reconciled[] {
  const settled = new Map<string, ReconciledAmount>();
  const done = new Map<ClassifiedProgramme, Reconciled>();
  const reconcileOne = (programme: ClassifiedProgramme): void => {
    const elsewhere = (programme.draft.elsewhere ?? []).map((draft): AmountDraft => {
      const own = settled.get(draft.id);
      return own === undefined ? draft : { ...draft, readings: [{ text: own.text, amount: own.amount, cost: 0 }] };
    });
    const reconciled = reconcileProgramme({ ...programme, draft: { ...programme.draft, elsewhere } }, margin);
    done.set(programme, doubtful(reconciled, programme.draft.elsewhere ?? []));
    for (const amount of reconciled.value.lines.flatMap(({ amounts }) => amounts)) settled.set(amount.draft.id, amount);
  };
  const sumsOthers = (programme: ClassifiedProgramme): boolean => (programme.draft.elsewhere ?? []).length > 0;
  programmes.filter((programme) => !sumsOthers(programme)).forEach(reconcileOne);
  programmes.filter(sumsOthers).forEach(reconcileOne);
  return programmes.flatMap((programme) => done.get(programme) ?? []);
}

/**
 * Decides: of all ways to understand the document, the one that costs least together with what its own sums say. The others only tell how
 * sure that is (`margin`).
 */
export function reconcile(hypotheses: NonEmpty<Hypothesis<ClassifiedDocument>>): ReconciledDocument {
  const ranked = rank(hypotheses);
  const [best] = ranked;
  const margin = marginOf(ranked);
  const { nature, convention, faits, programmes, roles, unreadPages } = best.hypothesis.value;
  const reconciled = reconcileAll(programmes, margin);
  const all = reconciled.map(({ value }) => value);
  return {
    nature,
    convention,
    faits,
    roles,
    unreadPages,
    programmes: reconciled.map(({ value, solution }) => {
      const passed = passedOn(value, all);
      if (passed.length === 0) return value;
      const own = value.totals.filter((total) => !passed.includes(total));
      return { ...value, ...programmeStatut(value.lines, own, value.unread, Math.min(margin, solution.margin)) };
    }),
    cost: costOf(best),
    margin,
  };
}
