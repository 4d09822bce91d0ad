import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from 'decimal.js';
import { formatEuros, readAmountCell } from '../../src/french/amounts.ts';
import { findAmounts } from '../../src/french/prose.ts';

const cents = fc.integer({ min: 0, max: 999_999_999_99 });
const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009', '\u2007', '.', "'", '’', '');

/** Writes an amount of cents as some French producer would. */
interface Style {
  readonly group: string;
  readonly decimalMark: string;
  readonly decimals: boolean;
  readonly currency: string;
}
const style: fc.Arbitrary<Style> = fc
  .record({
    group: spaces,
    decimalMark: fc.constantFrom(',', '.'),
    decimals: fc.boolean(),
    currency: fc.constantFrom('', ' €', '€', ' EUR', ' euros', '\u00a0€', ' € TTC', ' €/an'),
  })
  .filter(({ group, decimalMark }) => group !== decimalMark);

function write(value: number, { group, decimalMark, decimals, currency }: Style): string {
  const whole = String(Math.floor(value / 100)).replace(/\B(?=(?:\d{3})+$)/gu, group);
  return `${whole}${decimals ? decimalMark + String(value % 100).padStart(2, '0') : ''}${currency}`;
}

describe('the amount grammar', () => {
  it('reads back exactly what any usual style writes', () => {
    fc.assert(
      fc.property(cents, style, (value, how) => {
        const exact = how.decimals ? value : value - (value % 100);
        const reading = readAmountCell(write(exact, how));
        expect(reading.kind).toBe('amount');
        if (reading.kind === 'amount') expect(reading.value.times(100).toFixed()).toBe(String(exact));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads back negative amounts in both writings', () => {
    fc.assert(
      fc.property(
        cents.filter((value) => value > 0),
        fc.constantFrom('-', '− ', '('),
        (value, sign) => {
          const plain = formatEuros(new Decimal(value).div(100));
          const reading = readAmountCell(sign === '(' ? `(${plain})` : sign + plain);
          expect(reading.kind === 'amount' ? reading.value.times(-100).toFixed() : null).toBe(String(value));
        },
      ),
    );
  });

  it('reads formatEuros back, whatever the number of decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (value) => {
        const exact = new Decimal(value.toString()).div(100);
        const reading = readAmountCell(formatEuros(exact));
        expect(reading.kind === 'amount' ? reading.value.toFixed(2) : null).toBe(exact.toFixed(2));
      }),
    );
  });

  it('never throws, and never finds an amount without a digit', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d .,€k()x×/+'-]{0,20}$/u)), (text) => {
        const reading = readAmountCell(text);
        if (reading.kind === 'amount') expect(text).toMatch(/\d/u);
        findAmounts(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('never drops, adds or moves a digit: the digits of the value are the digits of the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d[\d .,']{0,14}( ?€)?$/u), (text) => {
        const reading = readAmountCell(text);
        if (reading.kind !== 'amount') return;
        const written = text.replace(/\D/gu, '').replace(/^0+(?=\d)/u, '');
        const [whole = '', decimals = ''] = text
          .replace(/[^\d.,]/gu, '')
          .replace(/\.$/u, '')
          .split(/[.,](?=\d{1,2}$|\d{4,}$|(?<=^0.)\d{3}$)/u);
        expect(reading.value.times(new Decimal(10).pow(decimals.length)).toFixed()).toBe(written);
        expect(whole).not.toBe('');
      }),
      { numRuns: 3_000 },
    );
  });
});
