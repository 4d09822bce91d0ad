import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/stages/classify/evidence.ts';
import { taxonomy } from '../../src/stages/classify/taxonomy.ts';
import { wordShares } from '../../src/stages/classify/word-shares.ts';

const term = (action: number, ...stems: string[]) => ({ action, stems, weight: 1, openWeight: 1 });

test('a word is the more an action’s the more it stands in its terms alone, and less where another domain uses it', () => {
  const shares = (foreign: string[][]): ReadonlyMap<string, readonly { action: number; share: number }[]> =>
    new Map(
      wordShares(
        2,
        [[], []],
        [term(0, 'bac', 'roul'), term(0, 'bac', 'tri'), term(0, 'sort', 'bac'), term(0, 'tri'), term(1, 'tri', 'geste')],
        foreign.map((stems) => ({ domaine: 'x', stems, weight: 1 })),
      ),
    );
  const [bac] = shares([]).get('bac') ?? [];
  const [roul] = shares([]).get('roul') ?? [];
  expect(
    shares([])
      .get('bac')
      ?.map(({ action }) => action),
  ).toEqual([0]);
  expect(
    shares([])
      .get('tri')
      ?.map(({ action }) => action),
  ).toEqual([0, 1]);
  expect(bac?.share ?? 0).toBeGreaterThan(roul?.share ?? 1);
  expect(shares([['bac']]).get('bac')?.[0]?.share ?? 1).toBeLessThan(bac?.share ?? 0);
});

test('a word that only stands in terms speaks for their action beside other words than theirs', () => {
  const { codes } = taxonomy();
  const text = evidenceOf('Relecture');
  expect(text?.hits.map(({ term: { action } }) => codes[action])).toEqual([]);
  expect(codes[(text?.scores ?? []).indexOf(Math.max(...(text?.scores ?? [])))]).toBe('5.2');
});
