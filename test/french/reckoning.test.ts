import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, calculationsIn, unitDifferenceIn } from '../../src/french/reckoning.ts';

const reckoned = (text: string): string[] => calculationsIn(text).map(({ formula, value }) => `${formula} = ${value.toString()}`);

describe('the arithmetic of descriptions', () => {
  it.each([
    ['env 61 personnes - 10h/an à 24,50€/h', '61 × 10 × 24,50 = 14945'],
    ['à proposer aux + de 65 ans (4 personnes - 10h/an à 24,50€/h)', '4 × 10 × 24,50 = 980'],
    ['12 kapseurs maxi (2 000€/an + 500€/kapseur)', '2 000 + 12 × 500 = 8000'],
    ['rabais de 1 492 € par mois', '1 492 × 12 = 17904'],
    ['( loyer + ch 366€ // valorisation)', '366 × 12 = 4392'],
    ['Loyer de 500 € réduit de 40 %', '500 × 40 % × 12 = 2400'],
    ['7 enlèvements à 180 €', '7 × 180 = 1260'],
    ['12 boîtiers à 35 € par mois', '12 × 35 × 12 = 5040'],
    ['450 m² à 12 €/m²', '450 × 12 = 5400'],
    ['24 x 15 € de fournitures', '24 × 15 = 360'],
    ['Secourisme : 14 agents x 320 €', '14 × 320 = 4480'],
    ['25 visites x 6 heures x 31,20 €', '25 × 6 × 31,20 = 4680'],
    ['26 tournées × 140 € + 1 200 € de déchetterie', '26 × 140 + 1 200 = 4840'],
    ['1 500 € + 8 ateliers de 150 €', '1 500 + 8 × 150 = 2700'],
    ['(1 850 € – 1 430 €) x 38 logements', '(1 850 − 1 430) × 38 = 15960'],
    ['3 h par nuit, 200 nuits, 28 €/h', '200 × 3 × 28 = 16800'],
    ['16 850 € - 13 200 € de subvention', '16 850 − 13 200 = 3650'],
  ])('%s', (text, expected) => {
    expect(reckoned(text)).toContain(expected);
  });

  it('reckons nothing from years, ages, streets and dwellings without a price', () => {
    expect(calculationsIn('Travaux 2024 au 12 rue des Lilas, 40 logements, plus de 65 ans')).toEqual([]);
  });

  it.each([
    ['14 agents x 320 €', true],
    ['1 500 € + 8 ateliers de 150 €', true],
    ['3 panneaux de 2 x 3 m à 500 €', false],
    ['14 agents x 320 € HT', false],
    ["12 tournées à 640 € l'une, plus la mise en décharge", false],
    ['12 tournées à 640 €, pour plus de propreté', true],
    ['Fête de juin 2025 + repas 300 €', false],
    ['16 850 € - 13 200 € de subvention', false],
  ])('a disagreement with « %s » is worth telling: %s', (text, expected) => {
    expect(calculationsIn(text).some(({ isCertain }) => isCertain)).toBe(expected);
  });

  it('is not certain where other numbers of things stand beside', () => {
    expect(calculationsIn('10 formations de 2 jours à 350 €/jour').filter(({ isCertain }) => isCertain)).toEqual([]);
  });

  it.each([
    ['QPV : 2 372€/attribution - Hors QPV : 2 252€/attribution', ['2372', '2252', 'attribution']],
    ['Hors QPV : 470 € / logt ; QPV : 1 258 € / logt', ['1258', '470', 'logement']],
    ['3 100 €/logement contre 2 640 €/logement hors QPV', ['3100', '2640', 'logement']],
    ['1 850 € par logement en QPV contre 1 430 € hors QPV, 38 logements', ['1850', '1430', 'logement']],
    ['470 € par logement hors QPV et 1 258 € en QPV', ['1258', '470', 'logement']],
  ])('%s', (text, [inside, outside, per]) => {
    const found = unitDifferenceIn(text);
    expect([found?.inside.toString(), found?.outside.toString(), found?.per]).toEqual([inside, outside, per]);
  });

  it('tells no difference of prices of two things, nor of three prices', () => {
    expect(unitDifferenceIn('QPV : 12 €/h - hors QPV : 300 €/logement')).toBeNull();
    expect(unitDifferenceIn('QPV : 12 €/h - hors QPV : 11 €/h - siège : 9 €/h')).toBeNull();
  });
});

describe('agreement of a stated amount with what its text gives', () => {
  it.each([
    ['14945', '15000', 'arrondi'],
    ['12740', '12750', 'arrondi'],
    ['980', '1000', 'arrondi'],
    ['4392', '4400', 'arrondi'],
    ['17904', '18000', 'arrondi'],
    ['8000', '8000', 'exact'],
    ['36248', '26007', 'ecart'],
    ['4392', '4397', 'ecart'],
    ['1350', '2000', 'ecart'],
  ])('%s for %s: %s', (value, stated, expected) => {
    expect(agreementOf(new Decimal(value), new Decimal(stated))).toBe(expected);
  });

  it('is never a rounding of more than 3 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000_000 }), (value, stated) => {
        if (agreementOf(new Decimal(value), new Decimal(stated)) === 'arrondi')
          expect(Math.abs(value - stated)).toBeLessThanOrEqual(0.03 * stated);
      }),
    );
  });
});
