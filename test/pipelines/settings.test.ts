import { expect, test } from 'vitest';
import { constatsWith } from '../../pipelines/with-settings.ts';
import { threshold } from '../../src/people/cli/thresholds.ts';
import { DEFAULT_SETTINGS } from '../../src/stages/audit/settings.ts';
import { documentOf } from '../correct/support.ts';
import { amount, line, programme, REALISE, scope, total } from '../support/programmes.ts';

/** Of 1,000 planned, 600 in one axe; 2,110 spent where 100 were planned. */
const document = documentOf(
  programme(
    [
      line('1', amount('a', '600.00'), amount('e', '1000.00', REALISE)),
      line('2', amount('b', '300.00')),
      line('3', amount('c', '100.00'), amount('d', '2110.00', REALISE)),
    ],
    [total('t', '1000.00', scope(['a', 'b', 'c']))],
  ),
);

const codes = (settings = DEFAULT_SETTINGS): readonly string[] =>
  constatsWith(document, settings)
    .map(({ code }) => code)
    .filter((code) => code === 'concentration_axe' || code === 'realise_superieur')
    .sort();

test('the thresholds of an audit may be others than those that the documents were stored with, both ways', () => {
  expect(codes()).toEqual(codes({ ...DEFAULT_SETTINGS, depassement: 0.2 }));
  expect(codes()).toContain('realise_superieur');
  expect(codes({ ...DEFAULT_SETTINGS, depassementEuros: 5000 })).not.toContain('realise_superieur');
  expect(codes({ ...DEFAULT_SETTINGS, concentration: 0.99 })).not.toContain('concentration_axe');
  expect(codes({ ...DEFAULT_SETTINGS, concentration: 0.5 })).toContain('concentration_axe');
});

test('what no threshold decides stays as it was found', () => {
  const others = (constats: readonly { readonly code: string }[]) =>
    constats.filter(({ code }) => code !== 'concentration_axe' && code !== 'realise_superieur');
  expect(others(constatsWith(document, { ...DEFAULT_SETTINGS, concentration: 0.5 }))).toEqual(others(document.constats));
});

test('--seuil takes known names and whole numbers', () => {
  expect(threshold('depassement-euros=500', threshold('concentration=60', undefined))).toEqual({
    concentration: 60,
    'depassement-euros': 500,
  });
  for (const wrong of ['concentration=160', 'concentration', 'autre=1', 'depassement=1,5'])
    expect(() => threshold(wrong, undefined)).toThrow('concentration=60');
});
