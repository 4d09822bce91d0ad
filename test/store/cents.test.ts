import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCents, toCents } from '../../src/store/cents.ts';

test('cents and contract amounts are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }), (cents) => {
      expect(toCents(fromCents(String(cents)))).toBe(cents);
    }),
  );
  expect(fromCents('-5')).toBe('-0.05');
  expect(toCents('195900.00')).toBe(19_590_000n);
});

test.each(['1', '1.5', '1,50', ' 1.50', '1e3.00', '', '92233720368547758.08'])('%j is not an amount the store takes', (amount) => {
  expect(() => toCents(amount)).toThrow(RangeError);
});
