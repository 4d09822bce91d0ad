import { expect, it } from 'vitest';
import { weigh } from '../../src/stages/reconcile/explain.ts';
import { amount, documentOf, line, programme, scope, total } from '../support/programmes.ts';

const LINES = [line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))];

it('tells every scope of a total with its sum, and which one was taken', () => {
  const stated = total('t', '200.00', scope(['a', 'b']), [scope(['b'], { portee: 'axe' }), 1], [scope([], { columnAmounts: [] }), 2]);
  const { programmes, margin } = weigh([{ value: documentOf(programme(LINES, [stated])), cost: 0, because: [] }]);
  expect(margin).toBe(Infinity);
  expect(
    programmes[0]?.totals[0]?.scopes.map(({ scope: { cost }, sum, penalty, isChosen }) => [
      cost,
      sum?.toFixed(2) ?? null,
      penalty,
      isChosen,
    ]),
  ).toEqual([
    [0, '500.00', 4, false],
    [1, '200.00', 0, true],
    [2, null, 4, false],
  ]);
});

it('ranks understandings by their sums as well, and says how far behind the next one is', () => {
  const asTotal = programme(LINES, [total('t', '500.00', scope(['a', 'b']))]);
  const wrong = programme([...LINES, line('3', amount('c', '500.00'))], [total('u', '500.00', scope(['a', 'b', 'c']))]);
  const why = { what: 'lu comme une ligne', cost: 1.5 };
  const { understandings, margin } = weigh([
    { value: documentOf(wrong), cost: 0, because: [why] },
    { value: documentOf(asTotal), cost: 1, because: [] },
  ]);
  expect(understandings.map(({ reading, sums }) => [reading, sums])).toEqual([
    [1, 0],
    [0, 4],
  ]);
  expect(understandings[1]?.because).toEqual([why]);
  expect(margin).toBe(3);
});

it('lists figures that were read in several ways, with the one that the sums took', () => {
  const doubtful = amount('a', [
    ['380.00', 0],
    ['300.00', 1],
  ]);
  const { programmes } = weigh([
    {
      value: documentOf(programme([line('1', doubtful), line('2', amount('b', '200.00'))], [total('t', '500.00', scope(['a', 'b']))])),
      cost: 0,
      because: [],
    },
  ]);
  expect(programmes[0]?.figures.map(({ chosen, readings }) => [chosen.text, readings.length])).toEqual([['300.00 €', 2]]);
  expect(programmes[0]?.margin).toBe(3);
});
