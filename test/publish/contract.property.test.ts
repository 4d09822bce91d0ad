import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentExportSchema } from '../../src/model/contract.ts';
import { arbitraryAmounts, euros, exactProgramme, statedAmounts, type Amounts } from '../support/arbitrary-programme.ts';
import { decide } from '../support/programmes.ts';
import { exported, idsOf, sha256 } from '../support/published.ts';

/** A random programme in which one amount may be misprinted. */
const programme = fc
  .tuple(arbitraryAmounts, fc.nat(), fc.integer({ min: -500, max: 500 }))
  .map(([amounts, at, by]: [Amounts, number, number]) => {
    const stated = statedAmounts(amounts);
    const cell = stated[at % stated.length];
    return exactProgramme(amounts, cell === undefined ? new Map() : new Map([[cell.id, euros(cell.cents + by)]]));
  });

describe('any programme, published', () => {
  it('is what the contract allows', () => {
    fc.assert(
      fc.property(programme, (draft) => {
        expect(documentExportSchema.safeParse(exported(decide(draft))).error).toBeUndefined();
      }),
    );
  });

  it('has ids of its own, the same whenever the same bytes are read and others for other bytes', () => {
    fc.assert(
      fc.property(programme, (draft) => {
        const ids = idsOf(exported(decide(draft)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(idsOf(exported(decide(draft)))).toEqual(ids);
        const elsewhere = new Set(idsOf(exported(decide(draft), sha256('y'))));
        expect(ids.filter((id) => elsewhere.has(id))).toEqual([]);
      }),
    );
  });

  it('proves amounts by totals that it publishes, and that agree', () => {
    fc.assert(
      fc.property(programme, (draft) => {
        const [only] = exported(decide(draft)).programmes;
        const agreeing = new Set(only?.totaux.flatMap((total) => (total.statut === 'conforme' ? [total.id] : [])));
        const proofs = only?.lignes.flatMap((ligne) => ligne.montants.flatMap((montant) => montant.preuves)) ?? [];
        expect(proofs.filter((id) => !agreeing.has(id))).toEqual([]);
      }),
    );
  });

  it('states differences that are exactly declared less recomputed', () => {
    fc.assert(
      fc.property(programme, (draft) => {
        for (const { declare, recalcule, ecart, statut } of exported(decide(draft)).programmes.flatMap((each) => each.totaux)) {
          if (recalcule === null || ecart === null) throw new Error('every total here has amounts under it');
          expect(new Decimal(declare).minus(recalcule).toFixed(2)).toBe(ecart);
          expect(statut === 'conforme').toBe(ecart === '0.00');
        }
      }),
    );
  });
});
