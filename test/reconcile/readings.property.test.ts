import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeDraft } from '../../src/model/draft.ts';
import { BROKEN } from '../../src/stages/reconcile/equations.ts';
import { solve } from '../../src/stages/reconcile/search.ts';
import { arbitraryAmounts, euros, exactProgramme, statedAmounts } from '../support/arbitrary-programme.ts';
import { amount, decided, line, programme, scope, total, type Figure } from '../support/programmes.ts';

/** Cheapest and next cheapest cost of all combinations of readings, by trying every one. Totals here have one scope. */
function bruteForce(draft: ProgrammeDraft): { cost: number; margin: number } {
  const cells = [...draft.lines.flatMap((each) => each.amounts), ...draft.totals];
  let combinations: { readonly cost: number; readonly cents: ReadonlyMap<string, number> }[] = [{ cost: 0, cents: new Map() }];
  for (const cell of cells) {
    combinations = combinations.flatMap(({ cost, cents }) =>
      cell.readings.map((reading) => ({
        cost: cost + reading.cost,
        cents: new Map([...cents, [cell.id, Number(reading.amount?.times(100).toFixed(0) ?? 0)]]),
      })),
    );
  }
  const costs = combinations
    .map(({ cost, cents }) => {
      const broken = draft.totals.filter(
        (each) => each.scopes[0].value.terms.reduce((sum, id) => sum + (cents.get(id) ?? 0), 0) !== cents.get(each.id),
      );
      return cost + BROKEN * broken.length;
    })
    .sort((a, b) => a - b);
  return { cost: costs[0] ?? 0, margin: (costs[1] ?? Infinity) - (costs[0] ?? 0) };
}

/** Costs that floating point adds exactly. */
const step = fc.integer({ min: 1, max: 8 }).map((quarters) => quarters / 4);
const figure: fc.Arbitrary<Figure> = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), step), { maxLength: 2 }))
  .map(([first, others]): Figure => {
    let cost = 0;
    const dearer = others.map(([value, more]): [string, number] => [`${String(value)}.00`, (cost += more)]);
    return [[`${String(first)}.00`, 0], ...dearer];
  });

describe('the choice among several readings of each cell', () => {
  it('costs what the best of all combinations costs, with the true margin to the next', () => {
    const programmes = fc.tuple(fc.array(figure, { minLength: 2, maxLength: 4 }), figure, figure).map(([figures, part, whole]) => {
      const ids = figures.map((_, index) => `m${String(index)}`);
      return programme(
        figures.map((each, index) => line(`l${String(index)}`, amount(`m${String(index)}`, each))),
        [total('part', part, scope(ids.slice(0, 2), { portee: 'axe', columnAmounts: ids })), total('whole', whole, scope(ids))],
      );
    });
    fc.assert(
      fc.property(programmes, (draft) => {
        const { cost, margin } = solve(draft);
        expect({ cost, margin }).toEqual(bruteForce(draft));
      }),
    );
  });
});

describe('many columns, each with misread amounts of its own', () => {
  it('are each put right by their own total', () => {
    const misread: Figure = [
      ['380.00', 0],
      ['300.00', 1],
    ];
    const columns = Array.from({ length: 8 }, (_, column) => Array.from({ length: 5 }, (_, row) => `m${String(column)}-${String(row)}`));
    const { totals } = solve(
      programme(
        columns.flatMap((ids) => ids.map((id) => line(id, amount(id, misread)))),
        columns.map((ids, column) => total(`t${String(column)}`, '1660.00', scope(ids, { columnAmounts: ids }))),
      ),
    );
    // Three repairs in each of eight columns: too many to try them all together.
    expect(totals.map(({ sum }) => sum?.toFixed(2))).toEqual(columns.map(() => '1660.00'));
  });
});

describe('amounts misread, with the true reading among the dearer ones', () => {
  /** One or two amounts first read as more than they are. */
  const misread = fc.array(
    fc.tuple(
      fc.nat(),
      fc.integer({ min: 1, max: 900_000 }),
      step.filter((cost) => cost <= 1.5),
    ),
    { minLength: 1, maxLength: 2 },
  );

  it('are corrected where the totals say so, and said to be; all others stay', () => {
    fc.assert(
      fc.property(arbitraryAmounts, misread, (amounts, slips) => {
        const stated = statedAmounts(amounts);
        const read = new Map<string, Figure>(
          slips.flatMap(([at, by, cost]) => {
            const cell = stated[at % stated.length];
            return cell === undefined
              ? []
              : [
                  [
                    cell.id,
                    [
                      [euros(cell.cents + by), 0],
                      [euros(cell.cents), cost],
                    ],
                  ] as const,
                ];
          }),
        );
        const result = decided(exactProgramme(amounts, read));
        expect(result.statut).toBe('reconcilie');
        const found = result.lines.flatMap((each) => each.amounts);
        expect(new Set(found.filter((each) => each.corrected !== null).map((each) => each.draft.id))).toEqual(new Set(read.keys()));
        const truth = new Map(stated.map(({ id, cents }) => [id, euros(cents)]));
        expect(found.map((each) => each.amount?.toFixed(2))).toEqual(found.map((each) => truth.get(each.draft.id)));
      }),
    );
  });

  it('a programme of one reading a cell is never changed, whatever its totals say', () => {
    fc.assert(
      fc.property(arbitraryAmounts, fc.nat(), fc.integer({ min: 1, max: 900_000 }), (amounts, at, by) => {
        const stated = statedAmounts(amounts);
        const cell = stated[at % stated.length];
        if (cell === undefined) return;
        const result = decided(exactProgramme(amounts, new Map([[cell.id, euros(cell.cents + by)]])));
        expect(result.lines.flatMap((each) => each.amounts).filter((each) => each.corrected !== null)).toEqual([]);
      }),
    );
  });
});
