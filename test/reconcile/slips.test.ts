import { describe, expect, it } from 'vitest';
import type { TotalDraft } from '../../src/model/draft.ts';
import { amount, decided, line, placeAt, PREVU, programme, REALISE, scope, total } from '../support/programmes.ts';

/** Three axes of two lines, with what each line states as planned, spent and valued. */
const COLUMNS = [PREVU, REALISE, { ...PREVU, header: 'Dépense valorisée', rubrique: 'valorise' as const }];
const AXES = [
  ['1', '2'],
  ['3', '4'],
  ['5', '6'],
];
const FIGURES: Readonly<Record<string, readonly number[]>> = {
  1: [1000, 900, 500],
  2: [2300, 2410, 1150],
  3: [4070, 4000, 2000],
  4: [520, 600, 260],
  5: [7700, 7650, 3000],
  6: [81, 80, 40],
};
const LINES = Object.entries(FIGURES).map(([id, figures]) =>
  line(id, ...figures.map((figure, at) => amount(`${id}-${String(at)}`, figure.toFixed(2), COLUMNS[at]))),
);

/** The total of some lines in one column, printed `off` by so much, in a row of its own lines. */
function stated(ids: readonly string[], column: number, off: number, row = Number(ids[0])): TotalDraft {
  const sum = ids.reduce((all, id) => all + (FIGURES[id]?.[column] ?? 0), 0);
  const covered = scope(
    ids.map((id) => `${id}-${String(column)}`),
    { portee: ids.length > 2 ? 'programme' : 'axe', ...(COLUMNS[column] === undefined ? {} : { column: COLUMNS[column] }) },
  );
  return {
    ...total(`${ids.join('')}.${String(column)}.${String(row)}`, (sum + off).toFixed(2), covered),
    place: placeAt(ids.length > 2 ? 20 + row : row),
  };
}

/** What each axe's total and the grand total are off by, in each column. */
function read(...off: readonly (readonly [axe1: number, axe2: number, axe3: number, whole: number])[]) {
  const totals = off.flatMap(([a, b, c, whole], column) => [
    ...AXES.map((ids, axe) => stated(ids, column, [a, b, c][axe] ?? 0)),
    stated(AXES.flat(), column, whole),
  ]);
  return decided(programme(LINES, totals));
}

describe('how many slips of its author explain the totals that disagree', () => {
  it.each([
    ['a line mistyped', [[300, 0, 0, 300]]],
    ['a total mistyped', [[0, 9000, 0, 0]]],
    ['a line left out, and a total mistyped', [[300, 0, 90, 300]]],
    ['two lines mistyped, of two axes', [[300, 0, -20, 280]]],
    [
      'a line left out of the page, in every column',
      [
        [0, 712, 0, 712],
        [0, 640, 0, 640],
        [0, 300, 0, 300],
      ],
    ],
    [
      'a line that the sums of an axe leave out, in every column',
      [
        [0, -520, 0, 0],
        [0, -600, 0, 0],
        [0, -260, 0, 0],
      ],
    ],
  ] as const)('%s: the document errs', (_, off) => {
    expect(read(...off)).toMatchObject({ statut: 'ecart', doubts: [] });
  });

  it.each([
    ['every axe off by its own, though the whole agrees', [[300, 40, -20, 0]]],
    [
      'an axe off in every column by what is no line of it, though the whole agrees',
      [
        [0, 712, 0, 0],
        [0, 640, 0, 0],
        [0, 300, 0, 0],
      ],
    ],
    ['each axe off by a rate', [[660, 918, 1556.2, 3134.2]]],
  ] as const)('%s: the reading is in doubt', (_, off) => {
    expect(read(...off)).toMatchObject({ statut: 'a_relire', doubts: ['totaux_trop_nombreux_en_ecart'] });
  });

  it('the programme is to be read again then; its totals say what their lines give all the same', () => {
    const { statut, totals } = read([300, 40, -20, 0]);
    expect(statut).toBe('a_relire');
    expect(totals.map(({ statut, difference }) => [statut, difference?.toNumber()])).toEqual([
      ['ecart', 300],
      ['ecart', 40],
      ['ecart', -20],
      ['conforme', 0],
    ]);
  });
});

describe('totals that contradict each other', () => {
  const both = (first: number, second: number) =>
    decided(programme(LINES, [stated(AXES.flat(), 0, first, 1), stated(AXES.flat(), 0, second, 2)]));

  it('two far from each other for the same lines: one of them covers something else', () => {
    expect(both(-9000, 41_020)).toMatchObject({ statut: 'a_relire', doubts: ['totaux_incompatibles'] });
  });

  it.each([
    [300, 320, 'of a rounded figure'],
    [300, 20_300, 'with a digit mistyped'],
    [300, 300, 'printed twice'],
  ])('one total off by %s and by %s (%s): the document errs', (first, second) => {
    expect(both(first, second)).toMatchObject({ statut: 'ecart', doubts: [] });
  });

  it('the whole lacks exactly what another states, which sums something else: a line was taken for a total', () => {
    const asTotal = { ...total('line', '5310.00', scope(['1-0', '2-0'])), place: placeAt(12) };
    const of = (whole: number) => decided(programme(LINES, [asTotal, stated(AXES.flat(), 0, whole)]));
    expect(of(5310)).toMatchObject({ statut: 'a_relire', doubts: ['totaux_incompatibles'] });
    expect(of(5300)).toMatchObject({ statut: 'ecart', doubts: [] });
  });

  it('a gap of one column is as much as a total of another by chance', () => {
    // The planned whole lacks 4900, which the valued sum of an axe states, wrong by something else.
    const valued = stated(['5', '6'], 2, 1860);
    expect(valued.readings[0].amount?.toFixed(2)).toBe('4900.00');
    const whole = stated(AXES.flat(), 0, -4900);
    expect(decided(programme(LINES, [valued, whole]))).toMatchObject({ statut: 'ecart', doubts: [] });
  });
});
