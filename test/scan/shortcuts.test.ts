import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { Bits } from '../../src/stages/recognise/pixels/picture.ts';
import { sampleAt } from '../../src/stages/recognise/pixels/sample.ts';
import { flatten, threshold } from '../../src/stages/recognise/pixels/threshold.ts';
import { rotate } from '../../src/stages/recognise/pixels/turn.ts';
import { ByPlace } from '../../src/stages/recognise/rules/by-place.ts';
import { findRules } from '../../src/stages/recognise/rules/find-rules.ts';

/** Sparse ink, as on a page: short runs with gaps of all widths. */
function bitsOf(width: number, height: number): fc.Arbitrary<Bits> {
  const run = fc.tuple(fc.nat(width * height - 1), fc.integer({ min: 1, max: 9 }));
  return fc.array(run, { maxLength: 40 }).map((runs) => {
    const data = new Uint8Array(width * height);
    for (const [from, length] of runs) data.fill(1, from, from + length);
    return { width, height, data };
  });
}

/** How many inks there are, each filled from one of its pixels. */
function inksOf({ width, height, data }: Bits): number {
  const left = Uint8Array.from(data);
  let count = 0;
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue;
    count++;
    const waiting = [start];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (left[at] !== 1) continue;
      left[at] = 0;
      const [x, y] = [at % width, Math.floor(at / width)];
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1])
          if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height) waiting.push(at + dy * width + dx);
    }
  }
  return count;
}

describe('what is not looked at pixel by pixel', () => {
  it('all ink is in one component, whose runs are its pixels', () => {
    fc.assert(
      fc.property(bitsOf(61, 23), (bits) => {
        const { components, runs } = label(bits);
        const seen = new Uint8Array(bits.data.length);
        runs.y.forEach((y, run) => seen.fill(1, y * bits.width + (runs.from[run] ?? 0), y * bits.width + (runs.to[run] ?? 0)));
        expect(seen).toEqual(bits.data);
        expect(components).toHaveLength(inksOf(bits));
        expect(components.reduce((sum, { ink }) => sum + ink, 0)).toBe(bits.data.reduce((sum, bit) => sum + bit, 0));
      }),
    );
  });

  it('a line just long enough is found wherever it begins, one a pixel shorter is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 2, max: 37 }), fc.boolean(), (from, y, isLong) => {
        const bits = { width: 400, height: 40, data: new Uint8Array(400 * 40) };
        bits.data.fill(1, y * 400 + from, y * 400 + from + (isLong ? 110 : 109));
        expect(findRules(bits).rules.map(({ x0, x1 }) => [x0, x1])).toEqual(isLong ? [[from, from + 110]] : []);
      }),
    );
  });

  it('ink is what is darker than its surroundings, those that the page has', () => {
    const grey = fc.uint8Array({ minLength: 17 * 11, maxLength: 17 * 11 });
    fc.assert(
      fc.property(grey, fc.integer({ min: 1, max: 20 }), (data, radius) => {
        const { data: ink } = threshold({ width: 17, height: 11, data }, 0.82, radius);
        ink.forEach((bit, at) => {
          const [x, y] = [at % 17, Math.floor(at / 17)];
          const around = [...data].filter(
            (_, other) => Math.abs((other % 17) - x) <= radius && Math.abs(Math.floor(other / 17) - y) <= radius,
          );
          const isDark = (data[at] ?? 0) * around.length < around.reduce((sum, shade) => sum + shade, 0) * 0.82;
          expect(bit).toBe(isDark ? 1 : 0);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('each pixel is set against the mean of the paper around it, on pages of any width', () => {
    const sides = fc.tuple(fc.integer({ min: 8, max: 35 }), fc.integer({ min: 8, max: 19 }), fc.integer({ min: 120, max: 255 }));
    fc.assert(
      fc.property(sides, fc.array(fc.nat(), { maxLength: 12 }), ([width, height, paper], places) => {
        const data = new Uint8Array(width * height).fill(paper);
        const ink = new Uint8Array(width * height);
        for (const place of places) {
          data[place % data.length] = 30;
          ink[place % ink.length] = 1;
        }
        const flat = flatten({ width, height, data }, { width, height, data: ink });
        expect(flat.data).toHaveLength(width * height);
        flat.data.forEach((shade, at) => expect(Math.abs(shade - (250 * (data[at] ?? 0)) / paper)).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('what is shown at some places alone is what the page shows there', () => {
    const data = Uint8Array.from({ length: 90 * 70 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 31) + 60 * Math.cos((at % 90) / 9)));
    const page = { width: 90, height: 70, data };
    const places = { width: 90, height: 70, data: Uint8Array.from(data, (_, at) => (at % 7 < 3 ? 1 : 0)) };
    const [turned, sampled] = [rotate(page, 1.5), sampleAt(places, page, 1.5)];
    places.data.forEach((bit, at) => {
      const isInside = at % 90 > 4 && at % 90 < 85 && at > 4 * 90 && at < 65 * 90;
      if (isInside) expect(Math.abs((sampled.data[at] ?? 0) - (bit === 1 ? (turned.data[at] ?? 0) : 255))).toBeLessThanOrEqual(1);
    });
  });

  it('things are found by their place, those at both ends of a stretch included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(20), fc.nat(6), (places, first, wide) => {
        const things = new ByPlace(places, (place) => place);
        expect(things.some(first, first + wide, () => true)).toBe(places.some((place) => place >= first && place <= first + wide));
      }),
    );
  });
});
