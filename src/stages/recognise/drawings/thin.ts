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

/** The middle lines of ink, one pixel wide (Zhang and Suen). There is white along all four sides. */
export function thin({ width, height, data }: Bits): Bits {
  const out = Uint8Array.from(data);
  const around = neighbours(width);
  let ink: number[] = [];
  for (let at = 0; at < out.length; at++) if (out[at] === 1) ink.push(at);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const pass of [0, 1] as const) {
      const gone = ink.filter((at) => mayGo(out, around, at, pass));
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

function mayGo(data: Uint8Array, around: readonly number[], at: number, pass: 0 | 1): boolean {
  let [count, steps, mask] = [0, 0, 0];
  let before = data[at + (around[7] ?? 0)] ?? 0;
  for (let side = 0; side < 8; side++) {
    const own = data[at + (around[side] ?? 0)] ?? 0;
    count += own;
    if (before === 0 && own === 1) steps++;
    mask |= own << side;
    before = own;
  }
  if (count < 2 || count > 6 || steps !== 1) return false;
  const has = (side: number): boolean => (mask & (1 << side)) !== 0;
  return pass === 0
    ? !(has(0) && has(2) && has(4)) && !(has(2) && has(4) && has(6))
    : !(has(0) && has(2) && has(6)) && !(has(0) && has(4) && has(6));
}

/** How far each pixel of ink is from white, in pixels (steps of 3 and 4 thirds): half the thickness of its stroke on its middle line. */
export function depths({ width, height, data }: Bits): Float32Array {
  const far = new Float32Array(width * height);
  for (let at = 0; at < far.length; at++) far[at] = data[at] === 1 ? Infinity : 0;
  const pull = (at: number, from: readonly (readonly [number, number])[]): void => {
    let own = far[at] ?? 0;
    for (const [step, cost] of from) own = Math.min(own, (far[at + step] ?? 0) + cost);
    far[at] = own;
  };
  const before = [
    [-1, 1],
    [-width - 1, 4 / 3],
    [-width, 1],
    [-width + 1, 4 / 3],
  ] as const;
  const after = [
    [1, 1],
    [width + 1, 4 / 3],
    [width, 1],
    [width - 1, 4 / 3],
  ] as const;
  for (let at = 0; at < far.length; at++) if (data[at] === 1) pull(at, before);
  for (let at = far.length - 1; at >= 0; at--) if (data[at] === 1) pull(at, after);
  return far;
}
