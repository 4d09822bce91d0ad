import type { Picture } from './picture.ts';

/** Pixels of a picture four at a time, the first in the lowest byte; rows of whole fours, filled up with noughts. */
export interface Fours {
  readonly data: Int32Array;
  /** Fours in a row. */
  readonly stride: number;
}

/** Bytes one by one cost several times as much. The picture's own memory where its rows are whole fours: not to be written to. */
export function fours({ width, height, data }: Picture): Fours {
  const stride = Math.ceil(width / 4);
  if (width % 4 === 0 && data.byteOffset % 4 === 0) return { data: new Int32Array(data.buffer, data.byteOffset, stride * height), stride };
  const bytes = new Uint8Array(4 * stride * height);
  for (let y = 0; y < height; y++) bytes.set(data.subarray(y * width, (y + 1) * width), 4 * stride * y);
  return { data: new Int32Array(bytes.buffer), stride };
}
