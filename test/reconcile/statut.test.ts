import { describe, expect, it } from 'vitest';
import type { AmountDoubt } from '../../src/model/draft.ts';
import { amount, decided, line, placeAt, PREVU, programme, scope, total } from '../support/programmes.ts';

const WHOLE = scope(['a', 'b']);
const withDoubt = (doubt: AmountDoubt, stated: string) =>
  decided(programme([line('1', amount('a', '300.00')), line('2', amount('b', null, PREVU, doubt))], [total('t', stated, WHOLE)]));

describe('statut of a programme whose reading is in doubt', () => {
  it('a cell of several amounts: to be read again, though the rest adds up', () => {
    expect(withDoubt('plusieurs_montants', '300.00').statut).toBe('a_relire');
  });

  it.each(['texte', 'formule'] as const)('a cell of « %s »: no disagreement can be held against the document', (doubt) => {
    expect(withDoubt(doubt, '500.00').statut).toBe('a_relire');
  });

  it.each([
    ['198.00', 'the first figures only', 'a_relire'],
    ['407.50', 'the last figures only', 'a_relire'],
    ['198 408.50', 'another figure', 'ecart'],
    ['19 840.75', 'a digit less', 'ecart'],
  ])('a total of %s for 198 407.50 (%s) is %s', (stated, _, statut) => {
    const lines = [line('1', amount('a', '198000.00')), line('2', amount('b', '407.50'))];
    expect(decided(programme(lines, [total('t', stated.replace(' ', ''), WHOLE)])).statut).toBe(statut);
  });

  it('an amount read from a picture that no total proves, beside others that are proven', () => {
    const read = (id: string, stated: string, cost: number) => {
      const draft = amount(id, stated);
      return { ...draft, readings: [{ ...draft.readings[0], cost }] as const };
    };
    const of = (cost: number) =>
      decided(programme([line('1', read('a', '300.00', 0.01)), line('2', read('b', '40.00', cost))], [total('t', '300.00', scope(['a']))]));
    expect(of(0.01).statut).toBe('a_relire');
    expect(of(0).statut).toBe('reconcilie');
  });

  it('an amount read from a picture under a total that disagrees: the document errs where readings agree, the reading may where they do not', () => {
    const read = (id: string, stated: string, cost: number) => {
      const draft = amount(id, stated);
      return { ...draft, readings: [{ ...draft.readings[0], cost }] as const };
    };
    const lines = (cost: number) => [line('1', read('a', '300.00', 0.01)), line('2', read('b', '40.00', cost))];
    const totals = [total('t', '300.00', scope(['a'])), total('u', '50.00', scope(['b']))];
    expect(decided(programme(lines(0.01), totals)).statut).toBe('ecart');
    expect(decided(programme(lines(0.4), totals)).statut).toBe('a_relire');
  });

  it('a row that contradicts its own columns: the document errs, unless the row is read from a picture that nothing proves', () => {
    const year = (debut: number, fin: number) => ({ ...PREVU, header: `Prévu ${String(debut)}-${String(fin)}`, periode: { debut, fin } });
    const of = (cost: number) => {
      const row = (id: string, ...figures: readonly string[]) =>
        line(
          id,
          ...figures.map((figure, at) => {
            const draft = amount(`${id}${String(at)}`, figure, [year(2025, 2025), year(2026, 2026), year(2025, 2026)][at]);
            return { ...draft, readings: [{ ...draft.readings[0], cost }] as const };
          }),
        );
      return decided(programme([row('a', '100.00', '200.00', '300.00'), row('b', '100.00', '400.00', '600.00')], []));
    };
    expect(of(0).statut).toBe('ecart');
    expect(of(0.01)).toMatchObject({ statut: 'a_relire', doubts: ['lectures_incertaines'] });
  });

  describe('figures in doubt under a total that disagrees', () => {
    const year = (debut: number, fin: number) => ({ ...PREVU, header: `Prévu ${String(debut)}-${String(fin)}`, periode: { debut, fin } });
    const columns = [year(2025, 2025), year(2026, 2026), year(2025, 2026)];
    const row = (id: string, costs: readonly number[], ...figures: readonly string[]) =>
      line(id, ...figures.map((figure, at) => amount(`${id}${String(at)}`, [[figure, costs[at] ?? 0.01]], columns[at])));
    const of = (costs: readonly number[], second = '610.00') => {
      const lines = [
        row('a', costs, '100.00', '200.00', '300.00'),
        row('b', [], '100.00', '400.00', '500.00'),
        row('c', [], '70.00', '10.00', '80.00'),
      ];
      const summed = (at: number) =>
        scope(
          ['a', 'b', 'c'].map((id) => `${id}${String(at)}`),
          { column: columns[at] ?? PREVU },
        );
      return decided(programme(lines, [total('t', '280.00', summed(0)), total('u', second, summed(1)), total('v', '880.00', summed(2))]));
    };

    it('are settled where the surely read rest of their row says the same', () => {
      expect(of([0.4])).toMatchObject({ statut: 'ecart', doubts: [] });
    });

    it('are not where another figure of the row is in doubt as well', () => {
      expect(of([0.4, 0.4], '600.00').statut).toBe('a_relire');
    });
  });

  it('a total in doubt that disagrees: the document errs where the other totals come to the grand total with it', () => {
    const of = (grand: string) => {
      const lines = ['a', 'b', 'c', 'd'].map((id) => line(id, amount(id, [['100.00', 0.01]])));
      const parts = [
        total('t', [['260.00', 0.4]], scope(['a', 'b'], { portee: 'axe' })),
        total('u', [['200.00', 0.01]], scope(['c', 'd'], { portee: 'axe' })),
      ];
      return decided(programme(lines, [...parts, total('v', [[grand, 0.01]], scope(['a', 'b', 'c', 'd'], { portee: 'programme' }))]));
    };
    expect(of('460.00')).toMatchObject({ statut: 'ecart', doubts: [] });
    expect(of('400.00').statut).toBe('a_relire');
  });

  it.each([
    ['Réalisé 2025 dont valorisé', 'ecart'],
    ['Montant valorisé', 'a_relire'],
  ])('two figures of one kind and year, the other under « %s »: %s', (header, statut) => {
    const valued = (text: string) => ({ ...PREVU, rubrique: 'valorise' as const, header: text });
    const [first, second] = [valued(header === 'Montant valorisé' ? header : 'Prévisionnel 2025 dont valorisé'), valued(header)];
    const lines = [line('1', amount('a', '300.00', first), amount('b', '200.00', second))];
    expect(decided(programme(lines, [total('t', '350.00', scope(['a']))])).statut).toBe(statut);
  });

  it('an amount that found no column', () => {
    const lines = [line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))];
    const unread = [{ text: '50 €', place: placeAt(3) }];
    expect(decided(programme(lines, [total('t', '500.00', WHOLE)], { unread })).statut).toBe('a_relire');
  });
});

describe('confidence of an amount', () => {
  const of = (stated: string) => {
    const result = decided(programme([line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))], [total('t', stated, WHOLE)]));
    return result.lines[0]?.amounts[0]?.confidence ?? 0;
  };

  it('falls from proven to unproven to contradicted', () => {
    const [lone] = decided(programme([line('1', amount('a', '300.00'))], [])).lines;
    const unproven = lone?.amounts[0]?.confidence ?? 0;
    expect(of('500.00')).toBeGreaterThan(unproven);
    expect(unproven).toBeGreaterThan(of('510.00'));
  });

  it('is low where the cell holds something else', () => {
    expect(withDoubt('texte', '300.00').lines[1]?.amounts[0]?.confidence).toBeLessThan(0.5);
  });

  it('is not usable unseen above 0.9 where the heading does not say what the column is, unless proven', () => {
    const unnamed = { ...PREVU, sure: false };
    const lone = decided(programme([line('1', amount('a', '300.00', unnamed))], [])).lines[0]?.amounts[0];
    const proven = decided(programme([line('1', amount('a', '300.00', unnamed))], [total('t', '300.00', scope(['a']))])).lines[0]
      ?.amounts[0];
    expect(lone?.confidence).toBeLessThanOrEqual(0.9);
    expect(proven?.confidence).toBeGreaterThan(0.9);
  });

  it('small amounts with one decimal and no unit anywhere are thousands that nobody says', () => {
    const bare = (id: string, stated: string, unit: string) => {
      const draft = amount(id, stated);
      return { ...draft, readings: [{ ...draft.readings[0], text: `${stated.replace('.', ',')}${unit}` }] as const };
    };
    const statut = (unit: string) => {
      const stated = ['19.1', '23.4', '5', '12', '8.3'];
      const lines = stated.map((each, index) => line(String(index), bare(`a${String(index)}`, each, unit)));
      return decided(programme(lines, [total('t', '67.80', scope(['a0', 'a1', 'a2', 'a3', 'a4']))]));
    };
    expect(statut('').statut).toBe('a_relire');
    expect(statut(' €').statut).toBe('reconcilie');
  });

  it('a sum that closes only without an amount that is printed proves nothing', () => {
    const first = amount('b', '17000.00');
    const none = { ...first.readings[0], amount: null, text: '', cost: 0.3 };
    const read = { ...first, readings: [first.readings[0], none] as const };
    const found = decided(programme([line('1', amount('a', '300.00')), line('2', read)], [total('t', '300.00', WHOLE)]));
    expect(found.statut).toBe('a_relire');
  });

  it('quarters of a year, and versions of one amount, are told apart', () => {
    const of = (...headers: readonly string[]) => {
      const cells = headers.map((header, at) => amount(String(at), '40.00', { ...PREVU, header }));
      return decided(programme([line('1', ...cells)], [total('t', '40.00', scope(['0']))])).statut;
    };
    expect(of('Prévu T1', 'Prévu T2')).toBe('reconcilie');
    expect(of('Budget voté', 'Budget révisé')).toBe('reconcilie');
    expect(of('Budget prévu', 'Budget voté')).toBe('a_relire');
  });

  it('what all years cost and what each of them does are told apart', () => {
    const of = (base: 'an' | 'periode' | null) => {
      const cells = [amount('a', '300.00', { ...PREVU, base: 'periode' }), amount('b', '100.00', { ...PREVU, base })];
      return decided(programme([line('1', ...cells)], [total('t', '300.00', scope(['a']))])).statut;
    };
    expect(of('an')).toBe('reconcilie');
    expect(of('periode')).toBe('a_relire');
    expect(of(null)).toBe('a_relire');
  });

  it('a column whose heading names no rubrique is told from no other of the rubrique it is given', () => {
    const beside = (header: string, sure: boolean) => {
      const own = amount('b', '-40.00', { ...PREVU, header, sure });
      return decided(programme([line('1', amount('a', '300.00'), own)], [total('t', '300.00', scope(['a']))])).statut;
    };
    expect(beside('FEcart', false)).toBe('a_relire');
    expect(beside('Bilan', true)).toBe('reconcilie');
  });

  it('the total of quarters is told from them; a column that is neither is not', () => {
    const beside = (...headers: readonly string[]) => {
      const amounts = headers.map((header, at) => amount(`q${String(at)}`, '40.00', { ...PREVU, header }));
      return decided(programme([line('1', ...amounts)], [total('t', '40.00', scope(['q0']))])).doubts;
    };
    expect(beside('Dépenses T1', 'Dépenses T2', 'Dépenses Total')).toEqual([]);
    expect(beside('Dépenses T1', 'Dépenses T2', 'Dépenses')).toEqual(['colonnes_indistinctes']);
    expect(beside('Total', 'Dépenses Total')).toEqual(['colonnes_indistinctes']);
  });
});
