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

  constructor(readonly programme: ProgrammeDraft) {
    for (const amount of programme.elsewhere ?? []) this.amounts.set(amount.id, amount);
    for (const line of programme.lines) for (const amount of line.amounts) this.amounts.set(amount.id, amount);
  }

  amount(id: string): AmountDraft | null {
    return this.amounts.get(id) ?? null;
  }

  /** The exact sum of a scope's lines, zero for an empty part of a filled column; `null` where its column has no line amounts at all. */
  sum(scope: Scope, choice: Choice): Decimal | null {
    const valueOf = (id: string): Decimal | null => {
      const amount = this.amounts.get(id);
      return amount === undefined ? null : chosen(amount, choice).amount;
    };
    if (![...scope.terms, ...scope.columnAmounts].some((id) => valueOf(id) !== null)) return null;
    return scope.terms.reduce((sum, id) => sum.plus(valueOf(id) ?? 0), new Decimal(0));
  }

  settle(total: TotalDraft, choice: Choice): Settled {
    const declared = chosen(total, choice).amount;
    let best: Settled | null = null;
    total.scopes.forEach((hypothesis, scope) => {
      const sum = this.sum(hypothesis.value, choice);
      const agrees = declared === null || sum === null ? null : sum.equals(declared);
      // A scope that cannot be verified is no way out of one that disagrees.
      const cost = hypothesis.cost + (agrees === true || declared === null ? 0 : BROKEN);
      if (best === null || cost < best.cost) best = { scope, sum, declared, agrees, cost };
    });
    return best ?? { scope: 0, sum: null, declared, agrees: null, cost: 0 };
  }
}
