import { describe, expect, test } from 'vitest';
import type { NonEmpty } from '../../src/model/collections.ts';
import type { Reading } from '../../src/model/page.ts';
import { byOwnFigures } from '../../src/stages/recognise/figures/own-figures.ts';
import type { Picture } from '../../src/stages/recognise/pixels/picture.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

/** Signs as a coarse font has them, seven rows down to the line's foot and one below it. */
const FONT: Readonly<Record<string, readonly string[]>> = {
  '1': ['..#..', '.##..', '#.#..', '..#..', '..#..', '..#..', '#####', '.....'],
  '2': ['.###.', '#...#', '....#', '..##.', '.#...', '#....', '#####', '.....'],
  '5': ['#####', '#....', '####.', '....#', '....#', '#...#', '.###.', '.....'],
  '7': ['#####', '....#', '...#.', '..#..', '..#..', '.#...', '.#...', '.....'],
  ',': ['.....', '.....', '.....', '.....', '.....', '.##..', '.##..', '.#...'],
  '-': ['.....', '.....', '.....', '####.', '.....', '.....', '.....', '.....'],
  '€': ['..###', '.#...', '####.', '.#...', '####.', '.#...', '..###', '.....'],
  x: ['#...#', '#...#', '.#.#.', '..#..', '.#.#.', '#...#', '#...#', '.....'],
};
const DOT = 4;
const PITCH = 60;
const WIDTH = 400;

interface Printed {
  readonly signs: string;
  readonly read: string;
  readonly numbers?: NonEmpty<Reading> | null;
}

/** What is printed one line under the other, and how it was read. */
function page(printed: readonly Printed[]): { readonly picture: Picture; readonly lines: readonly ReadLine[] } {
  const picture = {
    width: WIDTH,
    height: PITCH * (printed.length + 1),
    data: new Uint8Array(WIDTH * PITCH * (printed.length + 1)).fill(250),
  };
  const lines = printed.map(({ signs, read, numbers }, index): ReadLine => {
    const top = 20 + PITCH * index;
    [...signs].forEach((sign, at) => {
      FONT[sign]?.forEach((row, y) => {
        [...row].forEach((place, x) => {
          if (place === '#')
            for (let dot = 0; dot < DOT * DOT; dot++)
              picture.data[(top + y * DOT + Math.floor(dot / DOT)) * WIDTH + 20 + at * 6 * DOT + x * DOT + (dot % DOT)] = 20;
        });
      });
    });
    const box = { x0: 20, y0: top, x1: 20 + signs.length * 6 * DOT, y1: top + 8 * DOT };
    const words = read === '' ? [] : [{ text: read, confidence: 80, box }];
    return { box, words, numbers: numbers === undefined ? [{ text: read, cost: 0.01 }] : numbers, direction: 0, stroke: 4 };
  });
  return { picture, lines };
}

const sure = (signs: string): Printed => ({ signs, read: signs });
const KNOWN = ['1,2', '5,1', '2,7', '7,5', '-12€', '-57€', '275€'].map(sure);

function read(...printed: readonly Printed[]): readonly ReadLine[] {
  const { picture, lines } = page([...KNOWN, ...printed]);
  return byOwnFigures(lines, picture).slice(KNOWN.length);
}

describe("a number beside the page's own figures", () => {
  test('is what they say where recognisers differ', () => {
    const [line] = read({
      signs: '5,2',
      read: '2.2',
      numbers: [
        { text: '2.2', cost: 1.4 },
        { text: '3', cost: 1.4 },
      ],
    });
    expect(line?.numbers?.[0]).toEqual({ text: '5,2', cost: 0.3 });
  });

  test('keeps the figures that all agree on where it shows fewer: two that touch look like one of them', () => {
    const [line] = read({ signs: '527', read: '5 227', numbers: [{ text: '5 227', cost: 0.01 }] });
    expect(line?.numbers).toEqual([{ text: '5 227', cost: 0.01 }]);
  });

  test('is sure where a recogniser says so too', () => {
    const [line] = read({
      signs: '71',
      read: '11',
      numbers: [
        { text: '11', cost: 0.9 },
        { text: '71', cost: 0.9 },
      ],
    });
    expect(line?.numbers?.map(({ text }) => text)).toEqual(['71', '11']);
    expect(line?.numbers?.[0].cost).toBeLessThan(0.1);
  });

  test('is in doubt where recognisers agree on something else: a comma lost, a minus lost', () => {
    const [comma, minus] = read({ signs: '1,2', read: '12' }, { signs: '-7,1', read: '7,1' });
    expect(comma?.numbers?.map(({ text }) => text)).toEqual(['1,2', '12']);
    expect(minus?.numbers?.map(({ text }) => text)).toEqual(['-7,1', '7,1']);
    expect(comma?.numbers?.[0].cost).toBeGreaterThan(0.1);
  });

  test('stays as it was read where one of its signs is like none of theirs', () => {
    const [line] = read({ signs: '1x2', read: '142' });
    expect(line?.numbers).toEqual([{ text: '142', cost: 0.01 }]);
  });

  test('is found where a recogniser saw letters or nothing; dirt is not', () => {
    const lines = read(
      { signs: '71', read: 'Al', numbers: null },
      { signs: '5', read: '', numbers: null },
      { signs: 'x', read: '', numbers: null },
    );
    expect(lines.map(({ numbers }) => numbers?.[0].text)).toEqual(['71', '5']);
  });

  test('is none where a dash stands before a currency', () => {
    const [line] = read({ signs: '-€', read: '3', numbers: [{ text: '3', cost: 0.25 }] });
    expect([line?.numbers, line?.words[0]?.text]).toEqual([null, '-€']);
  });

  test('is none where a currency stands alone, for which an amount had no room on its line', () => {
    const [figure, letter] = read(
      { signs: '€', read: '3', numbers: [{ text: '3', cost: 0.01 }] },
      { signs: '€', read: 'e', numbers: null },
    );
    expect([figure, letter].map((line) => [line?.numbers, line?.words[0]?.text])).toEqual([
      [null, '€'],
      [null, '€'],
    ]);
  });
});
