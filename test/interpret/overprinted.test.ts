import { describe, expect, it } from 'vitest';
import { amountAmongMarks } from '../../src/stages/interpret/overprinted.ts';

describe('an amount among what a stamp left in its cell', () => {
  it.each([
    ['6.795 €MARS 2ÙF8', '6.795 €'],
    ['vs\n6\u00a0615,47\u00a0EUR\n4', '6 615,47 EUR'],
    ['REÇU LE 1 200 €', '1 200 €'],
    ['-1 200 € )', '-1 200 €'],
    ['- 3 000 € B', '- 3 000 €'],
  ])('%s', (text, amount) => {
    expect(amountAmongMarks(text)).toBe(amount);
  });

  it.each([
    'Ville 6 000 €',
    '50 % de 6 000 €',
    '2 x 300 €',
    '6 000 € et 2 000 €',
    '6 000 €',
    'MARS 2021',
    '12 400 FUR',
    'à 500 €',
    '1 200 € 50 c',
    '3 000 € K',
  ])('none is taken out of %s', (text) => {
    expect(amountAmongMarks(text)).toBeNull();
  });
});
