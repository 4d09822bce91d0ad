import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { rejectedFor } from '../../../model/errors.ts';
import { CHANNELS, pngPixels, passesOf, type PngHead } from './png-pixels.ts';
import { checkSize, type Density, type Sheet } from './sheet.ts';
import { readExif } from './tiff-directory.ts';

const MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INCH_IN_METRES = 0.0254;
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

export function isPng(file: Buffer): boolean {
  return file.subarray(0, 8).equals(MARK);
}

/** A PNG as a page; what shows through lies on white. Throws a `DocumentRejected` when a part of it is missing or not as it was written. */
export function pngSheet(file: Buffer): Sheet {
  const chunks = chunksOf(file);
  const head = readHead(chunks.get('IHDR')?.[0]);
  const { width, height, depth, colour, isInterlaced } = head;
  const packed = Buffer.concat(chunks.get('IDAT') ?? []);
  const rows = inflated(packed, head);
  const palette = chunks.get('PLTE')?.[0] ?? null;
  const clear = chunks.get('tRNS')?.[0] ?? null;
  if (colour === 3 && (palette === null || palette.length < 3)) throw rejectedFor('image_endommagee', 'no palette');
  const exif = readExif(chunks.get('eXIf')?.[0] ?? Buffer.alloc(0));
  const rest = { left: 0, top: 0, width, height };
  const sheet = {
    width,
    height,
    density: readDensity(chunks.get('pHYs')?.[0]) ?? exif?.density ?? null,
    orientation: exif?.orientation ?? 1,
  };
  if (!isInterlaced && clear === null && colour < 4) {
    // As it is: a PDF knows how PNG packs pixels.
    const channels = String(CHANNELS[colour] ?? 1);
    const bits = String(depth);
    const parameters = `/DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${bits} /Columns ${String(width)} >>`;
    const entries = `/ColorSpace ${colourSpace(colour, palette)} /BitsPerComponent ${bits} /Filter /FlateDecode ${parameters}`;
    return { ...sheet, pictures: [{ ...rest, entries, data: packed }] };
  }
  const { isGrey, pixels } = pngPixels(rows, head, palette, clear);
  const entries = `/ColorSpace ${isGrey ? '/DeviceGray' : '/DeviceRGB'} /BitsPerComponent 8 /Filter /FlateDecode`;
  return { ...sheet, pictures: [{ ...rest, entries, data: deflateSync(pixels, { level: 1 }) }] };
}

/** Data of the chunks by their names, each checked against its sum, to the end mark. */
function chunksOf(file: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = MARK.length; ;) {
    if (at + 12 > file.length) throw rejectedFor('image_incomplete', 'no end mark');
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) throw rejectedFor('image_incomplete', 'cut in a chunk');
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw rejectedFor('image_endommagee', `wrong sum at ${String(at)}`);
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'IEND') return chunks;
    const some = chunks.get(name) ?? [];
    some.push(file.subarray(at + 8, end));
    chunks.set(name, some);
    at = end + 4;
  }
}

function readHead(data: Buffer | undefined): PngHead {
  if (data === undefined || data.length < 13) throw rejectedFor('image_endommagee', 'no header');
  const [depth = 0, colour = 0, , , interlace = 0] = data.subarray(8);
  if (DEPTHS[colour]?.includes(depth) !== true || interlace > 1) throw rejectedFor('image_endommagee', 'an impossible header');
  const head = { width: data.readUInt32BE(0), height: data.readUInt32BE(4), depth, colour, isInterlaced: interlace === 1 };
  checkSize(head.width, head.height);
  return head;
}

/** Unpacked, never more than the header announces. */
function inflated(packed: Buffer, head: PngHead): Buffer {
  const length = passesOf(head).reduce((sum, { rows, rowLength }) => sum + rows * (1 + rowLength), 0);
  let rows: Buffer;
  try {
    rows = inflateSync(packed, { maxOutputLength: length + 1 });
  } catch (error) {
    throw rejectedFor('image_endommagee', error instanceof Error ? error.message : String(error));
  }
  if (rows.length !== length) throw rejectedFor('image_endommagee', `${String(rows.length)} bytes of ${String(length)}`);
  return rows;
}

function colourSpace(colour: number, palette: Buffer | null): string {
  if (colour === 3 && palette !== null) {
    const entries = Math.min(256, Math.floor(palette.length / 3));
    return `[/Indexed /DeviceRGB ${String(entries - 1)} <${palette.toString('hex', 0, 3 * entries)}>]`;
  }
  return colour === 0 ? '/DeviceGray' : '/DeviceRGB';
}

function readDensity(data: Buffer | undefined): Density | null {
  if (data === undefined || data.length < 9 || data[8] !== 1) return null;
  // Dots a metre are whole: 300 an inch come as 299.9994.
  const anInch = (dots: number): number => Math.round(dots * INCH_IN_METRES * 100) / 100;
  const [x, y] = [anInch(data.readUInt32BE(0)), anInch(data.readUInt32BE(4))];
  return x > 0 && y > 0 ? { x, y } : null;
}
