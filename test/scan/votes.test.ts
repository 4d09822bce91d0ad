import { describe, expect, it } from 'vitest';
import { knownShape } from '../../src/stages/recognise/reading/known-shapes.ts';
import { withFaintMinus } from '../../src/stages/recognise/reading/faint-minus.ts';
import { cleanNumber, isNoughtOfTwo, isNumberLike, figuresOf } from '../../src/stages/recognise/reading/number-text.ts';
import { agree, hasLetters, isStroke, weigh } from '../../src/stages/recognise/reading/votes.ts';

describe('readings of one number', () => {
  it('that agree are one reading, nearly sure, with its thousands kept apart', () => {
    expect(weigh(['2372 €', '2 372 €'])).toEqual([{ text: '2 372 €', cost: 0.01 }]);
  });

  it('that differ are all kept, none of them sure, the most frequent cheapest', () => {
    const readings = weigh(['17 000 €', '11 000 €', '17 000 €', '17000 €']);
    expect(readings?.map(({ text }) => text)).toEqual(['17 000 €', '11 000 €']);
    expect(readings?.every(({ cost }) => cost > 0.1)).toBe(true);
    expect(readings?.[0]?.cost).toBeLessThan(readings?.[1]?.cost ?? 0);
  });

  it('of which one saw nothing are not sure', () => {
    expect(weigh(['500 €', ''])?.[0]?.cost).toBeGreaterThan(0.1);
  });

  it('of which some saw dust between the thousands are one amount, not an amount and nothing', () => {
    expect(weigh(['17.000 €', '17-000 €', '17.000 €', '17 000 €'])?.map(({ text }) => text)).toEqual(['17.000 €']);
    expect(weigh(['100-200 €', '300 €'])).toHaveLength(2);
  });

  it('in which letters stand for figures confirm what another sees as figures, not each other', () => {
    expect(weigh(['29 OOGE', '29 000 €'])).toEqual([{ text: '29 000 €', cost: 0.01 }]);
    expect(agree('1 s00 €', '1 500 €')).toBe(true);
    const [only, ...others] = weigh(['20 CODE', '20 CODE']) ?? [];
    expect([only?.text, others]).toEqual(['20 000 €', []]);
    expect(only?.cost).toBeGreaterThan(0.1);
    expect(weigh(['26 soce', '26 500 €'])?.[0]).toEqual({ text: '26 500 €', cost: 0.01 });
    expect(['29 OOGE', 'i895 €', 'S 800 €', '1 DOSE', '10 SOCLE', '12 mois', '1 dose', '3 loges'].filter(isNumberLike)).toEqual([
      '29 OOGE',
      'i895 €',
      'S 800 €',
    ]);
  });

  it('in which letters stand for figures of thousands without a currency are figures too, of a mere word or code not', () => {
    expect(weigh(['5 c00', '5 c00', '5 000'])).toEqual([{ text: '5 000', cost: 0.01 }]);
    expect(weigh(['50 65i', '50 65i'])?.[0]?.cost).toBeGreaterThan(0.1);
    expect([hasLetters('5 c00'), hasLetters('5 000')]).toEqual([true, false]);
    expect(['2 BIS', '10 SOL', '3 000'].map(figuresOf)).toEqual([null, null, null]);
  });

  it('before whose thousands a figure was seen and not read are not the number without it', () => {
    expect(agree('$ 967,00 EUR', '$ 967,00 EUR')).toBe(false);
    expect(weigh(['$ 967,00 EUR', '$ 967,00 EUR', '6 967,00 EUR'])?.map(({ text }) => text)).toEqual(['6 967,00 EUR']);
    expect(weigh(['$ 967,00 EUR', '$ 967,00 EUR'])?.every(({ cost }) => cost > 0.1)).toBe(true);
  });

  it('that are a code of a known shape are that code, however its rings were read', () => {
    expect(weigh(['QN0O0640N', 'QNOO0640N', 'QNC0640N', 'QN00640N'])?.map(({ text }) => text)).toEqual(['QN00640N']);
    expect(agree('QNO0629M', 'QN00629M')).toBe(true);
  });

  it('of a share are the share where some took its sign for figures', () => {
    expect(weigh(['10099', '100 %', '100 9', '100 %'])?.map(({ text }) => text)).toEqual(['100 %']);
    expect(weigh(['30 %', '80 %'])).toHaveLength(2);
  });

  it('never make up a value that no recogniser gave', () => {
    expect(weigh(['—', '|'])).toBeNull();
  });
});

describe('a figure among the strokes of a seal', () => {
  const isOne = (...texts: string[]): boolean => {
    const readings = weigh(texts);
    return readings !== null && isStroke(readings);
  };

  it('is one of them where a recogniser sees none, and stays where all see it or it has more than two figures', () => {
    expect(isOne('1 €', 'i €', 'a', '')).toBe(true);
    expect(isOne('2 €', '2 €')).toBe(false);
    expect(isOne('120 €', '', '120 €', '')).toBe(false);
  });
});

describe('text of a number', () => {
  it('that is the first year of a period going on in the next line keeps its dash', () => {
    expect(cleanNumber('2023-')).toBe('2023-');
    expect(weigh(['2023-', '2023'])?.map(({ text }) => text)).toEqual(['2023-']);
    expect(cleanNumber('2 023 -')).toBe('2 023');
  });

  it.each([
    ['oc', 'o€', true],
    ['0c', 'oe', true],
    ['oc', 'oc', false],
    ['ou', 'o€', false],
    ['pm', '0 €', false],
  ])('%s and %s are a nought in euros: %s', (first, second, is) => {
    expect(isNoughtOfTwo(first, second)).toBe(is);
  });

  it('a mark that recognisers see before figures, be it each another, may be a pale minus', () => {
    const texts = (said: readonly string[]): string[] => (weigh(withFaintMinus(said)) ?? []).map(({ text }) => text);
    expect(texts(['"2 056.91', ':2 056.91', '2 056.91'])).toEqual(['2 056.91', '-2 056.91']);
    expect(texts(['-136.00', '*136.00', '136.00'])).toEqual(['-136.00', '136.00']);
    expect(texts(['"2 056.91', '2 056.91', '2 056.91'])).toEqual(['2 056.91', '-2 056.91']);
    expect(texts(['2 056.91', '2 056.91'])).toEqual(['2 056.91']);
    expect(texts(['-649,00', '-649,00'])).toEqual(['-649,00']);
  });

  it.each([
    ['27 (00,CO EUR', '27 000,00 €'],
    ['13 000 C0 EUR', '13 000 00 €'],
    ['5 GOO EUR', '5 000 €'],
    ['1) 250 EUR', null],
    ['12 SO €', null],
  ])('%s has the figures of %s', (seen, figures) => {
    expect(figuresOf(seen)).toBe(figures);
  });

  it.each([
    ['‘ 30 000 €', '30 000 €'],
    ['1965.00 £', '1965.00 €'],
    ['28000 ¢€', '28000 €'],
    ['13 568 € ;', '13 568 €'],
    ['1:555 €', '1 555 €'],
    ['17:000.00 €', '17 000.00 €'],
    ['12 400,90 FUR', '12 400,90 EUR'],
    ['08:300', '08:300'],
    ['2023', '2023'],
    ['(500 €)', '(500 €)'],
    ['-250 €', '250 €'],
  ])('%s is copied as %s', (raw, clean) => {
    // A dash glued to a figure may be a minus sign: it stays.
    expect(cleanNumber(raw)).toBe(raw === '-250 €' ? '-250 €' : clean);
  });

  it('is told from words', () => {
    expect(isNumberLike('12 500,00 €')).toBe(true);
    expect(isNumberLike('2025 (a*b)')).toBe(false);
    expect(isNumberLike('Action 3 du programme')).toBe(false);
    for (const text of ['600 euros', '6 k€', '7kK€', '5574 curos', '9 000 euras', 'S 000 euros', '1O0 €', '11 GOC €', '12 CCC,00 € -'])
      expect([text, isNumberLike(text)]).toEqual([text, true]);
    for (const text of ['3 cures', '12 eaux', 'So €', 'Bilan', '4 bureaux']) expect([text, isNumberLike(text)]).toEqual([text, false]);
  });

  it('that lost its sign in some readings keeps it', () => {
    expect(weigh(['80%', '80', '80', '80*6'])?.map(({ text }) => text)).toEqual(['80%', '80*6']);
    expect(weigh(['3147 €', '-3147 €', '3147 €', '-3147 €'])?.[0].text).toBe('-3147 €');
    expect(weigh(['3147 €', '-3147 €', '3147 €'])?.[0].text).toBe('3147 €');
  });

  it('whose currency is a letter off is the same amount', () => {
    expect(agree('70 300 curos', '70 300 euros')).toBe(true);
    expect(agree('7kK€', '7 k€')).toBe(true);
    expect(weigh(['9 000 euras', '9 000 euros'])).toEqual([{ text: '9 000 euros', cost: 0.01 }]);
  });

  it.each([
    ['QNO81111', 'QN08111I'],
    ['QN09554!|', 'QN09554I'],
    ['QP09554!', 'QP09554!'],
    ['QP06205l', 'QP062051'],
    ['QN0O8519M', 'QN08519M'],
    ['0P049044', 'QP049044'],
    ['OQP038059', 'QP038059'],
    ['QNG3032I', 'QN03032I'],
    ['Quartier', 'Quartier'],
    ['Him', 'Hlm'],
    ['HIM', 'HLM'],
    ['Himalaya', 'Himalaya'],
    ['(OPV)', '(QPV)'],
    ['QOPV', 'QPV'],
    ['TFPS', 'TFPB'],
    ['(IFPB)', '(TFPB)'],
    ['TFP', 'TFP'],
    ['QP02B080', 'QP02B080'],
    ['QN02B121', 'QN02B12I'],
    ['QN02AO1M', 'QN02A01M'],
    ['QP0280B1', 'QP028081'],
  ])('what has a known shape is put right: %s', (raw, code) => {
    expect(knownShape(raw)).toBe(code);
  });
});
