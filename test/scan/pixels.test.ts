import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsLargePicture } from '../../src/stages/recognise/needs-recognition.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { Picture } from '../../src/stages/recognise/pixels/picture.ts';
import { skewOf } from '../../src/stages/recognise/pixels/skew.ts';
import { threshold } from '../../src/stages/recognise/pixels/threshold.ts';
import { rotate, turn } from '../../src/stages/recognise/pixels/turn.ts';
import { eraseRules } from '../../src/stages/recognise/rules/erase-rules.ts';
import { findRules } from '../../src/stages/recognise/rules/find-rules.ts';
import { smallScan, smallTable } from './small-scan.ts';

function sheet(width: number, height: number, boxes: readonly (readonly [number, number, number, number])[]): Picture {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) data.fill(0, y * width + x0, y * width + x1);
  return { width, height, data };
}

const LINES = [200, 300, 400, 500].map((y) => [100, y, 900, y + 4] as const);

describe('pixels of a page', () => {
  it('four quarter turns, or two of the same way back, give the page again', () => {
    const pixels = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data): Picture => ({ width, height, data })),
      );
    fc.assert(
      fc.property(pixels, (picture) => {
        expect(turn(turn(picture, 90), 270)).toEqual(picture);
        expect(turn(turn(picture, 180), 180)).toEqual(picture);
        expect(turn(turn(picture, 90), 90)).toEqual(turn(picture, 180));
      }),
    );
  });

  it.each([-3.4, -0.6, 0, 1.2, 4.8])('a page turned by %s degrees is found to need turning back by as much', (degrees) => {
    const skewed = rotate(sheet(1000, 700, LINES), degrees);
    expect(Math.abs(skewOf(threshold(skewed, 0.82)) + degrees)).toBeLessThan(0.08);
  });

  it('lines are found with their breaks, and erased without the letter that touches them', () => {
    const broken = sheet(1000, 700, [
      [100, 200, 480, 203],
      [482, 200, 900, 203],
      [100, 200, 103, 500],
      [300, 170, 306, 240],
    ]);
    const ink = threshold(broken, 0.82);
    const found = findRules(ink);
    expect(found.rules.map(({ orientation, x0, x1, y0, y1 }) => [orientation, x1 - x0 > y1 - y0])).toEqual([
      ['horizontal', true],
      ['vertical', false],
    ]);
    const grey = { ...broken, data: Uint8Array.from(broken.data) };
    eraseRules(found, ink, grey);
    // Specks of a few pixels may stay at corners; they are no text.
    const left = label(ink).components.filter((each) => each.ink > 12);
    expect(left.map(({ x0, y0, x1, y1, ink }) => [x0, y0, x1, y1, ink])).toHaveLength(1);
    expect(left[0]).toMatchObject({ x0: 300, y0: 170, x1: 306, y1: 240 });
  });

  it('components are the same whichever way the page is turned', () => {
    const page = sheet(60, 40, [
      [2, 2, 10, 10],
      [10, 10, 14, 14],
      [30, 5, 50, 8],
    ]);
    const count = (degrees: 0 | 90 | 180 | 270): number => label(threshold(turn(page, degrees), 0.82)).components.length;
    expect([count(0), count(90), count(180), count(270)]).toEqual([2, 2, 2, 2]);
  });
});

describe('a file with pictures as large as scans', () => {
  it('is told from its bytes; the names of procedures are no pictures', async () => {
    expect(holdsLargePicture(smallTable())).toBe(false);
    expect(holdsLargePicture(new TextEncoder().encode('/ProcSet [/PDF /Text /ImageB /ImageC]'))).toBe(false);
    expect(holdsLargePicture(await smallScan())).toBe(true);
  });
});
