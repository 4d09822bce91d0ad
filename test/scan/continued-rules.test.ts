import { describe, expect, it } from 'vitest';
import { label, type Component } from '../../src/stages/recognise/pixels/components.ts';
import { continuedRules } from '../../src/stages/recognise/rules/continued-rules.ts';
import { crossingDebris } from '../../src/stages/recognise/rules/crossings.ts';
import type { PixelRule } from '../../src/stages/recognise/rules/find-rules.ts';
import { ruleDebris } from '../../src/stages/recognise/rules/rule-debris.ts';

type Frame = readonly [x0: number, y0: number, x1: number, y1: number];

const component = ([x0, y0, x1, y1]: Frame, at = 0): Component => ({
  x0,
  y0,
  x1,
  y1,
  label: at,
  ink: (x1 - x0) * (y1 - y0),
  runs: y1 - y0,
});
const level = (y: number, x0: number, x1: number): PixelRule => ({ orientation: 'horizontal', thickness: 4, x0, x1, y0: y - 2, y1: y + 2 });
const upright = (x: number, y0: number, y1: number): PixelRule => ({ orientation: 'vertical', thickness: 4, x0: x - 2, x1: x + 2, y0, y1 });
/** Lines of a table from 100 to 900 across, every hundred pixels. */
const ROWS = [100, 200, 300, 400, 500, 600, 700, 800].map((y) => level(y, 100, 900));
const found = (components: readonly Component[], broken: readonly PixelRule[]): readonly PixelRule[] =>
  continuedRules(components, broken, []).rules;
const spans = (rules: readonly PixelRule[], x: number): number[][] =>
  rules.filter((rule) => rule.orientation === 'vertical' && Math.abs((rule.x0 + rule.x1) / 2 - x) <= 3).map(({ y0, y1 }) => [y0, y1]);

describe('lines that a copier left in crumbs', () => {
  it('go on over a wide white to a row of crumbs in line, not to a crumb alone', () => {
    const row = [120, 180, 240, 300].map((y) => component([398, y, 402, y + 20]));
    const part = upright(400, 560, 800);
    expect(spans(found(row, [...ROWS, part]), 400)).toEqual([[100, 800]]);
    expect(spans(found(row.slice(0, 1), [...ROWS, part]), 400)).toEqual([]);
  });

  it('are not slender letters of words, one under the other', () => {
    const lone = [110, 150, 215, 250, 310, 345].map((y) => component([398, y, 402, y + 28]));
    const beside = lone.flatMap(({ y0, y1 }) => [component([408, y0, 412, y1]), component([418, y0, 422, y1])]);
    expect(spans(found(lone, ROWS), 400)).toHaveLength(1);
    expect(spans(found([...lone, ...beside], ROWS), 400)).toEqual([]);
  });

  it('are not interrupted by what two of them left where they meet, but by a letter', () => {
    const crumbs = [110, 150, 215, 250, 310, 345].map((y) => component([398, y, 402, y + 28]));
    const part = upright(400, 420, 640);
    const meeting = component([385, 290, 430, 306]);
    expect(spans(found([...crumbs, meeting], [...ROWS, part]), 400)).toEqual([[110, 640]]);
    const letter = component([385, 180, 420, 198]);
    expect(spans(found([...crumbs, letter], [...ROWS, part]), 400).length).toBeGreaterThan(1);
  });

  it('that are level go up to the border of the table', () => {
    const short = [level(300, 100, 500), level(300, 560, 840), upright(900, 100, 800), upright(100, 100, 800)];
    const rules = found([], short).filter(({ orientation }) => orientation === 'horizontal');
    expect(rules.map(({ x0, x1 }) => [x0, x1])).toEqual([[100, 900]]);
  });

  it('that are level and all crumbs are seen where most columns have crumbs, not by a dash in each', () => {
    const uprights = [100, 300, 500, 700, 900].map((x) => upright(x, 100, 800));
    const crumbs = [110, 200, 340, 400, 560, 620, 640].map((x) => component([x, 448, x + 30, 452]));
    const piece = component([720, 448, 780, 452]);
    const rowsAt = (components: readonly Component[]): number =>
      found(components, [...ROWS, ...uprights]).filter(({ orientation, y0 }) => orientation === 'horizontal' && Math.abs(y0 - 449) < 3)
        .length;
    expect(rowsAt([...crumbs, piece])).toBe(1);
    expect(rowsAt([190, 390, 590, 790].map((x) => component([x, 448, x + 14, 452])))).toBe(0);
  });

  it('leave a sign where two of them cross, pieces of both around it; a figure within a cell is none', () => {
    const [width, height] = [400, 400];
    const data = new Uint8Array(width * height);
    const paint = ([x0, y0, x1, y1]: Frame): void => {
      for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
    };
    paint([192, 199, 210, 202]);
    paint([199, 192, 202, 212]);
    paint([260, 299, 278, 302]);
    paint([267, 292, 270, 312]);
    const pieces = [level(200, 0, 188), level(200, 214, 400), upright(200, 0, 188), upright(200, 216, 400)];
    const debris = crossingDebris(label({ width, height, data }), pieces);
    expect([...debris].map(({ x0, y0 }) => [x0, y0])).toEqual([[192, 192]]);
  });

  it('leave ink where they meet that is no text', () => {
    const [width, height] = [400, 400];
    const data = new Uint8Array(width * height);
    const paint = ([x0, y0, x1, y1]: Frame): void => {
      for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
    };
    paint([180, 199, 240, 202]);
    paint([199, 180, 202, 230]);
    paint([260, 197, 268, 225]);
    const labelled = label({ width, height, data });
    const debris = ruleDebris(labelled, [level(200, 0, 400), upright(200, 0, 400)], width, height);
    expect([...debris].map(({ x0, y0 }) => [x0, y0])).toEqual([[180, 180]]);
  });
});
