import { expect, it } from 'vitest';
import type { Stroke } from '../../src/stages/recognise/drawings/pen-strokes.ts';
import { ringsOf } from '../../src/stages/recognise/drawings/rings.ts';

const SIDE = 1600;

/** A bent stroke of a plan: no two lie on one ring. */
function bend(number: number): Stroke {
  const [x, y] = [100 + ((number * 977) % 1300), 100 + ((number * 613) % 1300)];
  const path = Array.from({ length: 120 }, (_, at) => {
    const turn = number + at / (40 + (number % 50));
    return Math.round(y + (60 + (number % 40)) * Math.sin(turn)) * SIDE + Math.round(x + (90 - (number % 30)) * Math.cos(turn));
  });
  return { path, nodes: [-1, -1], thick: 4 };
}

// Every stroke tried as a ring, a plan took a minute.
it('looks for no ring through each of the hundreds of strokes of a plan', { timeout: 10_000 }, () => {
  const ink = { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE) };
  const strokes = Array.from({ length: 1200 }, (_, number) => bend(number));
  expect(ringsOf(strokes, ink)).toEqual([]);
});
