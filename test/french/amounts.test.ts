import { describe, expect, it } from 'vitest';
import { Decimal } from 'decimal.js';
import { formatEuros, isBlankAmount, readAmountCell, type AmountContext, type AmountFound } from '../../src/french/amounts.ts';

function amount(text: string, context?: AmountContext): AmountFound {
  const reading = readAmountCell(text, context);
  if (reading.kind !== 'amount') throw new Error(`« ${text} » read as ${JSON.stringify(reading)}`);
  return reading;
}

describe('one amount in a cell', () => {
  it.each([
    ['500 €', '500'],
    ['2 408€', '2408'],
    ['2408€', '2408'],
    ['1 000,00 €', '1000'],
    ['14 656.00 €', '14656'],
    ['1.234,56 €', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1,234,567.89 €', '1234567.89'],
    ['1.234.567 €', '1234567'],
    ['300.000€', '300000'],
    ['149.000 euros', '149000'],
    ['1 234 EUR', '1234'],
    ['1234 euros', '1234'],
    ['€ 1 234', '1234'],
    ['12 k€', '12000'],
    ['12,5 K€', '12500'],
    ['1 200,- €', '1200'],
    ['......... 11 000 €', '11000'],
    ['12 000 € (dont 4 000 € FIPD)', '12000'],
    ['12 000 €, dont 4 000 € de la ville', '12000'],
    ['12 Keuros', '12000'],
    ['12 KE', '12000'],
    ["45 milliers d'euros", '45000'],
    ['1,7 M€', '1700000'],
    ['1,234 M€', '1234000'],
    ["4,7 millions d'euros", '4700000'],
    ['1,7 million', '1700000'],
    ['(1 200 €)', '-1200'],
    ['-1 200 €', '-1200'],
    ['− 1 200 €', '-1200'],
    ['+ 500 €', '500'],
    ['1 200 € (1)', '1200'],
    ['1 200 (2)', '1200'],
    ['1 200 €*', '1200'],
    ['1 200 €²', '1200'],
    ['300¹', '300'],
    ['450² €', '450'],
    ['1 200 €1', '1200'],
    ['1 200 €.', '1200'],
    ["1'234", '1234'],
    ['1’234,50 €', '1234.5'],
    ['27,80', '27.8'],
    ['27.80', '27.8'],
    ['1.5', '1.5'],
    ['1.500', '1500'],
    ['0.500', '0.5'],
    ['0 €', '0'],
    ['0,00', '0'],
    ['8535', '8535'],
    ['1\u00a0234,50\u00a0€', '1234.5'],
    ['1\u202f234 €', '1234'],
    ['1\u2009234\u2007567 €', '1234567'],
    ['33 568,3333', '33568.3333'],
    ['10 000\n€', '10000'],
    ['1\n000 €', '1000'],
    ['99 999 999 999 999 999,99 €', '99999999999999999.99'],
  ])('%j is %s €', (text, value) => {
    expect(amount(text).value.toFixed()).toBe(new Decimal(value).toFixed());
  });

  it('takes the unit from the heading only where the cell writes none', () => {
    expect(amount('12,5', { unit: 'kilo' }).value.toNumber()).toBe(12_500);
    expect(amount('1,234', { unit: 'kilo' }).value.toNumber()).toBe(1_234);
    expect(amount('1,2', { unit: 'million' }).value.toNumber()).toBe(1_200_000);
    expect(amount('12 500 €', { unit: 'kilo' }).value.toNumber()).toBe(12_500);
    expect(amount('3 M€', { unit: 'kilo' }).value.toNumber()).toBe(3_000_000);
  });

  it('says what stands around the figure', () => {
    expect(amount('1 200 € TTC')).toMatchObject({ hasUnit: true, taxe: 'ttc', base: null });
    expect(amount('1 200 H.T.')).toMatchObject({ hasUnit: false, taxe: 'ht' });
    expect(amount('1 200 €/an')).toMatchObject({ base: 'an', taxe: null });
    expect(amount('1 200 € HT par an')).toMatchObject({ base: 'an', taxe: 'ht' });
    expect(amount('6 000 € sur 3 ans')).toMatchObject({ base: 'periode' });
    expect(amount('environ 5 000 €')).toMatchObject({ approximate: true });
    expect(amount('2023')).toMatchObject({ hasUnit: false, looksLikeYear: true });
    expect(amount('2 023')).toMatchObject({ looksLikeYear: false });
    expect(amount('2023 €')).toMatchObject({ looksLikeYear: false });
  });

  it('wants a currency, groups or cents where nothing else announces an amount', () => {
    expect(readAmountCell('42', { lone: true }).kind).toBe('text');
    expect(readAmountCell('1413', { lone: true }).kind).toBe('text');
    expect(readAmountCell('1 413', { lone: true }).kind).toBe('amount');
    expect(readAmountCell('42 €', { lone: true }).kind).toBe('amount');
  });
});

describe('no amount, which is not zero', () => {
  it.each([
    ['', 'vide'],
    [' \u00a0 ', 'vide'],
    ['€', 'vide'],
    ['-', 'dash'],
    ['- €', 'dash'],
    ['–', 'dash'],
    ['—', 'dash'],
    ['-   €', 'dash'],
    ['/', 'dash'],
    ['néant', 'neant'],
    ['néant en 2024', 'neant'],
    ['sans coût', 'neant'],
    ['Sans surcoût pour le bailleur', 'neant'],
    ['inclus dans le 1.2', 'neant'],
    ['NEANT', 'neant'],
    ['s/o', 'sans_objet'],
    ['Sans objet', 'sans_objet'],
    ['pm', 'pour_memoire'],
    ['p.m.', 'pour_memoire'],
    ['Pour mémoire', 'pour_memoire'],
    ['n.c.', 'non_communique'],
    ['non chiffré', 'non_communique'],
    ['à définir', 'a_definir'],
  ])('%j is %s', (text, sign) => {
    expect(readAmountCell(text)).toEqual({ kind: 'none', sign });
    expect(isBlankAmount(text)).toBe(true);
  });

  it('never takes a zero or a figure for a blank', () => {
    for (const text of ['0', '0 €', '0,00 €', '12', 'pm 500 €', 'inclus dans les 3500', 'inclus, 75,50'])
      expect(isBlankAmount(text)).toBe(false);
  });
});

describe('not one amount', () => {
  it.each([
    ['entre 5 000 et 7 000 €', 'range'],
    ['5 000 à 7 000 €', 'range'],
    ['5 000 - 7 000 €', 'range'],
    ['Entre 16 500,00 et 19 000,00', 'range'],
    ['de 5 000 à 7 000', 'range'],
    ['500 1 000', 'several'],
    ['1 000 € 500 €', 'several'],
    ['1000.00€ 1000.00€ 500,00 €', 'several'],
    ['1 000 € HT / 1 200 € TTC', 'several'],
    ['200\n500', 'several'],
    ['12 × 366 €', 'formula'],
    ['2 000 + 12 x 500 €', 'formula'],
    ['2 372€/attribution', 'text'],
    ['24,50€/h', 'text'],
    ['366 € par mois', 'text'],
    ['12⁵⁰', 'text'],
    ['12 000⁰⁰ €', 'text'],
    ['15 €/logement/an', 'text'],
    ['1,2 ETP', 'text'],
    ['30 %', 'text'],
    ['46 logements', 'text'],
    ['21/11/2022', 'text'],
    ['21 11 2022', 'text'],
    ['2016-2018', 'text'],
    ['03 21 44 55 66', 'text'],
    ['12 34 €', 'text'],
    ['12 mois', 'text'],
    ['(1)', 'text'],
    ['(2023)', 'text'],
    ['Total 500 €', 'text'],
    ['3,7 Md€', 'text'],
    ['x', 'text'],
    ['Voir annexe', 'text'],
  ])('%j is %s', (text, kind) => {
    expect(readAmountCell(text).kind).toBe(kind);
  });

  it.each(['1,234 €', '1 234,567 €', '000€', '0123 €', '5 m€', '12.500 k€', '1234.567 €'])(
    '%j has two readings: none is chosen',
    (text) => {
      expect(readAmountCell(text)).toEqual({ kind: 'text', ambiguous: true });
    },
  );

  it.each([
    ['366 × 12 = 4 400 €', '4392', '4400'],
    ['2 000 + 12 x 500 €', '8000', null],
    ['61 personnes × 10 h × 24,50 €/h', '14945', null],
  ])('%j comes to %s and says %s', (text, value, stated) => {
    const reading = readAmountCell(text);
    if (reading.kind !== 'formula') throw new Error(reading.kind);
    expect([reading.value?.toFixed() ?? null, reading.stated?.toFixed() ?? null]).toEqual([value, stated]);
  });

  it('counts the unit of the heading once in a product', () => {
    const reading = readAmountCell('2 x 3', { unit: 'kilo' });
    expect(reading.kind === 'formula' ? reading.value?.toFixed() : null).toBe('6000');
  });

  it('lists the amounts of a cell that holds several', () => {
    const reading = readAmountCell('1 000 € 500 €');
    expect(reading.kind === 'several' ? reading.values.map((value) => value.toFixed()) : null).toEqual(['1000', '500']);
  });
});

describe('formatEuros', () => {
  it.each([
    ['13568', '13\u00a0568,00\u00a0€'],
    ['0', '0,00\u00a0€'],
    ['-1234.5', '-1\u00a0234,50\u00a0€'],
    ['1234567.891', '1\u00a0234\u00a0567,891\u00a0€'],
  ])('%s', (value, text) => {
    expect(formatEuros(new Decimal(value))).toBe(text);
  });
});
