import type { Decimal } from 'decimal.js';
import type { AmountDraft, ProgrammeDraft, TotalDraft } from '../../model/draft.ts';
import type { RowEquation } from '../../model/reconciled.ts';
import type { RowCell } from '../../model/row-equations.ts';
import { rowFindings, type RowFinding } from '../../model/row-identities.ts';
import { chosen, type Choice } from './equations.ts';
import { solve, type Solution } from './search.ts';

/** A row's reading is taken where the next best one that adds up is dearer by this. Natural units of cost. */
const CLEARLY = 0.75;

/** What the sums of a programme decide. */
export interface Decision extends Solution {
  /** The row that chose a reading, or would have, by the id of its amount. */
  readonly rows: ReadonlyMap<string, RowEquation>;
}

interface DraftCell extends RowCell {
  readonly of: AmountDraft;
}

const cents = (value: Decimal): bigint => BigInt(value.times(100).toFixed(0));

/**
 * The readings that the totals choose, and in rows that then contradict themselves, though the other rows bear their identity out (parts = whole), the one other reading of
 * one amount that makes the row add up. It is kept only where it breaks no total.
 */
export function decide(programme: ProgrammeDraft): Decision {
  const first = solve(programme);
  if (!programme.lines.some(({ amounts }) => amounts.some(({ readings }) => readings.length > 1))) return { ...first, rows: new Map() };
  const chosenByRows = readingsOfRows(programme, first);
  const picks = new Map([...chosenByRows].map(([id, { pick }]) => [id, pick]));
  let best = picks.size === 0 ? first : solve(programme, picks);
  if (broken(best) > broken(first)) {
    // One row whose total then breaks says nothing against the others.
    for (const id of brokenTerms(programme, first, best)) picks.delete(id);
    best = picks.size === 0 ? first : solve(programme, picks);
  }
  if (broken(best) > broken(first)) best = first;
  return { ...best, rows: rowsBehind(programme, best) };
}

const broken = ({ totals }: Solution): number => totals.filter(({ agrees }) => agrees === false).length;

/** The amounts of the totals that agree in one solution and no longer do in another. */
function brokenTerms(programme: ProgrammeDraft, before: Solution, after: Solution): readonly string[] {
  return after.totals.flatMap(({ agrees, scope }, index) =>
    agrees === false && before.totals[index]?.agrees !== false ? scopeTerms(programme, index, scope) : [],
  );
}

/** For each reading that was chosen against the surest one, the row that would have chosen it too. */
function rowsBehind(programme: ProgrammeDraft, solution: Solution): ReadonlyMap<string, RowEquation> {
  const rows = new Map<string, RowEquation>();
  for (const { id } of programme.lines.flatMap(({ amounts }) => amounts)) {
    const pick = solution.choice.get(id) ?? 0;
    if (pick === 0) continue;
    const choice = new Map(solution.choice);
    choice.delete(id);
    const totals = solution.totals.map((total, index) =>
      scopeTerms(programme, index, total.scope).includes(id) ? { ...total, agrees: false } : total,
    );
    const found = readingsOfRows(programme, { choice, totals }).get(id);
    if (found?.pick === pick) rows.set(id, found.row);
  }
  return rows;
}

interface RowReading {
  readonly pick: number;
  readonly row: RowEquation;
}

function readingsOfRows(
  programme: ProgrammeDraft,
  { choice, totals }: Pick<Solution, 'choice' | 'totals'>,
): ReadonlyMap<string, RowReading> {
  const found = new Map<string, RowReading>();
  const proven = new Set(
    totals.flatMap(({ agrees, scope }, index) =>
      agrees === true && !mayBeTurned(programme.totals[index], choice) ? scopeTerms(programme, index, scope) : [],
    ),
  );
  const columnTotals = programme.totals.flatMap((total, index) => {
    const declared = totals[index]?.declared ?? null;
    const scope = total.scopes[totals[index]?.scope ?? 0]?.value;
    if (declared === null || scope?.portee !== 'programme') return [];
    const { header: colonne, rubrique, periode } = scope.column;
    return [{ colonne, rubrique, periode, centimes: cents(declared) }];
  });
  const rows = programme.lines.map(({ amounts }) => amounts.map((amount) => cellOf(amount, choice)));
  for (const finding of rowFindings(rows, columnTotals)) {
    if (finding.kind !== 'ecart') continue;
    const [best, next] = waysToAddUp(finding, proven).sort((a, b) => a.cost - b.cost);
    if (best !== undefined && (next === undefined || next.cost - best.cost >= CLEARLY)) found.set(best.id, best);
  }
  return found;
}

/** Whether a total was also read with the other sign: a scan that lost the minus of a figure lost that of its total, and the two agree in that. */
function mayBeTurned(total: TotalDraft | undefined, choice: Choice): boolean {
  if (total === undefined) return false;
  const { amount: own } = chosen(total, choice);
  return own !== null && !own.isZero() && total.readings.some(({ amount }) => amount?.equals(own.negated()) === true);
}

function scopeTerms(programme: ProgrammeDraft, total: number, scope: number): readonly string[] {
  return programme.totals[total]?.scopes[scope]?.value.terms ?? [];
}

function cellOf(amount: AmountDraft, choice: Choice): DraftCell {
  const { id, base, taxe, doubt } = amount;
  const { rubrique, header: colonne, periode } = amount.column;
  const { amount: value, text } = chosen(amount, choice);
  return {
    id,
    rubrique,
    colonne,
    periode,
    base,
    taxe,
    texte: text,
    isDoubtful: doubt !== null,
    of: amount,
    centimes: value === null ? null : cents(value),
  };
}

/** The other readings of single amounts that make a row add up; what a total proves stays. */
function waysToAddUp(
  { whole, parts, sum }: RowFinding<DraftCell>,
  proven: ReadonlySet<string>,
): (RowReading & { readonly id: string; readonly cost: number })[] {
  return [whole, ...parts].flatMap((cell) => {
    if (proven.has(cell.id)) return [];
    return cell.of.readings.flatMap(({ amount, cost }, pick) => {
      if (amount === null || cell.centimes === null) return [];
      const more = cents(amount) - cell.centimes;
      const addsUp = cell === whole ? (whole.centimes ?? 0n) + more === sum : sum + more === whole.centimes;
      if (more === 0n || !addsUp) return [];
      const value = (other: DraftCell): Decimal[] => (other === cell ? [amount] : valueOf(other));
      const [total] = value(whole);
      return total === undefined ? [] : [{ id: cell.id, cost, pick, row: { whole: total, parts: parts.flatMap(value) } }];
    });
  });
}

function valueOf({ of, texte, centimes }: DraftCell): Decimal[] {
  const reading = of.readings.find(({ amount, text }) => text === texte && amount !== null && cents(amount) === centimes);
  return reading?.amount === null || reading === undefined ? [] : [reading.amount];
}
