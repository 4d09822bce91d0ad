import type { Bits } from '../pixels/picture.ts';

/** Around a pixel, clockwise from the one above. */
const AROUND = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

/** Places of the eight pixels around one in a picture so wide, clockwise from the one above. */
export function neighbours(width: number): readonly number[] {
  return AROUND.map(([dx, dy]) => dy * width + dx);
}

/** A step across a corner, in steps along a side. */
const ASLANT = 4 / 3;

/** The places of ink, in order. */
export function inkOf(data: Uint8Array): number[] {
  const out: number[] = [];
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at)) while (data[at] === 1) out.push(at++);
  return out;
}

/** The middle lines of ink, one pixel wide (Zhang and Suen). There is white along all four sides. */
export function thin({ width, height, data }: Bits): Bits {
  const out = Uint8Array.from(data);
  const around = neighbours(width);
  let ink = inkOf(out);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const pass of [0, 1] as const) {
      const gone = ink.filter((at) => MAY_GO[pass][maskAt(out, width, at)] === 1);
      for (const at of gone) out[at] = 0;
      isChanged ||= gone.length > 0;
      if (gone.length > 0) ink = ink.filter((at) => out[at] === 1);
    }
  }
  for (const at of ink) if (isSpare(out, around, at)) out[at] = 0;
  return { width, height, data: out };
}

/** A pixel at the inner corner of a step, which its neighbours reach each other without. */
function isSpare(data: Uint8Array, around: readonly number[], at: number): boolean {
  const white = (side: number): number => 1 - (data[at + (around[side % 8] ?? 0)] ?? 0);
  let [whites, parts] = [0, 0];
  for (let side = 0; side < 8; side++) whites += white(side);
  for (const side of [0, 2, 4, 6]) parts += white(side) - white(side) * white(side + 1) * white(side + 2);
  return parts === 1 && whites < 7;
}

/** Whether a pixel of ink may go in a pass, by which of its eight neighbours are ink: a bit each, clockwise from the one above. */
const MAY_GO = [goingIn(0), goingIn(1)] as const;

function goingIn(pass: 0 | 1): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, mask) => {
    const has = (side: number): boolean => (mask & (1 << side)) !== 0;
    const sides = [0, 1, 2, 3, 4, 5, 6, 7];
    const count = sides.filter(has).length;
    const steps = sides.filter((side) => has(side) && !has((side + 7) % 8)).length;
    if (count < 2 || count > 6 || steps !== 1) return 0;
    const stays =
      pass === 0
        ? (has(0) && has(2) && has(4)) || (has(2) && has(4) && has(6))
        : (has(0) && has(2) && has(6)) || (has(0) && has(4) && has(6));
    return stays ? 0 : 1;
  });
}

/** Which of a pixel's eight neighbours are ink. */
function maskAt(data: Uint8Array, width: number, at: number): number {
  const [above, below] = [at - width, at + width];
  return (
    (data[above] ?? 0) |
    ((data[above + 1] ?? 0) << 1) |
    ((data[at + 1] ?? 0) << 2) |
    ((data[below + 1] ?? 0) << 3) |
    ((data[below] ?? 0) << 4) |
    ((data[below - 1] ?? 0) << 5) |
    ((data[at - 1] ?? 0) << 6) |
    ((data[above - 1] ?? 0) << 7)
  );
}

/** How far each pixel of ink is from white, in pixels (steps of 3 and 4 thirds): half the thickness of its stroke on its middle line. */
export function depths({ width, height, data }: Bits): Float32Array {
  const far = new Float32Array(width * height);
  const ink = inkOf(data);
  for (const at of ink) {
    const straight = Math.min(far[at - 1] ?? 0, far[at - width] ?? 0) + 1;
    const aslant = Math.min(far[at - width - 1] ?? 0, far[at - width + 1] ?? 0) + ASLANT;
    far[at] = Math.min(straight, aslant);
  }
  for (let index = ink.length - 1; index >= 0; index--) {
    const at = ink[index] ?? 0;
    const straight = Math.min(far[at + 1] ?? 0, far[at + width] ?? 0) + 1;
    const aslant = Math.min(far[at + width + 1] ?? 0, far[at + width - 1] ?? 0) + ASLANT;
    far[at] = Math.min(far[at] ?? 0, straight, aslant);
  }
  return far;
}
