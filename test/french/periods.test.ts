import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, readBase, readTaxe, readUnit } from '../../src/french/periods.ts';

const periods = (text: string): string =>
  findPeriods(text)
    .map(({ debut, fin }) => `${String(debut)}-${String(fin)}`)
    .join(' ');

describe('findPeriods', () => {
  it.each([
    ['2023', '2023-2023'],
    ['2016-2018', '2016-2018'],
    ['2016 – 2018', '2016-2018'],
    ['BILAN 20162018', '2016-2018'],
    ['2022/2023', '2022-2023'],
    ['2022-23', '2022-2023'],
    ['période 2025 à 2030', '2025-2030'],
    ['années 2024, 2025 et 2026', '2024-2026'],
    ['2024 et 2026', '2024-2024 2026-2026'],
    ['2024-2025-2026', '2024-2026'],
    ['du 1er janvier 2024 au 31 décembre 2026', '2024-2026'],
    ['du 01/01/2024 au 31/12/2026', '2024-2026'],
    ['de 2024 à 2026', '2024-2026'],
    ['entre 2024 et 2027', '2024-2027'],
    ['exercice 2024', '2024-2024'],
    ['Coût 2024', '2024-2024'],
    ['Réalisé.2021', '2021-2021'],
    ['Convention 2025-2030, programme 2026', '2025-2030 2026-2026'],
    ['Année(s) : 2023 Ville : LENS PROJET AU 21 11 2022', '2023-2023'],
  ])('%j gives %s', (text, expected) => {
    expect(periods(text)).toBe(expected);
  });

  it.each([
    '21 11 2022',
    '30/04/2024',
    '12 mars 2024',
    'novembre 2022',
    'au 1er janvier 2024',
    'N-1',
    '2023 €',
    '2 023 €',
    '2020 000 €',
    '2025 logements',
    'QP062023',
    'base 2021',
    'décret n° 2023-1314',
    "jusqu'en 2030",
    '2018-2016',
  ])('%j holds none', (text) => {
    expect(periods(text)).toBe('');
  });

  it('trusts a supposed dash less than a printed one', () => {
    expect(findPeriods('20162018')[0]?.confidence).toBeLessThan(0.8);
    expect(findPeriods('2016-2018')[0]?.confidence).toBeGreaterThan(0.95);
  });

  it('finds any printed span, and never throws', () => {
    const year = fc.integer({ min: 2001, max: 2044 });
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 5 }), fc.constantFrom('-', ' - ', '–', ' à ', '/'), (debut, length, mark) => {
        expect(periods(`Programme ${String(debut)}${mark}${String(debut + length)} du quartier`)).toBe(
          `${String(debut)}-${String(debut + length)}`,
        );
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => findPeriods(text).every(({ debut, fin }) => debut <= fin)));
  });
});

describe('headings', () => {
  it.each([
    ['Dépense moyenne prévisionnelle / an pour la période 2023', 'an'],
    ['Coût annuel', 'an'],
    ['Montant par an', 'an'],
    ['Budget sur la période 2024-2026', 'periode'],
    ['Coût total sur 3 ans', 'periode'],
    ['Enveloppe triennale', 'periode'],
    ['Montant biannuel', 'periode'],
    ['Montant', null],
    ['Bilan année 2023', null],
  ])('%j counts per %s', (text, base) => {
    expect(readBase(text)).toBe(base);
  });

  it.each([
    ['Montant HT', 'ht'],
    ['Dépense T.T.C.', 'ttc'],
    ['hors taxes', 'ht'],
    ['HT et TTC', null],
    ['Chantier', null],
  ])('%j is %s', (text, taxe) => {
    expect(readTaxe(text)).toBe(taxe);
  });

  it.each([
    ['Montant (en k€)', 'kilo'],
    ["en milliers d'euros", 'kilo'],
    ['Coût K€', 'kilo'],
    ['M€', 'million'],
    ["en millions d'euros", 'million'],
    ['en euros', 'euro'],
    ['Coût (€)', 'euro'],
    ['Montant', null],
  ])('%j is in %s', (text, unit) => {
    expect(readUnit(text)).toBe(unit);
  });
});
