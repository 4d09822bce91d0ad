import type { Picture } from '../pixels/picture.ts';

/** A picture as a file that costs nothing to write and to read: portable grey map. */
export function pgm({ width, height, data }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1'), data]);
}
