import type { Picture } from '../pixels/picture.ts';

/** `spix`, read as a number. */
const SIGN = 0x78697073;
const HEADER = 7;

/** A picture as a file of Leptonica's own form, which it takes in whole where it reads others pixel by pixel: four pixels in a number, the first in its highest byte. */
export function spix({ width, height, data }: Picture): Uint8Array {
  const stride = Math.ceil(width / 4);
  const numbers = new Int32Array(HEADER + stride * height);
  numbers.set([SIGN, width, height, 8, stride, 0, 4 * stride * height]);
  const bytes = new Uint8Array(numbers.buffer);
  for (let y = 0; y < height; y++) bytes.set(data.subarray(y * width, (y + 1) * width), 4 * (HEADER + stride * y));
  for (let at = HEADER; at < numbers.length; at++) {
    const four = numbers[at] ?? 0;
    numbers[at] = (four << 24) | ((four & 0xff00) << 8) | ((four >>> 8) & 0xff00) | (four >>> 24);
  }
  return bytes;
}
