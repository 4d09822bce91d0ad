import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../src/french/numbers.ts';
import { findAmounts } from '../../src/french/prose.ts';
import { clean, fold, stem, words } from '../../src/french/text.ts';

describe('text', () => {
  it('cleans what a person will read, and keeps quotes and accents', () => {
    expect(clean('  Re\u0301fe\u0301rent \u00a0 s\u00adu\u0302rete\u0301\n« ici » ')).toBe('Référent sûreté « ici »');
  });

  it('folds what a machine will compare', () => {
    expect(fold('Sur-entretien – l’Œuvre')).toBe('sur entretien l oeuvre');
    expect(words("Gestes éco-citoyens, c'est l'été")).toEqual(['gestes', 'eco', 'citoyens', 'c', 'est', 'l', 'ete']);
  });

  it('gives singular and plural one stem', () => {
    for (const [one, other] of [
      ['encombrants', 'encombrant'],
      ['medicale', 'medicales'],
      ['formations', 'formation'],
    ] as const) {
      expect(stem(one)).toBe(stem(other));
    }
  });

  it('keeps words of another sense apart though Snowball joins them', () => {
    expect(stem('dispositifs')).toBe(stem('dispositif'));
    expect(stem('dispositif')).not.toBe(stem('disposition'));
  });

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('readCount', () => {
  it.each([
    ['1413', 1413],
    ['1 413', 1413],
    ['1.413', 1413],
    ['42 logements', 42],
    ['Nombre de logements dans le quartier : 304', 304],
    ['1 413 logements dont 12 vacants', 1413],
    ['41 ou 42', null],
    ['12 345,5', null],
    ['30 %', null],
    ['', null],
  ])('%j is %s', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});

describe('findAmounts', () => {
  const found = (text: string): string[] =>
    findAmounts(text).map((one) => `${one.value.toFixed()}${one.per === null ? '' : `/${one.per}`}${one.base ?? ''}`);
  it.each([
    ['QPV : 2 372€/attribution - Hors QPV : 2 252€/attribution', ['2372/attribution', '2252/attribution']],
    ['TOTAL 2024....126 910 €', ['126910']],
    ['( 2 000€/an + 500€/kapseur)', ['2000an', '500/kapseur']],
    ['rabais de 1 492 € par mois (loyer 2 992€ HC)', ['1492/mois', '2992']],
    ['10h/an à 24,50€/h', ['24.5/h']],
    ["4,7 millions d'euros sur la période", ['4700000periode']],
    ['budget – 5 000 €', ['5000']],
    ['42 logements, 1,2 ETP en 2023', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
