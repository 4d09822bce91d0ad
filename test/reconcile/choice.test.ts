import { describe, expect, it } from 'vitest';
import type { ReconciledAmount } from '../../src/model/reconciled.ts';
import { amount, decided, line, programme, scope, total, type Figure } from '../support/programmes.ts';

const ALL = scope(['a', 'b']);

function twoLines(a: Figure, b: Figure, ...totals: readonly Figure[]) {
  return decided(
    programme(
      [line('1', amount('a', a)), line('2', amount('b', b))],
      totals.map((stated, index) => total(`t${String(index)}`, stated, index === 0 ? ALL : scope(['a'], { portee: 'axe' }))),
    ),
  );
}

const first = (result: ReturnType<typeof decided>): ReconciledAmount | undefined => result.lines[0]?.amounts[0];

describe('a reading chosen by the sums', () => {
  const MISREAD: Figure = [
    ['380.00', 0],
    ['300.00', 1],
  ];

  it('is marked with what was read before', () => {
    const chosen = first(twoLines(MISREAD, '200.00', '500.00'));
    expect(chosen?.amount?.toFixed(2)).toBe('300.00');
    expect(chosen?.corrected?.before?.toFixed(2)).toBe('380.00');
  });

  it('has no proof where one equation alone chose it', () => {
    expect(first(twoLines(MISREAD, '200.00', '500.00'))?.proofs).toEqual([]);
  });

  it('is proven where two equations agree on it', () => {
    expect(first(twoLines(MISREAD, '200.00', '500.00', '300.00'))?.proofs).toEqual(['t0', 't1']);
  });

  it('is less sure than one that was read so at once', () => {
    const chosen = first(twoLines(MISREAD, '200.00', '500.00', '300.00'))?.confidence ?? 1;
    expect(chosen).toBeLessThan(first(twoLines('300.00', '200.00', '500.00', '300.00'))?.confidence ?? 0);
  });

  it('may be that of a total', () => {
    const result = twoLines('300.00', '200.00', [
      ['800.00', 0],
      ['500.00', 1],
    ]);
    expect(result.totals.map((each) => [each.declared.toFixed(2), each.statut])).toEqual([['500.00', 'conforme']]);
  });

  it('is not taken where it costs more than the error it would mend', () => {
    const dear: Figure = [
      ['380.00', 0],
      ['300.00', 9],
    ];
    const result = twoLines(dear, '200.00', '500.00');
    expect(first(result)?.corrected).toBeNull();
    expect(result.statut).toBe('ecart');
  });
});

describe('two understandings nearly as good', () => {
  const couldBe = (low: string, high: string, cost: number): Figure => [
    [low, 0],
    [high, cost],
  ];

  it('of equal cost leave the programme to be read again', () => {
    expect(twoLines(couldBe('10.00', '20.00', 1), couldBe('30.00', '40.00', 1), '50.00').statut).toBe('a_relire');
  });

  it('of nearly equal cost too', () => {
    expect(twoLines(couldBe('10.00', '20.00', 1), couldBe('30.00', '40.00', 1.5), '50.00').statut).toBe('a_relire');
  });

  it('with a margin between them do not', () => {
    const result = twoLines(couldBe('10.00', '20.00', 1), couldBe('30.00', '40.00', 2.5), '50.00');
    expect(result.statut).toBe('reconcilie');
    expect(result.lines.map((each) => each.amounts[0]?.amount?.toFixed(2))).toEqual(['20.00', '30.00']);
  });

  it('of a cell that no total covers count as well', () => {
    const draft = programme(
      [line('1', amount('a', '10.00')), line('2', amount('b', couldBe('30.00', '40.00', 0.2)))],
      [total('t', '10.00', scope(['a']))],
    );
    expect(decided(draft).statut).toBe('a_relire');
  });
});

describe('exact decimals', () => {
  it.each([
    [['0.10', '0.20'], '0.30'],
    [Array.from({ length: 10 }, () => '0.10'), '1.00'],
    [['1.15', '2.25', '3.35'], '6.75'],
    [['9007199254740993.01', '0.02'], '9007199254740993.03'],
  ])('%s is %s', (figures, stated) => {
    const lines = figures.map((each, index) => line(String(index), amount(`m${String(index)}`, each)));
    const result = decided(programme(lines, [total('t', stated, scope(figures.map((_, index) => `m${String(index)}`)))]));
    expect(result.totals[0]).toMatchObject({ statut: 'conforme' });
    expect(result.totals[0]?.recomputed?.toFixed(2)).toBe(stated);
  });

  it('one cent off is a disagreement', () => {
    expect(twoLines('0.10', '0.20', '0.31').totals.map((each) => each.difference?.toFixed(2))).toEqual(['0.01']);
  });
});
