import { describe, expect, it } from 'vitest';
import type { AmountColumn } from '../../src/model/draft.ts';
import { amount, decided, line, PREVU, programme, REALISE, scope, total, type Figure } from '../support/programmes.ts';

const TOTAL: AmountColumn = { ...PREVU, header: 'Dépense totale', rubrique: 'total' };
const OWN: AmountColumn = { ...PREVU, header: 'Financement bailleur', rubrique: 'autre' };
const OTHER: AmountColumn = { ...PREVU, header: 'Autre financement', rubrique: 'autre' };

const ROWS: readonly (readonly [string, string, string])[] = [
  ['500.00', '300.00', '200.00'],
  ['900.00', '400.00', '500.00'],
  ['1200.00', '700.00', '500.00'],
  ['800.00', '650.00', '150.00'],
];

/** Rows of total, own and other funds, with more ways to read the own funds of the first. */
function withRows(own: Figure, ...stated: readonly Figure[]) {
  const lines = ROWS.map(([whole, first, second], row) =>
    line(
      `l${String(row)}`,
      amount(`t${String(row)}`, whole, TOTAL),
      amount(`b${String(row)}`, row === 0 ? own : first, OWN),
      amount(`a${String(row)}`, second, OTHER),
    ),
  );
  const owns = ROWS.map((_, row) => `b${String(row)}`);
  return decided(
    programme(
      lines,
      stated.map((each) => total('sum', each, scope(owns, { column: OWN }))),
    ),
  );
}

const read = (result: ReturnType<typeof decided>) => result.lines[0]?.amounts[1];
const MISREAD: Figure = [
  ['380.00', 0.3],
  ['300.00', 1.2],
  ['310.00', 1.4],
];

describe('a reading that its row chooses', () => {
  it('is the one that makes it add up, where the other rows do', () => {
    const amount = read(withRows(MISREAD));
    expect(amount?.amount?.toFixed(2)).toBe('300.00');
    expect(amount?.corrected?.before?.toFixed(2)).toBe('380.00');
    expect(amount?.corrected?.row?.parts.map((part) => part.toFixed(2))).toEqual(['300.00', '200.00']);
  });

  it('is not proven by that row, but by it and a total', () => {
    expect(read(withRows(MISREAD))?.proofs).toEqual([]);
    expect(read(withRows(MISREAD, '2050.00'))?.proofs).toEqual(['sum']);
  });

  it('is none where the total says otherwise: the row is then what contradicts itself', () => {
    const result = withRows('380.00', '2130.00');
    expect(read(result)?.corrected).toBeNull();
    const doubtful = withRows(MISREAD, '2130.00');
    expect(read(doubtful)?.amount?.toFixed(2)).toBe('380.00');
  });

  it('is none where no reading of its pixels adds up', () => {
    const result = withRows([
      ['380.00', 0.3],
      ['310.00', 1.4],
    ]);
    expect(read(result)?.corrected).toBeNull();
    expect(result.statut).toBe('a_relire');
  });
});

describe('the sign of a difference', () => {
  const BY: AmountColumn = { ...PREVU, header: 'Écart', rubrique: 'autre' };
  const turned = (figure: string): Figure => [
    [figure, 0.5],
    [`-${figure}`, 1.6],
  ];

  /** Planned, realised and their difference; the last rows lost their minus in the reading that is surest. */
  function withDifferences(fourth: Figure, ...stated: readonly (readonly [Figure, readonly string[]])[]) {
    const rows: readonly (readonly [string, string, Figure])[] = [
      ['100.00', '80.00', '-20.00'],
      ['100.00', '40.00', '-60.00'],
      ['300.00', '250.00', turned('50.00')],
      ['400.00', '370.00', fourth],
      ['500.00', '430.00', turned('70.00')],
    ];
    const lines = rows.map(([planned, realised, by], row) =>
      line(
        `l${String(row)}`,
        amount(`p${String(row)}`, planned),
        amount(`r${String(row)}`, realised, REALISE),
        amount(`d${String(row)}`, by, BY),
      ),
    );
    const result = decided(
      programme(
        lines,
        stated.map(([figure, terms], index) => total(`t${String(index)}`, figure, scope(terms, { column: BY }))),
      ),
    );
    return result.lines.map(({ amounts }) => amounts[2]?.amount?.toFixed(2));
  }

  it('is the one with which its row adds up, even where its total lost its minus as well', () => {
    const right = ['-20.00', '-60.00', '-50.00', '-30.00', '-70.00'];
    expect(withDifferences(turned('30.00'))).toEqual(right);
    expect(withDifferences(turned('30.00'), [turned('80.00'), ['d2', 'd3']])).toEqual(right);
  });

  it('stays where its total would break, which keeps no other row from its own', () => {
    expect(withDifferences('30.00', [turned('80.00'), ['d2', 'd3']])).toEqual(['-20.00', '-60.00', '50.00', '30.00', '-70.00']);
    expect(withDifferences(turned('30.00'), ['80.00', ['d2', 'd3']])).toEqual(['-20.00', '-60.00', '50.00', '30.00', '-70.00']);
  });
});
