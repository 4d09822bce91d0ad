import { inflateSync } from 'node:zlib';
import { rejectedFor } from '../../../model/errors.ts';

/** How the bytes of a strip or tile are packed, by TIFF's numbers: these are unpacked here. */
const NONE = 1;
const LZW = 5;
const DEFLATE: ReadonlySet<number> = new Set([8, 32946]);
const PACKBITS = 32773;

export function isPackedAsBytes(compression: number): boolean {
  return compression === NONE || compression === LZW || compression === PACKBITS || DEFLATE.has(compression);
}

/** Exactly `length` bytes: what the strip says beyond is left. Throws a `DocumentRejected` when there are fewer. */
export function unpack(packed: Buffer, compression: number, length: number): Buffer {
  const bytes = unpacked(packed, compression, length);
  if (bytes.length < length) throw rejectedFor('image_endommagee', `a strip has ${String(bytes.length)} bytes of ${String(length)}`);
  return bytes.subarray(0, length);
}

function unpacked(packed: Buffer, compression: number, length: number): Buffer {
  if (compression === LZW) return unpackLzw(packed, length);
  if (compression === PACKBITS) return unpackBits(packed, length);
  if (!DEFLATE.has(compression)) return Buffer.from(packed.subarray(0, length));
  try {
    // A strip may be packed longer than it is tall (the last one): a little more than a strip is let through.
    return inflateSync(packed, { maxOutputLength: length + (1 << 20) });
  } catch (error) {
    throw rejectedFor('image_endommagee', error instanceof Error ? error.message : String(error));
  }
}

/** A count, then as many bytes; or a negative count and the byte to repeat. */
function unpackBits(packed: Buffer, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let to = 0;
  for (let at = 0; at < packed.length && to < length;) {
    const count = packed.readInt8(at);
    at += 1;
    if (count >= 0) {
      to += packed.copy(bytes, to, at, at + count + 1);
      at += count + 1;
    } else if (count !== -128) {
      bytes.fill(packed[at] ?? 0, to, Math.min(length, to + 1 - count));
      to = Math.min(length, to + 1 - count);
      at += 1;
    }
  }
  return bytes.subarray(0, to);
}

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/** Codes of 9 to 12 bits, the first bit the highest, one code earlier than in GIF. */
function unpackLzw(packed: Buffer, length: number): Buffer {
  // Before TIFF 5 the bits came in another order; such files have been rare for thirty years.
  if (packed[0] === 0 && ((packed[1] ?? 0) & 1) === 1) throw rejectedFor('image_inconnue', 'LZW of before TIFF 5');
  const bytes = Buffer.alloc(length);
  /** Where what a code stands for was last written, and how long it is. */
  const starts = new Int32Array(MOST_CODES);
  const lengths = new Int32Array(MOST_CODES);
  let next = END + 1;
  let width = 9;
  let to = 0;
  let before: { start: number; length: number } | null = null;
  let held = 0;
  let bits = 0;
  let at = 0;
  while (to < length) {
    while (bits < width && at < packed.length) {
      held = ((held << 8) | (packed[at] ?? 0)) & 0xffffff;
      bits += 8;
      at += 1;
    }
    if (bits < width) break;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === END) break;
    if (code === CLEAR) {
      next = END + 1;
      width = 9;
      before = null;
      continue;
    }
    const start = to;
    if (code < CLEAR) {
      bytes[to] = code;
      to += 1;
    } else {
      // A code one beyond those known stands for what came before and its own first byte.
      if (before === null || code > next) throw rejectedFor('image_endommagee', `LZW code ${String(code)}`);
      const from = code === next ? before.start : (starts[code] ?? 0);
      const count = code === next ? before.length + 1 : (lengths[code] ?? 0);
      for (let index = 0; index < count && to < length; index++, to++) bytes[to] = bytes[from + index] ?? 0;
    }
    if (before !== null && next < MOST_CODES) {
      // What came before, and the first byte of this: they stand one after the other.
      starts[next] = before.start;
      lengths[next] = before.length + 1;
      next += 1;
      if (next >= (1 << width) - 1 && width < 12) width += 1;
    }
    before = { start, length: to - start };
  }
  return bytes.subarray(0, to);
}
