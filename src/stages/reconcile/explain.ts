import type { Decimal } from 'decimal.js';
import type { NonEmpty } from '../../model/collections.ts';
import type { AmountReading, ProgrammeDraft, Scope, TotalDraft } from '../../model/draft.ts';
import type { Hypothesis, Reason } from '../../model/hypothesis.ts';
import type { ClassifiedDocument } from '../../model/reconciled.ts';
import { BROKEN, chosen, Equations } from './equations.ts';
import { marginOf, rank } from './reconcile.ts';
import { decide } from './decide.ts';

/** A whole understanding of the document with what it costs. */
export interface WeighedDocument {
  readonly reading: number;
  readonly sums: number;
  readonly because: readonly Reason[];
}

/** What a total may cover, with what it costs and what its lines sum to. */
export interface WeighedScope {
  readonly scope: Hypothesis<Scope>;
  readonly sum: Decimal | null;
  /** What disagreeing, or being beyond all checking, adds to the cost of the scope. */
  readonly penalty: number;
  readonly isChosen: boolean;
}

export interface WeighedTotal {
  readonly draft: TotalDraft;
  readonly declared: Decimal;
  readonly scopes: readonly WeighedScope[];
}

/** A figure read in several ways. */
export interface WeighedFigure {
  readonly page: number;
  readonly readings: readonly AmountReading[];
  readonly chosen: AmountReading;
}

export interface WeighedProgramme {
  /** How much dearer another choice of readings would be; infinite where there is none. */
  readonly margin: number;
  readonly totals: readonly WeighedTotal[];
  readonly figures: readonly WeighedFigure[];
}

export interface Weighing {
  /** Cheapest first: the first is the one that was kept. */
  readonly understandings: NonEmpty<WeighedDocument>;
  readonly margin: number;
  /** Those of the understanding that was kept. */
  readonly programmes: readonly WeighedProgramme[];
}

function weighProgramme(programme: ProgrammeDraft): WeighedProgramme {
  const { choice, totals, margin } = decide(programme);
  const equations = new Equations(programme);
  const cells = [...programme.lines.flatMap((line) => line.amounts), ...programme.totals];
  return {
    margin,
    figures: cells
      .filter(({ readings }) => readings.length > 1)
      .map((cell) => ({ page: cell.place.page, readings: cell.readings, chosen: chosen(cell, choice) })),
    totals: programme.totals.flatMap((draft, at): WeighedTotal[] => {
      const declared = chosen(draft, choice).amount;
      if (declared === null) return [];
      const scopes = draft.scopes.map((scope, index): WeighedScope => {
        const sum = equations.sum(scope.value, choice);
        return { scope, sum, penalty: sum?.equals(declared) === true ? 0 : BROKEN, isChosen: totals[at]?.scope === index };
      });
      return [{ draft, declared, scopes }];
    }),
  };
}

/** Everything the decision weighed: what {@link reconcile} keeps of it is the cheapest of each. */
export function weigh(hypotheses: NonEmpty<Hypothesis<ClassifiedDocument>>): Weighing {
  const ranked = rank(hypotheses);
  const [best, ...others] = ranked;
  const weighed = ({ hypothesis, reading, sums }: (typeof ranked)[0]): WeighedDocument => ({
    reading,
    sums,
    because: hypothesis.because,
  });
  return {
    understandings: [weighed(best), ...others.map(weighed)],
    margin: marginOf(ranked),
    programmes: best.hypothesis.value.programmes.map(({ draft }) => weighProgramme(draft)),
  };
}
