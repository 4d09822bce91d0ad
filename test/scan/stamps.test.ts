import { describe, expect, it } from 'vitest';
import { eraseStamps } from '../../src/stages/recognise/boxes/stamps.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import { threshold } from '../../src/stages/recognise/pixels/threshold.ts';

const [WIDE, HIGH] = [900, 400] as const;
const [BLACK, PALE] = [20, 140] as const;

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function bar({ data }: Sheet, shade: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data[y * WIDE + x] = Math.min(data[y * WIDE + x] ?? 255, shade);
}

/** A line of black letters, the frame of a pale stamp below it, and whatever `more` sets into that. */
function stamped(more: (sheet: Sheet) => void, print: number = BLACK, own: number = PALE): Sheet {
  const sheet = { width: WIDE, height: HIGH, data: new Uint8Array(WIDE * HIGH).fill(255) };
  for (let letter = 0; letter < 40; letter++) bar(sheet, print, [20 + letter * 20, 20, 28 + letter * 20, 50]);
  bar(sheet, own, [100, 100, 600, 106]);
  bar(sheet, own, [100, 300, 600, 306]);
  bar(sheet, own, [100, 100, 106, 306]);
  bar(sheet, own, [594, 100, 600, 306]);
  more(sheet);
  return sheet;
}

describe('a stamp', () => {
  it('leaves the figure that one of its letters runs into', () => {
    const sheet = stamped((own) => {
      bar(own, BLACK, [220, 190, 224, 220]);
      bar(own, PALE, [200, 180, 240, 188]);
      bar(own, PALE, [200, 180, 208, 226]);
      bar(own, PALE, [232, 180, 240, 226]);
      bar(own, PALE, [200, 200, 240, 208]);
    });
    const ink = threshold(sheet, 0.82);
    const clean = { ...sheet, data: Uint8Array.from(sheet.data) };
    expect(eraseStamps(label(ink), ink, clean, () => sheet)).toBe(true);
    expect(clean.data[195 * WIDE + 222]).toBe(BLACK);
    expect(clean.data[215 * WIDE + 222]).toBe(BLACK);
    // The letter itself and the frame go.
    expect(clean.data[183 * WIDE + 210]).toBeGreaterThan(240);
    expect(clean.data[220 * WIDE + 236]).toBeGreaterThan(240);
    expect(clean.data[103 * WIDE + 300]).toBeGreaterThan(240);
  });

  it('goes with its letters where small print is nearly as pale as they are, and print within it stays', () => {
    const [small, ring, letter] = [84, 126, 116] as const;
    const sheet = stamped(
      (own) => {
        bar(own, letter, [200, 180, 208, 220]);
        bar(own, letter, [200, 180, 230, 188]);
        bar(own, small, [300, 180, 308, 210]);
      },
      small,
      ring,
    );
    const ink = threshold(sheet, 0.82);
    const clean = { ...sheet, data: Uint8Array.from(sheet.data) };
    expect(eraseStamps(label(ink), ink, clean, () => sheet)).toBe(true);
    expect(clean.data[103 * WIDE + 300]).toBeGreaterThan(240);
    expect(clean.data[200 * WIDE + 204]).toBeGreaterThan(240);
    expect(clean.data[195 * WIDE + 304]).toBe(small);
  });

  it('takes no letters with it that a blurred page made as pale as some of its print', () => {
    const [small, ring, letter] = [116, 148, 138] as const;
    const sheet = stamped(
      (own) => {
        for (let at = 0; at < 4; at++) bar(own, letter, [200 + 20 * at, 180, 208 + 20 * at, 210]);
      },
      small,
      ring,
    );
    const ink = threshold(sheet, 0.82);
    const clean = { ...sheet, data: Uint8Array.from(sheet.data) };
    eraseStamps(label(ink), ink, clean, () => sheet);
    expect(clean.data[195 * WIDE + 204]).toBe(letter);
  });
});
