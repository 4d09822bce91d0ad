import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Picture, PixelBox } from '../../src/stages/recognise/pixels/picture.ts';
import { decode, NUMBER_SIGNS as SIGNS } from '../../src/stages/recognise/learnt/decode.ts';
import { linePicture, ROWS, WHITE, WIDEST } from '../../src/stages/recognise/learnt/line-picture.ts';
import { openNumerals } from '../../src/stages/recognise/learnt/open-numerals.ts';
import { labelledLines } from './learnt/lines.ts';
import { smallTable } from './small-scan.ts';

const CLASSES = SIGNS.length + 1;

/** Steps at each of which one sign is certain; `_` for none. */
function certain(text: string): { readonly count: number; readonly classes: number; readonly costs: Float32Array } {
  const costs = new Float32Array(text.length * CLASSES).fill(30);
  [...text].forEach((sign, step) => (costs[step * CLASSES + (sign === '_' ? 0 : SIGNS.indexOf(sign) + 1)] = 0));
  return { count: text.length, classes: CLASSES, costs };
}

describe('what steps say', () => {
  it('is each sign once, and twice where a step without sign parts it from itself', () => {
    expect(decode(certain('__11_22_ _0_00__€€'), SIGNS)[0]).toEqual({ text: '12 00€', cost: 0 });
  });

  it('adds up all ways a text may lie: two halves of one text outweigh a likelier single way of another', () => {
    // Step one: 5 or nothing; step two the same. « 5 » comes from three ways.
    const costs = new Float32Array(2 * CLASSES).fill(30);
    const five = SIGNS.indexOf('5') + 1;
    for (const step of [0, 1]) {
      costs[step * CLASSES] = -Math.log(0.6);
      costs[step * CLASSES + five] = -Math.log(0.4);
    }
    const [first, second] = decode({ count: 2, classes: CLASSES, costs }, SIGNS);
    expect([first?.text, second?.text]).toEqual(['5', '']);
    expect(Math.exp(-(first?.cost ?? 0))).toBeCloseTo(0.64, 2);
  });

  it('never gives more than all of the probability away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.float({ min: 0, max: 4, noNaN: true }), { minLength: CLASSES, maxLength: CLASSES }), { maxLength: 8 }),
        (rows) => {
          const costs = Float32Array.from(
            rows.flatMap((row) => {
              const whole = Math.log(row.reduce((sum, each) => sum + Math.exp(each), 0));
              return row.map((each) => whole - each);
            }),
          );
          const shares = decode({ count: rows.length, classes: CLASSES, costs }, SIGNS).reduce((sum, { cost }) => sum + Math.exp(-cost), 0);
          expect(shares).toBeLessThanOrEqual(1.01);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** A dark bar of `height` rows on paper, and its box. */
function bar(height: number): { readonly page: Picture; readonly box: PixelBox } {
  const [wide, high] = [200, 3 * height];
  const data = new Uint8Array(wide * high).fill(250);
  for (let y = height; y < 2 * height; y++) data.fill(20, y * wide + 60, y * wide + 120);
  return { page: { width: wide, height: high, data }, box: { x0: 60, x1: 120, y0: height, y1: 2 * height } };
}

describe('the reader of numbers', () => {
  const read = openNumerals();

  it('reads the amounts of a scan, worn as it may be, and takes no word for one', async () => {
    const said = new Map<string, string>();
    for (const { text, picture } of await labelledLines(smallTable(), 5, WIDEST)) {
      const page = { width: picture.width, height: ROWS, data: Uint8Array.from(picture.data, (value) => 250 - Math.round(250 * value)) };
      const box = { x0: WHITE, x1: picture.width - WHITE, y0: WHITE, y1: ROWS - WHITE };
      said.set(text, read(page, box)[0]?.text ?? '');
    }
    const figures = (text: string): string => text.replace(/\D/gu, '');
    const amounts = [...said].filter(([text]) => /\d/u.test(text));
    expect(amounts.length).toBeGreaterThanOrEqual(3);
    for (const [text, seen] of amounts) expect(figures(seen)).toBe(figures(text));
    expect([...said].filter(([text]) => !/\d/u.test(text)).map(([, seen]) => seen)).not.toContainEqual(expect.stringMatching(/\d/u));
  });

  it('sees nothing on paper without ink', () => {
    const page = { width: 200, height: 60, data: new Uint8Array(200 * 60).fill(255) };
    expect(read(page, { x0: 20, y0: 20, x1: 120, y1: 40 })).toEqual([]);
  });
});

describe('a line as the network takes it', () => {
  it('lies on as many rows whatever its size, its darkest ink at 1, paper at 0', () => {
    for (const height of [9, 44]) {
      const { page, box } = bar(height);
      const line = linePicture(page, box);
      expect(line?.data.length).toBe(ROWS * (line?.width ?? 0));
      expect(Math.max(...(line?.data ?? []))).toBeCloseTo(1, 2);
      expect(line?.data[0]).toBe(0);
    }
  });

  it('goes on as paper beyond the page, and is none where it is too long for a number', () => {
    const { page } = bar(20);
    const line = linePicture(page, { x0: 60, y0: -3, x1: 120, y1: 17 });
    expect(line?.data.slice(0, line.width)).toEqual(new Float32Array(line?.width ?? 0));
    expect(linePicture(page, { x0: 0, y0: 0, x1: WIDEST, y1: 20 })).toBeNull();
  });
});
