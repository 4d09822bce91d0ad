import { describe, expect, it } from 'vitest';
import { amountOf } from '../../src/stages/interpret/amount-cells.ts';
import { amountCell } from '../support/amount-cell.ts';
import { PREVU } from '../support/programmes.ts';

const read = (...readings: readonly (readonly [text: string, cost: number])[]) => {
  const cell = amountCell(readings[0]?.[0] ?? '', {});
  const [first = { text: '', cost: 0 }, ...others] = readings.map(([text, cost]) => ({ text, cost }));
  const { readings: own, doubt } = amountOf({ ...cell, readings: [first, ...others] }, 'a', PREVU, 'euro');
  return { values: own.map(({ amount }) => amount?.toFixed(2) ?? null), doubt };
};

describe('an amount cell of a picture', () => {
  it('keeps no reading that is none beside one that is: a sum could be closed by leaving the amount out', () => {
    expect(read(['39 016,47 EUR', 1], ['39 04547 EUR', 1.2], ['29 015,47 EUR', 1.3])).toEqual({
      values: ['39016.47', '29015.47'],
      doubt: null,
    });
    expect(read(['4 €', 0.5], ['-', 0.7]).values).toEqual(['4.00', null]);
    expect(read(['u2266', 0.5])).toEqual({ values: [null], doubt: 'texte' });
  });

  it('takes an amount out of the marks of a stamp once, however these are read', () => {
    expect(read(['vs 6 615,47 EUR 4', 1], ['vs 6 615,47 EUR 1', 1])).toEqual({ values: ['6615.47'], doubt: null });
    expect(read(['vs 6 615,47 EUR 4', 0])).toEqual({ values: [null], doubt: 'texte' });
  });
});
