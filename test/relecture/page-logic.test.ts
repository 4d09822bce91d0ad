import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from '../../pipelines/review/drop-box.ts';
import { euros, fromCents, parseTyped, roundEuros, toCents, typed } from '../../src/people/relecture/page/money.ts';

test.each([
  ['1 250,50', '1250.50'],
  ['1\u202f250,5 €', '1250.50'],
  ['1250.5', '1250.50'],
  ['-12', '-12.00'],
  ['−12,30', '-12.30'],
  ['007', '7.00'],
  ['', null],
  ['–', null],
  ['néant', null],
  ['1.250', undefined],
  ['1,2,3', undefined],
  ['12 k€', undefined],
  ['douze', undefined],
  ['1e3', undefined],
])('what a reader types, %j, is %j: an amount, none, or not understood, never guessed', (text, expected) => {
  expect(parseTyped(text)).toBe(expected);
});

test('an amount shown in a field and typed back is the same amount, to the cent', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), (cents) => {
      const amount = fromCents(cents);
      expect(toCents(amount)).toBe(cents);
      expect(parseTyped(typed(amount))).toBe(amount);
      expect(parseTyped(euros(amount))).toBe(amount);
    }),
  );
});

test.each([
  ['1417152.81', '1\u202f417\u202f153\u00a0€'],
  ['0.49', '0\u00a0€'],
  ['-12.50', '−13\u00a0€'],
])('beside a bar %s is %s: rounded, not cut', (amount, shown) => {
  expect(roundEuros(amount)).toBe(shown);
});

test('the name of a dropped file is never a path, never hidden, never a device, whatever the browser says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = safeName(given);
      expect(name).not.toMatch(/[/\\\u0000-\u001f<>:"|?*]/u);
      expect(name).not.toMatch(/^[. ]|[. ]$|^$/u);
      expect(name.length).toBeLessThanOrEqual(140);
    }),
  );
  expect(safeName('C:\\fakepath\\Programme d’actions (été) 2023.pdf')).toBe('Programme d’actions (été) 2023.pdf');
  expect(safeName('../../etc/passwd')).toBe('passwd');
  expect(safeName('CON.pdf')).toBe('document_CON.pdf');
  expect(safeName('..')).toBe('document_');
});
