import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/stages/recognise/pixels/components.ts';
import { dottedRules } from '../../src/stages/recognise/rules/dotted-rules.ts';

const component = (x0: number, y0: number, x1: number, y1: number): Component => ({
  label: 1,
  runs: y1 - y0,
  x0,
  y0,
  x1,
  y1,
  ink: (x1 - x0) * (y1 - y0),
});
/** Dots of 4 pixels, 8 apart, from `x0` to `x1`. */
const dots = (y: number, x0: number, x1: number): Component[] =>
  Array.from({ length: Math.floor((x1 - x0) / 8) }, (_, at) => component(x0 + at * 8, y, x0 + at * 8 + 4, y + 4));
/** A word of ten letters that stands on `y`. */
const word = (x: number, y: number): Component[] =>
  Array.from({ length: 10 }, (_, at) => component(x + at * 26, y - 30, x + at * 26 + 20, y));

const levels = (components: readonly Component[]): number[][] =>
  dottedRules(components).rules.map(({ x0, x1, y0 }) => [Math.round(x0 / 10), Math.round(x1 / 10), Math.round(y0 / 10)]);

describe('lines drawn in dots', () => {
  it('are lines under the texts of a row, also where a letter parts them and where the row is empty', () => {
    const row = [...word(100, 190), ...word(900, 190)];
    const lines = [...dots(200, 100, 600), ...dots(200, 640, 1300), ...dots(260, 100, 1300)];
    expect(levels([...row, ...lines])).toEqual([
      [10, 129, 20],
      [10, 130, 26],
    ]);
    expect(dottedRules([...row, ...lines]).pieces.size).toBe(lines.length);
  });

  it('are none where they lead from a text to its amount, with another row above', () => {
    const rows = [100, 160, 220].flatMap((y) => [...word(100, y), ...dots(y - 4, 380, 900), ...word(920, y)]);
    expect(levels(rows)).toEqual([]);
  });

  it('are upright too', () => {
    const upright = Array.from({ length: 60 }, (_, at) => component(500, 100 + at * 8, 504, 104 + at * 8));
    expect(dottedRules(upright).rules.map(({ orientation, y0, y1 }) => [orientation, y0, y1])).toEqual([['vertical', 100, 576]]);
  });
});
