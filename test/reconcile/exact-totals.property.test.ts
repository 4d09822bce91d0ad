import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeDraft } from '../../src/model/draft.ts';
import { arbitraryAmounts, euros, exactProgramme, statedAmounts, type Amounts } from '../support/arbitrary-programme.ts';
import { decided, readings } from '../support/programmes.ts';

const delta = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((value) => value !== 0);

function covering(programme: ProgrammeDraft, id: string): readonly string[] {
  return programme.totals.filter((total) => total.scopes[0].value.terms.includes(id)).map((total) => total.id);
}

function disagreeing(programme: ProgrammeDraft): readonly string[] {
  return decided(programme)
    .totals.filter((total) => total.statut !== 'conforme')
    .map((total) => total.draft.id);
}

/** One of the stated amounts, as fast-check picks it. */
function pick<T>(values: readonly T[], at: number): T {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function misprinted(amounts: Amounts, at: number, by: number): { programme: ProgrammeDraft; id: string } {
  const { id, cents } = pick(statedAmounts(amounts), at);
  return { id, programme: exactProgramme(amounts, new Map([[id, euros(cents + by)]])) };
}

describe('a programme whose totals are exact', () => {
  it('is reconciled, every total agrees', () => {
    fc.assert(
      fc.property(arbitraryAmounts, (amounts) => {
        const programme = decided(exactProgramme(amounts));
        expect(programme.statut).toBe('reconcilie');
        expect(programme.totals.map((total) => [total.statut, total.difference?.toFixed(2)])).toEqual(
          programme.totals.map(() => ['conforme', '0.00']),
        );
      }),
    );
  });

  it('proves each of its amounts by exactly the totals that cover it, and no dash', () => {
    fc.assert(
      fc.property(arbitraryAmounts, (amounts) => {
        const draft = exactProgramme(amounts);
        for (const amount of decided(draft).lines.flatMap((line) => line.amounts)) {
          expect(amount.proofs).toEqual(amount.amount === null ? [] : covering(draft, amount.draft.id));
        }
      }),
    );
  });
});

describe('one figure that is not what the others say', () => {
  it('an amount breaks exactly the totals that cover it', () => {
    fc.assert(
      fc.property(arbitraryAmounts, fc.nat(), delta, (amounts, at, by) => {
        const { programme, id } = misprinted(amounts, at, by);
        expect(disagreeing(programme)).toEqual(covering(programme, id));
        expect(decided(programme).statut).toBe('ecart');
      }),
    );
  });

  it('an amount is neither proven nor changed', () => {
    fc.assert(
      fc.property(arbitraryAmounts, fc.nat(), delta, (amounts, at, by) => {
        const { programme, id } = misprinted(amounts, at, by);
        const wrong = decided(programme)
          .lines.flatMap((line) => line.amounts)
          .find((amount) => amount.draft.id === id);
        expect(wrong).toMatchObject({ proofs: [], corrected: null });
        expect(wrong?.amount?.toFixed(2)).toBe(wrong?.draft.readings[0].amount?.toFixed(2));
      }),
    );
  });

  it('a total breaks alone, by what it is off', () => {
    fc.assert(
      fc.property(arbitraryAmounts, fc.nat(), delta, (amounts, at, by) => {
        const exact = exactProgramme(amounts);
        const target = pick(exact.totals, at);
        const stated = target.readings[0].amount?.plus(euros(by)).toFixed(2) ?? null;
        const totals = exact.totals.map((total) => (total === target ? { ...total, readings: readings(stated) } : total));
        const programme = decided({ ...exact, totals });
        expect(programme.statut).toBe('ecart');
        expect(
          programme.totals.filter((total) => total.statut !== 'conforme').map((total) => [total.draft.id, total.difference?.toFixed(2)]),
        ).toEqual([[target.id, euros(by)]]);
      }),
    );
  });
});
