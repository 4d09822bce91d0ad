import { describe, expect, it } from 'vitest';
import type { Rule, Word } from '../../src/model/page.ts';
import { colonDots } from '../../src/stages/recognise/colon-dots.ts';
import { smallMarks } from '../../src/stages/recognise/small-marks.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { Bits } from '../../src/stages/recognise/pixels/picture.ts';
import { findRules, type PixelRule } from '../../src/stages/recognise/rules/find-rules.ts';
import { signsInLine } from '../../src/stages/recognise/rules/signs-in-line.ts';
import { withoutBridgedGaps } from '../../src/stages/recognise/rules/white-gaps.ts';

function sheet(width: number, height: number, ink: (x: number, y: number) => boolean): Bits {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (ink(x, y)) data[y * width + x] = 1;
  return { width, height, data };
}

describe('upright lines of a copy that broke them', () => {
  const [LEFT, RIGHT] = [20, 380];
  const level = (y: number): PixelRule => ({ orientation: 'horizontal', x0: LEFT, x1: RIGHT, y0: y - 1, y1: y + 1, thickness: 2 });
  const upright = (x: number, y0: number, y1: number): PixelRule => ({
    orientation: 'vertical',
    x0: x - 1,
    x1: x + 1,
    y0,
    y1,
    thickness: 2,
  });
  const rules = [level(20), level(120), level(180), level(400), upright(LEFT, 20, 400), upright(RIGHT, 20, 400)];
  const isSide = (x: number): boolean => Math.abs(x - LEFT) <= 1 || Math.abs(x - RIGHT) <= 1;
  const sidesOf = (found: readonly PixelRule[]): number[][] =>
    found.filter(({ orientation, x0 }) => orientation === 'vertical' && x0 < 100).map(({ y0, y1 }) => [y0, y1]);

  it('end at both boxes where the white between them shows nothing of any of them, but the letter of a heading', () => {
    const ink = sheet(
      400,
      420,
      (x, y) => isSide(x) && y >= 20 && y <= 400 && y % 12 < 4 && (y < 118 || y > 182 || (x < 100 && y > 138 && y < 160)),
    );
    expect(sidesOf(withoutBridgedGaps(rules, ink))).toEqual([
      [20, 120],
      [180, 400],
    ]);
  });

  it('run on through a row where crumbs of one of them are left', () => {
    const ink = sheet(400, 420, (x, y) => isSide(x) && y >= 20 && y <= 400 && y % 12 < 4 && (x < 100 || y < 118 || y > 182));
    expect(sidesOf(withoutBridgedGaps(rules, ink))).toEqual([[20, 400]]);
  });
});

describe('a stroke between two lines of a table', () => {
  const uprights = (isStroke: (x: number, y: number) => boolean): number => {
    const isLine = (x: number, y: number): boolean => x >= 20 && x < 380 && (Math.abs(y - 40) < 2 || Math.abs(y - 130) < 2);
    return findRules(sheet(400, 200, (x, y) => isLine(x, y) || isStroke(x, y))).rules.filter(
      ({ orientation }) => orientation === 'vertical',
    ).length;
  };

  it('is one of its own where it is straight, and none where it is an arc of a ring', () => {
    expect(uprights((x, y) => Math.abs(x - 200) < 4 && y >= 40 && y <= 130)).toBe(1);
    expect(uprights((x, y) => Math.abs(Math.hypot(x - 80, y - 85) - 120) < 4 && x > 80)).toBe(0);
  });
});

describe('a level line as long as a word', () => {
  const levelIn = (ink: Bits): number => findRules(ink).rules.filter(({ orientation }) => orientation === 'horizontal').length;
  const isLine = (x: number, y: number): boolean => x >= 40 && x < 180 && y >= 60 && y < 62;

  it('is one where paper is clear on both sides', () => {
    expect(levelIn(sheet(220, 120, isLine))).toBe(1);
  });

  it('is none where stems stand on it: the feet of letters with serifs touch', () => {
    const isStem = (x: number, y: number): boolean => x >= 40 && x < 180 && x % 13 < 4 && y >= 38 && y < 62;
    expect(levelIn(sheet(220, 120, (x, y) => isLine(x, y) || isStem(x, y)))).toBe(0);
  });

  it('is none where it is as thick as letters are high and not of one thickness: bold letters ran together', () => {
    const isThick = (x: number, y: number): boolean => x >= 30 && x < 190 && y >= 60 && y < 69;
    expect(levelIn(sheet(220, 120, isThick))).toBe(1);
    const isParted = (x: number): boolean => x % 12 >= 9;
    const isStem = (x: number, y: number): boolean => x >= 30 && x < 190 && x % 36 < 7 && y >= 50 && y < 69;
    expect(levelIn(sheet(220, 120, (x, y) => (isThick(x, y) && !isParted(x)) || isStem(x, y)))).toBe(0);
  });
});

describe('signs of the shape of a line', () => {
  const word = (text: string, x: number, y: number): Word => ({
    box: [x, y, x + 5 * text.length, y + 9],
    readings: [{ text, cost: 0 }],
    size: 9,
    bold: false,
    direction: 0,
  });
  const level = (y: number): Rule => ({ orientation: 'horizontal', box: [20, y, 400, y + 1] });
  const rows = [100, 120, 140, 160].map(level);
  const texts = (words: readonly Word[]): string[] => words.map(({ readings }) => readings[0].text);

  it('one above the other are the line between two columns; what another sign was taken for there goes too', () => {
    const words = [
      word('1', 60, 105),
      word('|', 100, 105),
      word('2', 60, 125),
      word(';', 100, 125),
      word('!', 100, 145),
      word('|', 100, 165),
    ];
    const found = signsInLine(words, rows);
    expect(texts(found.words)).toEqual(['1', '2']);
    expect(found.rules.slice(rows.length).map(({ box }) => [box[1], Math.round(box[3])])).toEqual([[100, 192]]);
  });

  it('are none in a row whose text runs over them', () => {
    const words = [word('|', 100, 105), word('|', 100, 125), word('Total', 74, 145), word('axe', 103, 145), word('|', 100, 165)];
    const found = signsInLine(words, [...rows, level(180)]);
    expect(found.rules.slice(rows.length + 1).map(({ box }) => [box[1], Math.round(box[3])])).toEqual([
      [100, 141],
      [160, 181],
    ]);
  });

  it('are crumbs of a level line where dashes lie between two pieces of it, and dashes anywhere else', () => {
    const pieces: readonly Rule[] = [
      { orientation: 'horizontal', box: [20, 129, 90, 130] },
      { orientation: 'horizontal', box: [130, 129, 400, 130] },
    ];
    const words = [word('-', 105, 125), word('-', 105, 137), word('Total', 200, 125)];
    expect(texts(signsInLine(words, pieces).words)).toEqual(['-', 'Total']);
    expect(signsInLine(words, pieces.slice(1)).words).toEqual(words);
  });

  it('stay what they are where they stand alone', () => {
    const words = [word('|', 100, 105), word('|', 160, 125)];
    expect(signsInLine(words, rows)).toEqual({ words, rules: rows });
  });
});

it('two specks, one close above the other, are a colon; others are dirt', () => {
  const dots = [
    [50, 20],
    [50, 25],
    [90, 20],
    [120, 60],
    [120, 90],
  ];
  const { components } = label(sheet(200, 100, (x, y) => dots.some(([atX, atY]) => x === atX && y === atY)));
  expect([...colonDots(components, 110)].map(({ x0, y0 }) => [x0, y0])).toEqual([
    [50, 20],
    [50, 25],
  ]);
});

it('on a coarse scan a speck beside a letter is its comma, hyphen or accent; one further off is dirt, and so are all on a finer one', () => {
  const isLetter = (x: number, y: number): boolean => x >= 50 && x < 55 && y >= 20 && y < 30;
  const specks = [
    [48, 25],
    [56, 30],
    [52, 18],
    [62, 25],
    [52, 40],
  ];
  const { components } = label(sheet(200, 100, (x, y) => isLetter(x, y) || specks.some(([atX, atY]) => x === atX && y === atY)));
  const [small, others] = [components.filter(({ ink }) => ink === 1), components.filter(({ ink }) => ink > 1)];
  expect([...smallMarks(small, others, 110)].map(({ x0, y0 }) => [x0, y0])).toEqual([
    [52, 18],
    [48, 25],
    [56, 30],
  ]);
  expect(smallMarks(small, others, 150).size).toBe(0);
});
