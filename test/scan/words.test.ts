import { describe, expect, it } from 'vitest';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';
import { wordsOf } from '../../src/stages/recognise/words.ts';

const POINTS = 72 / 300;
/** Pixels of a font of 9 points, and where the ink of Arial reaches in it. */
const SIZE = 9 / POINTS;
const [CAPITALS, SMALL, BELOW] = [0.72 * SIZE, 0.53 * SIZE, 0.21 * SIZE];

/** One line of one word whose ink reaches so far above and below its base line, a blurred pixel more than the letters. */
function line(text: string, base: number, above: number, below = 0): ReadLine {
  const box = { x0: 100, y0: Math.round(base - above - 1), x1: 100 + 20 * text.length, y1: Math.round(base + below + 1) };
  return { box, words: [{ text, confidence: 95, box }], numbers: null, direction: 0, stroke: 5 };
}

describe('words of a scan', () => {
  it('are as high as their font, whatever letters they have, so that lines set evenly stand evenly', () => {
    const step = 1.17 * SIZE;
    const words = wordsOf(
      [
        line('Ramassage', 200, CAPITALS, BELOW),
        line('sur', 200 + step, SMALL),
        line('Devis', 200 + 2 * step, CAPITALS),
        line('Éclairage', 200 + 3 * step, 0.92 * SIZE, BELOW),
        line('-', 200 + 4 * step - 0.25 * SIZE, 0, 0),
      ],
      POINTS,
    );
    expect(words.map(({ size }) => size)).toEqual([9, 9, 9, 9, 9]);
    const middles = words.map(({ box }) => (box[1] + box[3]) / 2);
    for (const [index, middle] of middles.slice(1).entries()) expect(Math.abs(middle - (middles[index] ?? 0) - 1.17 * 9)).toBeLessThan(0.6);
    for (const { box } of words) expect(box[3] - box[1]).toBeCloseTo(1.14 * 9, 0);
  });
});
