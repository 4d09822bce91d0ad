import { describe, expect, it } from 'vitest';
import { asPositive } from '../../src/stages/recognise/boxes/negatives.ts';
import { findBoxes } from '../../src/stages/recognise/boxes/find-boxes.ts';
import { whitenEdges } from '../../src/stages/recognise/pixels/edges.ts';
import type { Picture } from '../../src/stages/recognise/pixels/picture.ts';
import { faintRules } from '../../src/stages/recognise/rules/faint-rules.ts';
import { lostUprights } from '../../src/stages/recognise/rules/lost-uprights.ts';
import type { PixelRule } from '../../src/stages/recognise/rules/find-rules.ts';

const [WIDE, HIGH] = [1400, 900];
const PAPER = 245;
type Frame = readonly [x0: number, y0: number, x1: number, y1: number];

function sheet(): Picture {
  return { width: WIDE, height: HIGH, data: new Uint8Array(WIDE * HIGH).fill(PAPER) };
}

function paint({ width, data }: Picture, [x0, y0, x1, y1]: Frame, shade: number): void {
  for (let y = y0; y < y1; y++) data.fill(shade, y * width + x0, y * width + x1);
}

/** A word of `count` letters, 30 pixels high, each a frame like an O. */
function word(page: Picture, x: number, y: number, count: number, shade: number, ground: number): void {
  for (let letter = 0; letter < count; letter++) {
    paint(page, [x + letter * 26, y, x + letter * 26 + 20, y + 30], shade);
    paint(page, [x + letter * 26 + 5, y + 5, x + letter * 26 + 15, y + 25], ground);
  }
}

const shadeAt = ({ width, data }: Picture, x: number, y: number): number => data[y * width + x] ?? -1;
const positiveOf = (page: Picture): ReturnType<typeof asPositive> => asPositive({ picture: page, light: () => page });

describe('letters printed light on a dark ground', () => {
  const band = (ground: number): Picture => {
    const page = sheet();
    paint(page, [100, 200, 1300, 280], ground);
    word(page, 140, 225, 10, 250, ground);
    word(page, 800, 225, 6, 250, ground);
    // The line between two cells of the band, lighter than it.
    paint(page, [700, 200, 703, 280], 200);
    word(page, 140, 320, 10, 20, PAPER);
    return page;
  };

  it.each([30, 90, 150])('become dark on white, between the lines that bound them (ground of %i)', (ground) => {
    const { picture, negatives } = positiveOf(band(ground));
    expect(negatives.map(({ box }) => box)).toEqual([{ x0: 100, y0: 200, x1: 1300, y1: 280 }]);
    expect(shadeAt(picture, 142, 240)).toBeLessThan(60);
    expect(shadeAt(picture, 600, 240)).toBeGreaterThan(240);
    expect(shadeAt(picture, 701, 240)).toBeLessThan(160);
    for (const y of [201, 278]) expect(shadeAt(picture, 500, y)).toBe(0);
    expect(shadeAt(picture, 142, 335)).toBe(20);
  });

  it('are texts of the page, whose ground is still known', () => {
    const page = band(60);
    const { boxes, fills } = findBoxes({ picture: page, light: () => page });
    const starts = boxes.map(({ x0, y0 }) => [Math.round(x0 / 10), Math.round(y0 / 10)]);
    expect(starts).toEqual(expect.arrayContaining([expect.arrayContaining([14, 23]), expect.arrayContaining([80, 23])]));
    expect(fills(1).some(({ box: [x0, y0, x1, y1], shade }) => shade < 0.4 && x0 === 100 && y0 === 200 && x1 === 1300 && y1 === 280)).toBe(
      true,
    );
  });

  it.each([
    ['dark letters on grey', 150, 20],
    ['no letters at all', 60, 60],
  ])('are not seen in %s', (_, ground, letters) => {
    const page = sheet();
    paint(page, [100, 200, 1300, 280], ground);
    word(page, 140, 225, 20, letters, ground);
    const { picture, negatives } = positiveOf(page);
    expect(negatives).toEqual([]);
    expect(picture).toBe(page);
  });

  it('are not seen in big black letters', () => {
    const page = sheet();
    for (let letter = 0; letter < 8; letter++) {
      paint(page, [100 + letter * 80, 200, 160 + letter * 80, 280], 10);
      paint(page, [125 + letter * 80, 225, 145 + letter * 80, 255], PAPER);
    }
    expect(positiveOf(page).negatives).toEqual([]);
  });

  it('do not end the dark strip that a scanner leaves at the edge: the band is print', () => {
    const page = sheet();
    paint(page, [0, 0, WIDE, 120], 60);
    word(page, 100, 20, 12, 250, 60);
    whitenEdges(page);
    expect(shadeAt(page, 110, 2)).toBe(60);
    expect(shadeAt(page, 900, 2)).toBe(60);
  });
});

describe('a letter on the way of an upright line', () => {
  const level = (y: number): PixelRule => ({ orientation: 'horizontal', x0: 100, x1: 900, y0: y - 1, y1: y + 1, thickness: 2 });
  const upright = (x: number, y0: number, y1: number): PixelRule => ({
    orientation: 'vertical',
    x0: x - 1,
    x1: x + 1,
    y0,
    y1,
    thickness: 2,
  });
  const rules = [
    ...[100, 200, 292, 392].map(level),
    ...[100, 900].map((x) => upright(x, 100, 392)),
    upright(500, 100, 200),
    upright(500, 292, 392),
  ];
  const faintBetween = (from: number, to: number, isInk = false): number => {
    const page = sheet();
    const ink = { width: WIDE, height: page.height, data: new Uint8Array(WIDE * page.height) };
    if (isInk) for (let y = from; y < to; y++) ink.data.fill(1, y * WIDE + 498, y * WIDE + 502);
    for (const { x0, y0, x1, y1 } of rules) paint(page, [x0, y0, x1, y1], 40);
    paint(page, [498, from, 502, to], 60);
    return faintRules(page, rules, ink).filter(({ orientation }) => orientation === 'vertical').length;
  };

  it('is no part of the line in a cell that spans two columns, a stretch to its end is', () => {
    expect([faintBetween(228, 266), faintBetween(206, 290)]).toEqual([0, 1]);
  });

  it('that reaches the foot of a low row is none either: the threshold of ink has not lost it', () => {
    expect([faintBetween(246, 290, true), faintBetween(246, 290)]).toEqual([0, 1]);
  });
});

describe('a level line of a table without uprights', () => {
  const level = (y: number, x0 = 100, x1 = 900): PixelRule => ({ orientation: 'horizontal', x0, x1, y0: y - 1, y1: y + 1, thickness: 2 });
  /** A line known from x 700 on, of which the page shows paler ink between two places. */
  const seen = (lines: number, from: number, to: number): number[][] => {
    const rules = [...Array.from({ length: lines - 1 }, (_, index) => level(100 + 50 * index)), level(460, 700)];
    const page = sheet();
    for (const { x0, y0, x1, y1 } of rules) paint(page, [x0, y0, x1, y1], 40);
    paint(page, [from, 458, to, 462], 120);
    const ink = { width: WIDE, height: page.height, data: new Uint8Array(WIDE * page.height) };
    return faintRules(page, rules, ink).map(({ x0, x1 }) => [Math.round(x0 / 50) * 50, Math.round(x1 / 50) * 50]);
  };

  it('goes on as far as paler ink is seen towards where the others end', () => {
    expect(seen(7, 400, 700)).toEqual([[400, 700]]);
    expect(seen(7, 100, 700)).toEqual([[100, 700]]);
    expect(seen(7, 0, 0)).toEqual([]);
  });

  it('is not looked for where few lines tell where a table ends', () => {
    expect(seen(3, 100, 700)).toEqual([]);
  });
});

describe('upright lines of a table that the threshold lost', () => {
  const rows = Array.from({ length: 10 }, (_, index): PixelRule => {
    const y = 50 + 40 * index;
    return { orientation: 'horizontal', x0: 100, x1: 900, y0: y - 1, y1: y + 1, thickness: 2 };
  });
  /** Where an upright is found in a table with text in all of its rows, over which something pale runs. */
  const seen = (pale: (page: Picture) => void): number[] => {
    const page = sheet();
    for (const { x0, y0, x1, y1 } of rows) paint(page, [x0, y0, x1, y1], 40);
    for (let row = 0; row < 9; row++) word(page, 150, 58 + 40 * row, 6, 60, PAPER);
    pale(page);
    const ink = { width: WIDE, height: page.height, data: new Uint8Array(WIDE * page.height) };
    return lostUprights(page, rows, ink).map(({ x0 }) => Math.round(x0 / 10) * 10);
  };

  it('are seen where they stand in all rows, a stroke in some of them is none', () => {
    expect(seen((page) => paint(page, [600, 50, 602, 410], 225))).toEqual([600]);
    expect(seen((page) => paint(page, [600, 50, 602, 170], 225))).toEqual([]);
    expect(seen(() => undefined)).toEqual([]);
  });
});
