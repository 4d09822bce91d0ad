import { deflateSync } from 'node:zlib';
import { rejectedFor } from '../../../model/errors.ts';
import type { Picture } from './sheet.ts';
import type { TiffImage, TiffPiece } from './tiff-image.ts';
import { unpack } from './tiff-unpack.ts';

const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, cmyk: 5 } as const;
const ASSOCIATED_ALPHA = 1;

/** An image whose pieces are packed as bytes, as one picture. */
export function pictureOfSamples(image: TiffImage): Picture {
  const { width, height, bits, samples } = image;
  if (![1, 2, 4, 8, 16].includes(bits) || !image.isInteger) throw rejectedFor('image_inconnue', `TIFF of ${String(bits)} bits`);
  if (image.isPlanar && samples > 1) throw rejectedFor('image_inconnue', 'TIFF in planes');
  const raster = rasterOf(image);
  const wide = bits === 16 ? upperBytes(raster, image) : raster;
  const depth = bits === 16 ? 8 : bits;
  const colours = coloursOf(image);
  const packed = deflateSync(samples > colours ? onWhite(wide, image, depth, colours) : wide, { level: 1 });
  const opposite = image.photometric === PHOTOMETRIC.whiteIsZero ? ' /Decode [1 0]' : '';
  const entries = `/ColorSpace ${colourSpace(image, depth)} /BitsPerComponent ${String(depth)} /Filter /FlateDecode${opposite}`;
  return { left: 0, top: 0, width, height, entries, data: packed };
}

function coloursOf({ photometric, samples }: TiffImage): number {
  const colours = photometric === PHOTOMETRIC.rgb ? 3 : photometric === PHOTOMETRIC.cmyk ? 4 : 1;
  if (photometric === 4 || photometric > PHOTOMETRIC.cmyk || samples < colours)
    throw rejectedFor('image_inconnue', `TIFF photometric ${String(photometric)}, ${String(samples)} samples`);
  return colours;
}

function colourSpace({ photometric, palette }: TiffImage, depth: number): string {
  if (photometric === PHOTOMETRIC.rgb) return '/DeviceRGB';
  if (photometric === PHOTOMETRIC.cmyk) return '/DeviceCMYK';
  if (photometric !== PHOTOMETRIC.palette) return '/DeviceGray';
  const entries = 2 ** depth;
  if (depth > 8 || palette.length < 3 * entries) throw rejectedFor('image_endommagee', 'no palette');
  const bytes = Buffer.alloc(3 * entries);
  // All reds, then all greens, then all blues, of 16 bits.
  for (let entry = 0; entry < entries; entry++)
    for (let channel = 0; channel < 3; channel++) bytes[3 * entry + channel] = (palette[channel * entries + entry] ?? 0) >> 8;
  return `[/Indexed /DeviceRGB ${String(entries - 1)} <${bytes.toString('hex')}>]`;
}

/** Rows of the whole image, each from a byte of its own. */
function rasterOf(image: TiffImage): Buffer {
  const { width, height, bits, samples, compression, predictor } = image;
  const pixel = bits * samples;
  const rowLength = Math.ceil((width * pixel) / 8);
  const raster = Buffer.alloc(rowLength * height);
  for (const piece of image.pieces) {
    const length = Math.ceil((piece.width * pixel) / 8);
    const data = unpack(piece.data, compression, length * piece.height);
    if (predictor === 2) undoDifferences(data, length, image);
    else if (predictor !== 1) throw rejectedFor('image_inconnue', `TIFF predictor ${String(predictor)}`);
    place(data, length, piece);
  }
  return raster;

  function place(data: Buffer, length: number, { left, top, height: tall }: TiffPiece): void {
    // Tiles are a multiple of 16 pixels wide: each begins on a byte.
    const from = (left * pixel) >> 3;
    const rows = Math.min(tall, height - top);
    for (let row = 0; row < rows; row++)
      data.copy(raster, (top + row) * rowLength + from, row * length, row * length + Math.min(length, rowLength - from));
  }
}

/** Each sample was written as its difference from that of the pixel before. */
function undoDifferences(data: Buffer, length: number, { bits, samples, isLittle }: TiffImage): void {
  if (bits !== 8 && bits !== 16) throw rejectedFor('image_inconnue', `differences of ${String(bits)} bits`);
  const step = samples * (bits >> 3);
  for (let start = 0; start + length <= data.length; start += length) {
    if (bits === 8) {
      for (let at = start + step; at < start + length; at++) data[at] = (data[at] ?? 0) + (data[at - step] ?? 0);
      continue;
    }
    for (let at = start + step; at + 1 < start + length; at += 2) {
      if (isLittle) data.writeUInt16LE((data.readUInt16LE(at) + data.readUInt16LE(at - step)) & 0xffff, at);
      else data.writeUInt16BE((data.readUInt16BE(at) + data.readUInt16BE(at - step)) & 0xffff, at);
    }
  }
}

function upperBytes(raster: Buffer, { isLittle }: TiffImage): Buffer {
  const upper = Buffer.alloc(raster.length >> 1);
  for (let at = 0; at < upper.length; at++) upper[at] = raster[2 * at + (isLittle ? 1 : 0)] ?? 0;
  return upper;
}

/** Without the samples beyond the colours; the first of them, where it tells how opaque a pixel is, lets white paper through. */
function onWhite(raster: Buffer, { samples, extra, photometric }: TiffImage, depth: number, colours: number): Buffer {
  if (depth !== 8) throw rejectedFor('image_inconnue', `${String(samples)} samples of ${String(depth)} bits`);
  const count = Math.floor(raster.length / samples);
  const pixels = Buffer.alloc(count * colours);
  const alpha = photometric === PHOTOMETRIC.blackIsZero || photometric === PHOTOMETRIC.rgb ? (extra[0] ?? 0) : 0;
  for (let pixel = 0; pixel < count; pixel++) {
    const opacity = alpha === 0 ? 255 : (raster[pixel * samples + colours] ?? 255);
    for (let channel = 0; channel < colours; channel++) {
      const value = raster[pixel * samples + channel] ?? 0;
      pixels[pixel * colours + channel] =
        alpha === ASSOCIATED_ALPHA ? Math.min(255, value + 255 - opacity) : Math.round(255 + ((value - 255) * opacity) / 255);
    }
  }
  return pixels;
}
