import type { AmountColumn, AmountDraft, Heading, LineDraft, ProgrammeDraft, TotalDraft } from '../../model/draft.ts';
import { nonEmpty } from '../../model/collections.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Periode } from '../../model/vocabulary.ts';
import { axeTotalColumns } from './axe-total-columns.ts';
import { detailedActions } from './detailed-actions.ts';
import { isLine, isStated, type Entry } from './entries.ts';
import { ENOUGH, ENOUGH_OWN, programmeEvidence } from './evidence.ts';
import { programmeNature, titleNature } from './nature.ts';
import { foldRepeats } from './fiches/fold-repeats.ts';
import { isTotalOfProgramme } from './parts/part-titles.ts';
import { headingSums } from './heading-sums.ts';
import { foldSummaries } from './recap.ts';
import { partRecaps } from './recap-in-table.ts';
import { foldGroupRecaps } from './recap-of-groups.ts';
import { rubriqueOf } from './rubrique.ts';
import { runningTotals } from './running-totals.ts';
import { scopesOf } from './scopes.ts';
import type { Segment } from './segment.ts';

/** What it costs to read a row that looks like a total as a line. */
const TOTAL_AS_LINE = 1.5;
/** At most this many doubtful rows are tried both ways. */
const MAX_ALTERNATIVES = 4;

/** From the first to the last year of periods without a gap, `null` where they leave one. */
function span(periods: readonly Periode[]): Periode | null {
  const sorted = [...periods].sort((a, b) => a.debut - b.debut);
  return sorted.reduce<Periode | null>(
    (whole, { debut, fin }) => (whole === null || debut > whole.fin + 1 ? null : { debut: whole.debut, fin: Math.max(whole.fin, fin) }),
    sorted[0] ?? null,
  );
}

function programmePeriod(heading: Heading, lines: readonly LineDraft[]): Periode | null {
  if (heading.periode !== null) return heading.periode;
  const periods = lines.flatMap((line) => line.amounts.flatMap((amount) => amount.column.periode ?? []));
  const [first] = periods;
  if (first === undefined) return null;
  // One planned figure for each of several years: the programme is for all of them.
  const planned = lines.every((line) => line.amounts.every(({ column }) => column.rubrique === 'prevu'));
  const whole = planned ? span(periods) : null;
  if (whole !== null) return whole;
  return periods.every((period) => period.debut === first.debut && period.fin === first.fin)
    ? first
    : periods.reduce((a, b) => (b.fin > a.fin ? b : a));
}

function withPeriod(column: AmountColumn, periode: Periode | null): AmountColumn {
  return column.periode === null && periode !== null ? { ...column, periode } : column;
}

/** Whether no words say which figure a column is; a total in a sentence may be unsure of its column, not of what that column is. */
function isUntold(column: AmountColumn): boolean {
  return !column.sure && column.rubrique === 'prevu' && rubriqueOf(column.header, column.header, false) === null;
}

/** Amounts take the programme's period where their column states none, and are spent in a bilan where it does not say what they are. One object for one column, so that totals can tell them apart. */
class Columns {
  private readonly seen = new Map<AmountColumn, AmountColumn>();
  constructor(
    private readonly periode: Periode | null,
    private readonly bilan: boolean,
  ) {}
  of(column: AmountColumn): AmountColumn {
    const known = this.seen.get(column);
    if (known !== undefined) return known;
    const dated = withPeriod(column, this.periode);
    const settled: AmountColumn = this.bilan && isUntold(dated) ? { ...dated, rubrique: 'realise' } : dated;
    this.seen.set(column, settled);
    return settled;
  }
  amount(draft: AmountDraft): AmountDraft {
    return { ...draft, column: this.of(draft.column) };
  }
  total(draft: TotalDraft): TotalDraft {
    const scopes = draft.scopes.map((scope) => ({ ...scope, value: { ...scope.value, column: this.of(scope.value.column) } }));
    return { ...draft, column: this.of(draft.column), scopes: nonEmpty(scopes) ?? draft.scopes };
  }
}

function draftOf(segment: Segment, entries: readonly Entry[], knowledge: Knowledge): ProgrammeDraft {
  const named = axeTotalColumns(entries, knowledge).map((entry): Entry =>
    entry.kind === 'total' && isTotalOfProgramme(entry.label, segment.heading)
      ? { ...entry, says: { reach: 'programme', section: null, sure: true }, axeText: null }
      : entry,
  );
  const marks = entries === segment.entries ? (segment.marks ?? []) : [];
  const folded = foldSummaries(foldRepeats(foldGroupRecaps(partRecaps(named, knowledge), marks, knowledge)), knowledge);
  const raw = folded.filter(isLine).map((entry) => entry.line);
  const periode = programmePeriod(segment.heading, raw);
  const columns = new Columns(periode, titleNature(segment.pieces) === 'bilan');
  const settled = folded.map((entry): Entry =>
    entry.kind === 'line'
      ? { ...entry, line: { ...entry.line, amounts: entry.line.amounts.map((amount) => columns.amount(amount)) } }
      : { ...entry, amounts: entry.amounts.map((amount) => columns.amount(amount)) },
  );
  const lines = settled.filter(isLine).map((entry) => entry.line);
  const totals = settled.flatMap((entry, at): TotalDraft[] =>
    entry.kind === 'line'
      ? []
      : entry.amounts.filter(isStated).map((amount) => ({
          id: `t-${amount.id}`,
          label: entry.label,
          column: amount.column,
          place: amount.place,
          readings: amount.readings,
          scopes: scopesOf(settled, at, entry, amount.column, periode, knowledge),
        })),
  );
  return {
    nature: programmeNature(lines, segment.pieces),
    heading: { ...segment.heading, periode },
    pages: [...segment.pages].sort((a, b) => a - b),
    lines,
    totals: [
      ...totals,
      ...runningTotals(segment.running ?? [], lines, columns, periode),
      ...(segment.across ?? []).map((total) => columns.total(total)),
    ],
    unread: segment.unread,
    elsewhere: segment.elsewhere ?? [],
  };
}

/** What it costs to read rows that call themselves an axe, over lines without one, as lines too: more than one total that disagrees. */
const AXE_AS_LINE = 4.5;
/** What it costs to read rows that only look like the name of an axe as totals of the lines under them. */
const LINE_AS_AXE = 1.5;

/** The lines as read; and, where rows of axes may carry the sum of the lines under them, that reading too. Read as lines, rows that say they are axes leave their amounts to be looked at. */
function withHeadingSums(
  segment: Segment,
  base: ProgrammeDraft,
  because: Hypothesis<ProgrammeDraft>['because'],
  knowledge: Knowledge,
): Hypothesis<ProgrammeDraft>[] {
  const found = headingSums(segment.entries, knowledge);
  if (found === null) return [{ value: base, cost: 0, because }];
  const value = draftOf(segment, found.entries, knowledge);
  const asTotals = { what: 'les lignes qui nomment un axe portent le total des lignes qui les suivent', cost: LINE_AS_AXE };
  const asLines = { what: 'les lignes qui nomment un axe sont des actions comme les autres', cost: AXE_AS_LINE };
  // No lines of their own then, however many of the other sums the page has wrong.
  if (found.isProven) return [{ value, cost: 0, because: [...because, { ...asTotals, cost: 0 }] }];
  if (!found.isNamed)
    return [
      { value: base, cost: 0, because },
      { value, cost: LINE_AS_AXE, because: [...because, asTotals] },
    ];
  const unread = found.sums.map(({ readings: [{ text }], place }) => ({ text, place }));
  return [
    { value, cost: 0, because: [...because, { ...asTotals, cost: 0 }] },
    { value: { ...base, unread: [...base.unread, ...unread] }, cost: AXE_AS_LINE, because: [...because, asLines] },
  ];
}

/** What it costs to read an action and the marked rows under it as so many actions. */
const DETAILS_AS_LINES = 1.5;

/** Where actions are detailed by rows under them: these are the lines, the action's own amount their total; or, dearer, all are lines. */
function withDetails(
  segment: Segment,
  base: ProgrammeDraft,
  because: Hypothesis<ProgrammeDraft>['because'],
  knowledge: Knowledge,
): Hypothesis<ProgrammeDraft>[] {
  const entries = detailedActions(segment.entries);
  if (entries === null) return withHeadingSums(segment, base, because, knowledge);
  const what = 'une action et les lignes à puce ou à lettre sous elle sont autant d’actions';
  return [
    { value: draftOf(segment, entries, knowledge), cost: 0, because },
    { value: base, cost: DETAILS_AS_LINES, because: [...because, { what, cost: DETAILS_AS_LINES }] },
  ];
}

/** Fewer lines than this that say « - » and nothing else are no programme; one is enough where the heading says all that headings say. */
const FEWEST_BLANK = 3;
const FEWEST_BLANK_NAMED = 1;

/** A programme that spends nothing: who and where stand over it, and its lines say for each amount that there is none. An empty form names nobody and says nothing. */
function isSpentOnNothing({ heading, lines }: ProgrammeDraft): boolean {
  const blank = lines.filter(({ amounts }) => amounts.some(({ readings: [{ text }] }) => text.trim() !== ''));
  const { commune, bailleur, quartier, codeQp, logements, periode } = heading;
  const isNamed = commune !== null && bailleur !== null && quartier !== null;
  const isWhole = isNamed && codeQp !== null && logements !== null && periode !== null;
  return isNamed && blank.length >= (isWhole ? FEWEST_BLANK_NAMED : FEWEST_BLANK);
}

/** The ways to understand one run of tables as a programme, cheapest first; none when too little speaks for one. */
export function programmeHypotheses(
  segment: Segment,
  context: readonly string[],
  knowledge: Knowledge,
): readonly Hypothesis<ProgrammeDraft>[] {
  const base = draftOf(segment, segment.entries, knowledge);
  const isPriced = base.totals.length > 0 || base.lines.some((line) => line.amounts.some(isStated)) || isSpentOnNothing(base);
  if (base.lines.length === 0 || !isPriced) return [];
  const evidence = programmeEvidence(
    base.heading,
    [...segment.pieces.map((piece) => piece.text), ...context],
    segment.columns,
    base.lines,
    knowledge,
  );
  if (evidence.total < ENOUGH || evidence.own < ENOUGH_OWN) return [];
  const hypotheses: Hypothesis<ProgrammeDraft>[] = withDetails(segment, base, evidence.because, knowledge);
  const doubtful = segment.entries
    .filter((entry) => entry.kind === 'total' && !entry.sure && entry.asLine !== null)
    .slice(0, MAX_ALTERNATIVES);
  for (const entry of doubtful) {
    if (entry.kind !== 'total' || entry.asLine === null) continue;
    const line = entry.asLine;
    const all = detailedActions(segment.entries) ?? segment.entries;
    const entries = all.map((other): Entry => (other === entry ? { kind: 'line', line, table: entry.table } : other));
    const what = `« ${entry.label ?? line.amounts[0]?.readings[0].text ?? ''} » lu comme une ligne et non comme un total`;
    hypotheses.push({
      value: draftOf(segment, entries, knowledge),
      cost: TOTAL_AS_LINE,
      because: [...evidence.because, { what, cost: TOTAL_AS_LINE }],
    });
  }
  return hypotheses;
}
