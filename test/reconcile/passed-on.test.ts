import { expect, it } from 'vitest';
import { amount, decide, line, programme, scope, total } from '../support/programmes.ts';

const ALL = scope(['a', 'b'], { portee: 'autre' });

function twoQuartiers(ofSecond: string, ofAll: string): readonly string[] {
  const first = programme([line('1', amount('a', '300.00'))], [total('t', '300.00', scope(['a'])), total('all', ofAll, ALL)], {
    elsewhere: [amount('b', '40.00')],
  });
  const second = programme([line('2', amount('b', '40.00'))], [total('u', ofSecond, scope(['b']))]);
  return decide(first, second).programmes.map(({ statut }) => statut);
}

it('a total over all quartiers that passes on the error of one blames that one alone', () => {
  expect(twoQuartiers('45.00', '345.00')).toEqual(['reconcilie', 'ecart']);
});

it('a total over all quartiers that errs by itself blames the programme it is printed with', () => {
  expect(twoQuartiers('40.00', '345.00')).toEqual(['ecart', 'reconcilie']);
  expect(twoQuartiers('45.00', '350.00')).toEqual(['ecart', 'ecart']);
});

it('a total over all quartiers has of an amount the reading of its own programme, never another that would make it agree', () => {
  const b = amount('b', [
    ['40.00', 0],
    ['45.00', 0.5],
  ]);
  const first = programme([line('1', amount('a', '300.00'))], [total('t', '300.00', scope(['a'])), total('all', '345.00', ALL)], {
    elsewhere: [b],
  });
  const second = programme([line('2', b)], [total('u', '40.00', scope(['b']))]);
  const [own, other] = decide(first, second).programmes;
  expect(other?.lines[0]?.amounts[0]?.amount?.toFixed(2)).toBe('40.00');
  expect(own?.totals.map(({ recomputed, statut }) => [recomputed?.toFixed(2), statut])).toEqual([
    ['300.00', 'conforme'],
    ['340.00', 'ecart'],
  ]);
  expect([own?.statut, other?.statut]).toEqual(['a_relire', 'reconcilie']);
});
