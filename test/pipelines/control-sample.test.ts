import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotment, drawSample, errorRate, reportOf } from '../../pipelines/control-sample.ts';
import type { ControlCandidate, Strate } from '../../src/store/controles.ts';

const candidate = (id: number, strate: Strate, prouve = false): ControlCandidate => ({
  montant: String(id),
  document: 'd',
  fichier: 'f.pdf',
  page: 1,
  boite: [0, 0, 1, 1],
  texte: '1 €',
  valeur: '1.00',
  colonne: 'c',
  ligne: null,
  strate,
  prouve,
});

describe('a sample', () => {
  const base = [
    ...Array.from({ length: 900 }, (_, i) => candidate(i, 'natif')),
    ...Array.from({ length: 30 }, (_, i) => candidate(1000 + i, 'repare')),
  ];

  it('is the same for the same seed, another for another', () => {
    const ids = (seed: number): string[] => drawSample(base, 50, seed).map(({ montant }) => montant);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
    expect(new Set(ids(7)).size).toBe(50);
  });

  it('takes enough of the rare strata, and never more than there is', () => {
    expect(drawSample(base, 50, 1).filter(({ strate }) => strate === 'repare').length).toBeGreaterThanOrEqual(10);
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 80 }), (counts, size) => {
        const given = allotment(counts, size);
        expect(given.reduce((a, b) => a + b, 0)).toBe(
          Math.min(
            size,
            counts.reduce((a, b) => a + b, 0),
          ),
        );
        given.forEach((count, index) => expect(count).toBeLessThanOrEqual(counts[index] ?? 0));
      }),
    );
  });
});

describe('the error rate', () => {
  it('has Wilson’s interval, also with none wrong', () => {
    const none = errorRate(0, 50);
    expect(none?.bas).toBe(0);
    expect(none?.haut).toBeCloseTo(0.0714, 3);
    const some = errorRate(3, 50);
    expect([some?.bas.toFixed(3), some?.haut.toFixed(3)]).toEqual(['0.021', '0.162']);
    expect(errorRate(0, 0)).toBeNull();
  });

  it('weighs strata by their share of the base, and waits until each is judged', () => {
    const candidates = [
      ...Array.from({ length: 90 }, (_, i) => candidate(i, 'natif', true)),
      ...Array.from({ length: 10 }, (_, i) => candidate(100 + i, 'repare')),
    ];
    const judged = (strate: Strate, wrong: number, count: number, prouve: boolean) =>
      Array.from({ length: count }, (_, rang) => ({ graine: 1, rang, montant: '', strate, prouve, juste: rang >= wrong }));
    const half = reportOf(candidates, judged('natif', 0, 20, true));
    expect(half.ensemble).toBeNull();
    const whole = reportOf(candidates, [...judged('natif', 0, 20, true), ...judged('repare', 5, 10, false)]);
    expect(whole.ensemble?.taux).toBeCloseTo(0.05, 5);
    expect(whole.ensemble?.haut).toBeGreaterThan(0.05);
    expect(whole.prouves).toMatchObject({ juges: 20, faux: 0 });
  });
});
