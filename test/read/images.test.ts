import { readdirSync, readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DocumentRejected } from '../../src/model/errors.ts';
import { asPdf } from '../../src/stages/read/images/image-to-pdf.ts';
import { readPages } from '../../src/stages/read/read-pages.ts';
import { openPagePictures } from '../../src/stages/recognise/page-pictures.ts';

const FOLDER = new URL('../fixtures/images/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
const [WIDTH, HEIGHT] = [400, 300];

/** What the fixtures show: see their README. */
function red(x: number, y: number): number {
  return (x < 60 && y < 60 ? x * 7 + y * 13 + x * y : Math.floor(x / 20) * 37 + Math.floor(y / 15) * 91) & 255;
}
const green = (x: number, y: number): number => (Math.floor(x / 25) * 53 + Math.floor(y / 20) * 17) & 255;
const blue = (x: number, y: number): number => (Math.floor(x / 50) * 71 + Math.floor(y / 30) * 29) & 255;
const colour = (x: number, y: number): number => (red(x, y) * 77 + green(x, y) * 150 + blue(x, y) * 29) >> 8;
const blackOrWhite = (x: number, y: number): number => (red(x, y) >= 128 ? 255 : 0);
const halfClear = (x: number, y: number): number => 128 + colour(x, y) / 2;

/** How far the drawn page is from what it should show, on average over its pixels (0 to 255). */
async function differenceOf(bytes: Uint8Array, shown: (x: number, y: number) => number): Promise<number> {
  const pages = await openPagePictures(asPdf(bytes));
  try {
    const { picture, dpi } = await pages.draw(1);
    expect([picture.width, picture.height, Math.round(dpi)]).toEqual([WIDTH, HEIGHT, 100]);
    let sum = 0;
    for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) sum += Math.abs((picture.data[y * WIDTH + x] ?? 0) - shown(x, y));
    return sum / (WIDTH * HEIGHT);
  } finally {
    pages.close();
  }
}

describe('an image file as a PDF shows what the image shows', () => {
  const exact = 1.5;
  const lossy = 14;
  // Four printing inks are drawn as a screen can.
  const converted = 20;
  test.each([
    ['couleur.png', colour, exact],
    ['entrelace-16-bits.png', colour, exact],
    ['transparent.png', halfClear, exact],
    ['gris.png', red, exact],
    ['palette.png', red, exact],
    ['noir-et-blanc.png', blackOrWhite, exact],
    ['lzw.tif', colour, exact],
    ['lzw-gris.tif', red, exact],
    ['deflate-16-bits-msb.tif', colour, exact],
    ['packbits.tif', red, exact],
    ['tuiles.tif', colour, exact],
    ['palette.tif', red, exact],
    ['blanc-est-zero.tif', blackOrWhite, exact],
    ['g3.tif', blackOrWhite, exact],
    ['g4-lsb.tif', blackOrWhite, exact],
    ['g4-bandes.tif', blackOrWhite, exact],
    ['couleur.jpg', colour, lossy],
    ['progressif.jpg', colour, lossy],
    ['cmjn.jpg', colour, converted],
    ['jpeg-en-bandes.tif', colour, lossy],
  ] as const)('%s', async (name, shown, most) => {
    expect(await differenceOf(fixture(name), shown)).toBeLessThan(most);
  });

  it('a page is as large as the density says, turned as EXIF says', async () => {
    const [page] = await readPages(asPdf(fixture('couleur.jpg')), { maxPages: 1 });
    expect([page?.width, page?.height]).toEqual([288, 216]);
    const [turned] = await readPages(asPdf(withExif(fixture('couleur.jpg'), 6)), { maxPages: 1 });
    expect([turned?.width, turned?.height]).toEqual([216, 288]);
  });

  it('an image of unknown density fills an A4 sheet', async () => {
    const [page] = await readPages(asPdf(png({ width: 827, height: 1169 })), { maxPages: 1 });
    expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([595, 842]);
  });

  it('the images of a TIFF file are pages; what is no image stays as it is', async () => {
    expect(await readPages(asPdf(fixture('deux-pages.tif')), { maxPages: 10 })).toHaveLength(2);
    const text = Buffer.from('%PDF-1.4 and so on');
    expect(asPdf(text)).toBe(text);
  });
});

describe('a file that cannot be shown whole is rejected', () => {
  const jpeg = fixture('couleur.jpg');
  const strip = { 256: 8, 257: 8, 258: 8, 259: 1, 262: 1, 273: 0, 277: 1, 278: 8, 279: 64 };
  test.each<[string, Buffer, string]>([
    ['a JPEG cut in its pixels', jpeg.subarray(0, jpeg.length - 200), 'image_incomplete'],
    ['a JPEG cut in its header', jpeg.subarray(0, 40), 'image_incomplete'],
    ['a PNG without its end', fixture('couleur.png').subarray(0, -12), 'image_incomplete'],
    ['a PNG with a changed byte', changed(fixture('couleur.png'), 1000), 'image_endommagee'],
    ['a PNG of 30,000 pixels a side', png({ width: 30_000, height: 30_000, data: Buffer.alloc(1000) }), 'image_trop_grande'],
    ['a PNG with fewer rows than it says', png({ width: 100, height: 100, data: Buffer.alloc(101 * 99) }), 'image_endommagee'],
    ['a PNG with many more', png({ width: 100, height: 100, data: Buffer.alloc(50e6) }), 'image_endommagee'],
    ['a TIFF whose images go round in a ring', tiff([strip, strip], { ring: true }), 'image_endommagee'],
    [
      'a TIFF whose images share their bytes',
      tiff(
        Array.from({ length: 3 }, () => ({ ...strip, 257: 100, 278: 100, 279: 800 })),
        { data: 810 },
      ),
      'image_endommagee',
    ],
    ['a TIFF whose strip goes beyond its end', tiff([{ ...strip, 279: 5000 }]), 'image_incomplete'],
    ['a TIFF with less in its strip than it needs', tiff([{ ...strip, 257: 9, 278: 9 }]), 'image_endommagee'],
    ['a TIFF of 40,000 pixels a side', tiff([{ ...strip, 256: 40_000, 257: 40_000 }]), 'image_trop_grande'],
    ['a TIFF of an unknown compression', tiff([{ ...strip, 259: 34_712 }]), 'image_inconnue'],
    ['a TIFF cut in its directory', fixture('lzw.tif').subarray(0, -100), 'image_incomplete'],
  ])('%s', (_, bytes, precision) => {
    expect(() => asPdf(bytes)).toThrow(expect.objectContaining({ name: 'DocumentRejected', precision }));
  });

  it('whatever is changed in a file, it is a PDF or a rejection', () => {
    const files = readdirSync(FOLDER).filter((name) => /\.(?:jpg|png|tif)$/u.test(name));
    const changes = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, fc.double({ min: 0.1, max: 1, noNaN: true }), (name, bytes, kept) => {
        const file = Buffer.from(fixture(name));
        // Directories stand at either end: most changes go there.
        for (const [at, value] of bytes)
          file[at % 3 === 0 ? at % file.length : at % 3 === 1 ? at % 200 : file.length - 1 - (at % 300)] = value;
        try {
          asPdf(file.subarray(0, kept > 0.6 ? file.length : Math.floor(file.length * kept)));
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentRejected);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function changed(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** A JPEG with EXIF data that say how it is turned. */
function withExif(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff([{ 274: orientation }], { data: 0 })]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

function png({ width, height, data }: { width: number; height: number; data?: Buffer }): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const chunk = (name: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const rows = data ?? Buffer.alloc((width + 1) * height);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A TIFF with these tags in its directories; strips (tag 273) begin right after the header. */
function tiff(directories: readonly Readonly<Record<number, number>>[], { ring = false, data = 64 } = {}): Buffer {
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(8 + data, 4);
  const parts = [head, Buffer.alloc(data, 0x55)];
  let at = 8 + data;
  directories.forEach((tags, index) => {
    const entries = Object.entries(tags).map(([tag, value]): [number, number] => [Number(tag), tag === '273' ? 8 : value]);
    const directory = Buffer.alloc(2 + 12 * entries.length + 4);
    directory.writeUInt16LE(entries.length);
    entries.forEach(([tag, value], number) => {
      directory.writeUInt16LE(tag, 2 + 12 * number);
      directory.writeUInt16LE(4, 4 + 12 * number);
      directory.writeUInt32LE(1, 6 + 12 * number);
      directory.writeUInt32LE(value, 10 + 12 * number);
    });
    at += directory.length;
    directory.writeUInt32LE(index < directories.length - 1 ? at : ring ? 8 + data : 0, directory.length - 4);
    parts.push(directory);
  });
  return Buffer.concat(parts);
}
