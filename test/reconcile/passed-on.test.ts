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
