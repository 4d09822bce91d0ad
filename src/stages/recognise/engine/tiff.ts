import type { Picture } from '../pixels/picture.ts';

const HEADER = 8;
const ENTRY = 12;
const SHORT = 3;
const LONG = 4;

/** Grey pictures as the pages of one uncompressed TIFF file, at 300 dots an inch as far as a recogniser need know. */
export function tiff(pictures: readonly Picture[]): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0', 'latin1'), offsetOf(HEADER)];
  let at = HEADER;
  for (const [index, { width, height, data }] of pictures.entries()) {
    const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, 0],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, data.length],
    ];
    const directory = Buffer.alloc(2 + ENTRY * entries.length + 4);
    const pixels = at + directory.length;
    const padded = data.length + (data.length % 2);
    directory.writeUInt16LE(entries.length, 0);
    for (const [row, [tag, type, value]] of entries.entries()) {
      const start = 2 + ENTRY * row;
      directory.writeUInt16LE(tag, start);
      directory.writeUInt16LE(type, start + 2);
      directory.writeUInt32LE(1, start + 4);
      directory.writeUInt32LE(tag === 273 ? pixels : value, start + 8);
    }
    const next = pixels + padded;
    directory.writeUInt32LE(index === pictures.length - 1 ? 0 : next, directory.length - 4);
    parts.push(directory, Buffer.from(data.buffer, data.byteOffset, data.length), Buffer.alloc(padded - data.length));
    at = next;
  }
  return Buffer.concat(parts);
}

function offsetOf(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}
