import { describe, expect, it } from 'vitest';
import { unreadInk } from '../../src/stages/recognise/boxes/unread-ink.ts';
import { doubtedByInk } from '../../src/stages/recognise/figures/more-ink.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { PixelBox } from '../../src/stages/recognise/pixels/picture.ts';
import { threshold } from '../../src/stages/recognise/pixels/threshold.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';
import type { PixelRule } from '../../src/stages/recognise/rules/find-rules.ts';

const [WIDE, HIGH, TOP, FOOT] = [300, 100, 40, 70] as const;

/** A page with strokes as high as figures at these columns. */
function strokesAt(columns: readonly number[]) {
  const data = new Uint8Array(WIDE * HIGH).fill(255);
  for (const x of columns) for (let y = TOP; y < FOOT; y++) data.fill(10, y * WIDE + x, y * WIDE + x + 6);
  return { width: WIDE, height: HIGH, data };
}

function read(text: string, box: PixelBox): ReadLine {
  return { box, words: [{ text, confidence: 96, box }], numbers: [{ text, cost: 0.01 }], direction: 0, stroke: 6 };
}

const upright = (x: number): PixelRule => ({ orientation: 'vertical', x0: x, x1: x + 2, y0: 0, y1: HIGH, thickness: 2 });

/** What « 204 » costs, read from `from` on, where strokes stand at these columns. */
function costOf(columns: readonly number[], from: number, rules: readonly PixelRule[] = []): number | undefined {
  const page = strokesAt(columns);
  const box = { x0: from, y0: TOP, x1: 186, y1: FOOT };
  const unread = unreadInk(label(threshold(page, 0.82)).components, [box], rules);
  return doubtedByInk([read('204', box)], page, unread, rules)[0]?.numbers?.[0].cost;
}

describe('a number on which all recognisers agree', () => {
  it('is sure where each sign of it is the ink that stands there', () => {
    expect(costOf([140, 160, 180], 140)).toBe(0.01);
  });

  it('is doubtful where its box holds a figure more', () => {
    expect(costOf([110, 140, 160, 180], 110)).toBeGreaterThan(0.2);
  });

  it('is doubtful where a figure that nobody read stands beside it, unless a line of the table parts the two or the ink is that line', () => {
    expect(costOf([115, 140, 160, 180], 140)).toBeGreaterThan(0.2);
    expect(costOf([115, 140, 160, 180], 140, [upright(130)])).toBe(0.01);
    expect(costOf([115, 140, 160, 180], 140, [upright(117)])).toBe(0.01);
    expect(costOf([40, 140, 160, 180], 140)).toBe(0.01);
  });

  it('is doubtful where a stroke was taken away that may have hidden a figure whole, unless a line of the table parts the two', () => {
    const page = strokesAt([140, 160, 180]);
    const box = { x0: 140, y0: TOP, x1: 186, y1: FOOT };
    const cost = (x: number, y1: number, rules: readonly PixelRule[] = []): number | undefined => {
      const gone = { width: WIDE, height: HIGH, data: new Uint8Array(WIDE * HIGH) };
      for (let y = 0; y < y1; y++) gone.data.fill(1, y * WIDE + x, y * WIDE + x + 6);
      return doubtedByInk([read('204', box)], page, [], rules, gone)[0]?.numbers?.[0].cost;
    };
    for (const x of [127, 149, 190]) expect(cost(x, HIGH)).toBeGreaterThan(0.2);
    expect(cost(127, HIGH, [upright(136)])).toBe(0.01);
    expect(cost(100, HIGH)).toBe(0.01);
    expect(cost(127, TOP + 8)).toBe(0.01);
  });
});
