import { Decimal } from 'decimal.js';
import type { AmountDraft, AmountReading, ProgrammeDraft, Scope, TotalDraft } from '../../model/draft.ts';

/** What a stated total that disagrees costs: finite, so that a document's own errors survive as errors. Natural units, as reading costs. */
export const BROKEN = 4;

/** Which reading of each amount and of each total is taken: indexes into their readings, by id. Absent: the first. */
export type Choice = ReadonlyMap<string, number>;

export function chosen(cell: { readonly id: string; readonly readings: AmountDraft['readings'] }, choice: Choice): AmountReading {
  return cell.readings[choice.get(cell.id) ?? 0] ?? cell.readings[0];
}

/** A stated total under one choice of readings: the scope that costs least, and whether it closes. */
export interface Settled {
  readonly scope: number;
  readonly sum: Decimal | null;
  readonly declared: Decimal | null;
  /** `null`: nothing to compare, because its column has no line amounts or the total is not stated after all. */
  readonly agrees: boolean | null;
  readonly cost: number;
}

/** A programme as equations over cells: looks amounts up by id once. */
export class Equations {
  private readonly amounts = new Map<string, AmountDraft>();
  /** Scopes without a single line amount in the whole column cannot be verified; an empty part of a filled column sums to zero. */
  private readonly filled = new Set<string>();

  constructor(readonly programme: ProgrammeDraft) {
    for (const line of programme.lines) {
      for (const amount of line.amounts) {
        this.amounts.set(amount.id, amount);
        if (amount.readings.some((reading) => reading.amount !== null)) this.filled.add(figureOf(amount));
      }
    }
  }

  amount(id: string): AmountDraft | null {
    return this.amounts.get(id) ?? null;
  }

  /** The exact sum of a scope's lines; `null` where the total's column has no line amounts. */
  sum(total: TotalDraft, scope: Scope, choice: Choice): Decimal | null {
    let sum = new Decimal(0);
    let any = this.filled.has(figureOf(total));
    for (const id of scope.terms) {
      const amount = this.amounts.get(id);
      const value = amount === undefined ? null : chosen(amount, choice).amount;
      if (value === null) continue;
      any = true;
      sum = sum.plus(value);
    }
    return any ? sum : null;
  }

  settle(total: TotalDraft, choice: Choice): Settled {
    const declared = chosen(total, choice).amount;
    let best: Settled | null = null;
    total.scopes.forEach((hypothesis, scope) => {
      const sum = this.sum(total, hypothesis.value, choice);
      const agrees = declared === null || sum === null ? null : sum.equals(declared);
      const cost = hypothesis.cost + (agrees === false ? BROKEN : 0);
      if (best === null || cost < best.cost) best = { scope, sum, declared, agrees, cost };
    });
    return best ?? { scope: 0, sum: null, declared, agrees: null, cost: 0 };
  }
}

function figureOf(cell: { readonly column: AmountDraft['column'] }): string {
  const { rubrique, periode } = cell.column;
  return `${rubrique}|${String(periode?.debut)}|${String(periode?.fin)}`;
}
