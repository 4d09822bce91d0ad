import { describe, expect, it } from 'vitest';
import { eraseDrawings } from '../../src/stages/recognise/drawings/erase-drawings.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { Bits, Picture } from '../../src/stages/recognise/pixels/picture.ts';

const [WIDE, HIGH] = [900, 600];

function ink(): Bits {
  return { width: WIDE, height: HIGH, data: new Uint8Array(WIDE * HIGH) };
}

function bar({ data }: Bits, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y++) data.fill(1, y * WIDE + x0, y * WIDE + x1);
}

/** Letters 30 pixels high, strokes of 5: an H each. */
function word(page: Bits, x: number, y: number, count: number): void {
  for (let letter = 0; letter < count; letter++) {
    const left = x + letter * 30;
    bar(page, left, y, left + 5, y + 30);
    bar(page, left + 17, y, left + 22, y + 30);
    bar(page, left, y + 13, left + 22, y + 18);
  }
}

/** A ring of strokes 8 pixels thick; `from` and `to`: degrees. */
function ring({ data }: Bits, x: number, y: number, wide: number, high: number, from = 0, to = 360): void {
  for (let angle = from; angle < to; angle += 0.1) {
    const turn = (angle * Math.PI) / 180;
    const [cx, cy] = [Math.round(x + wide * Math.cos(turn)), Math.round(y + high * Math.sin(turn))];
    for (let dy = -4; dy < 4; dy++) data.fill(1, (cy + dy) * WIDE + cx - 4, (cy + dy) * WIDE + cx + 4);
  }
}

function erased(page: Bits): { readonly bits: Bits; readonly drawn: number } {
  const clean: Picture = { width: WIDE, height: HIGH, data: page.data.map((value) => (value === 1 ? 0 : 250)) };
  const bits = { ...page, data: Uint8Array.from(page.data) };
  const drawings = eraseDrawings(label(bits), bits, clean);
  expect(clean.data.every((value, at) => value === 250 || page.data[at] === 1)).toBe(true);
  return { bits, drawn: drawings?.boxes.length ?? 0 };
}

const count = ({ data }: Bits): number => data.reduce((sum, value) => sum + value, 0);
/** Pixels in one and not in the other. */
const apart = (a: Bits, b: Bits): number => a.data.reduce((sum, value, at) => sum + Number(value !== b.data[at]), 0);

describe('what a pen or a stamp drew', () => {
  const text = (): Bits => {
    const page = ink();
    for (const y of [60, 120, 180, 240, 300, 360, 420]) word(page, 60, y, 24);
    return page;
  };

  it('goes as black as the print, which stays, also where both cross', () => {
    const page = text();
    ring(page, 400, 250, 300, 150);
    const { bits, drawn } = erased(page);
    expect(drawn).toBeGreaterThan(0);
    const print = text();
    expect(apart(bits, print)).toBeLessThan(0.05 * count(print));
    expect(label(bits).components.every(({ x0, x1, y0, y1 }) => x1 - x0 < 60 && y1 - y0 < 40)).toBe(true);
  });

  it('goes in pieces where lines of a table cut it', () => {
    const page = text();
    ring(page, 400, 250, 300, 150);
    for (const y of [110, 170, 230, 290, 350, 410]) page.data.fill(0, (y - 6) * WIDE, (y + 4) * WIDE);
    const print = text();
    for (const y of [110, 170, 230, 290, 350, 410]) print.data.fill(0, (y - 6) * WIDE, (y + 4) * WIDE);
    expect(apart(erased(page).bits, print)).toBeLessThan(0.06 * count(print));
  });

  it('is no letter, no line of a table, and no row of letters that touch', () => {
    const page = text();
    // Letters of a bad print that run into one another and into the line below.
    bar(page, 60, 85, 780, 90);
    bar(page, 200, 60, 205, 210);
    bar(page, 500, 470, 505, 560);
    ring(page, 700, 520, 16, 20);
    const { bits, drawn } = erased(page);
    expect([drawn, apart(bits, page)]).toEqual([0, 0]);
  });
});
