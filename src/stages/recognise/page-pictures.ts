import { inflateSync } from 'node:zlib';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import type { Picture } from './pixels/picture.ts';

/** Resolution that everything after works at. */
export const WORKING_DPI = 300;
/** A sheet larger than this (pixels at the resolution it is drawn) is drawn smaller: A2 at 300 dpi. */
const MOST_PIXELS = 36e6;

/** Squares of pixels that are looked at for colour, their largest side, and the share of them that makes a page coloured. */
const GLANCE = 400_000;
const LARGEST_SQUARE = 16;
const SOME_COLOUR = 0.0004;
/** Difference between a square's strongest and weakest part from which on it has a colour. */
const COLOURED = 18;

/** A page as it is displayed, in grey. */
export interface PagePicture {
  readonly picture: Picture;
  /** The strongest part of each pixel, which coloured ink leaves light; the picture itself on a page without colour. */
  readonly light: Picture;
  /** The scan itself knows black and white only: no ink on it is paler than other. */
  readonly bilevel?: boolean;
  readonly dpi: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Draws pages of one open document. */
export interface PagePictures {
  readonly pageCount: number;
  /** Page `n` from 1, at the resolution of its largest picture, 72 to 300 dpi. Throws when it cannot be drawn. */
  draw(n: number): Promise<PagePicture>;
  close(): void;
}

export async function openPagePictures(bytes: Uint8Array, password?: string): Promise<PagePictures> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(bytes, password);
  } catch (error) {
    library.destroy();
    throw error;
  }
  return {
    pageCount: document.getPageCount(),
    draw: (n) => draw(document, n),
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
}

async function draw(document: PDFiumDocument, n: number): Promise<PagePicture> {
  const page = document.getPage(n - 1);
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const { dpi: native, bilevel } = await largestPicture(page, width, height);
  const dpi = Math.min(native, WORKING_DPI, 72 * Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  const size = { width: Math.max(1, Math.round((width * dpi) / 72)), height: Math.max(1, Math.round((height * dpi) / 72)) };
  let picture: Picture | null = null;
  let light: Picture | null = null;
  // In colour, as PDFium draws grey slower: it draws in colour and looks at each pixel again.
  await page.render({
    ...size,
    scale: 1,
    colorSpace: 'BGRA',
    render: (bitmap) => {
      const extent = { width: bitmap.width, height: bitmap.height };
      const pixels = wholePixels(bitmap.data);
      const { grey, hasTint } = greyOf(pixels);
      picture = { ...extent, data: grey };
      if (hasTint && showsColour(pixels, bitmap.width, bitmap.height)) light = { ...extent, data: lightOf(pixels) };
      return Promise.resolve(new Uint8Array());
    },
  });
  if (picture === null) throw new Error('nothing was drawn');
  return { picture, light: light ?? picture, bilevel, dpi, width, height };
}

/** Red, green, blue and opacity of each pixel in one number, the lowest byte first. */
function wholePixels(bytes: Uint8Array): Uint32Array {
  const own = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(own.buffer, own.byteOffset, own.length >> 2);
}

/** By the means of small squares: single pixels of a grey page may have a tint. */
function showsColour(pixels: Uint32Array, width: number, height: number): boolean {
  const side = Math.max(1, Math.min(LARGEST_SQUARE, Math.round(Math.sqrt((width * height) / GLANCE))));
  const columns = Math.floor(width / side);
  const rows = Math.floor(height / side);
  let left = SOME_COLOUR * columns * rows;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let ends = 0;
      let middle = 0;
      for (let y = 0, from = row * side * width + column * side; y < side; y++, from += width)
        for (let at = from; at < from + side; at++) {
          const pixel = pixels[at] ?? 0;
          // Two sums at once, sixteen bits each.
          ends += pixel & 0xff00ff;
          middle += (pixel >>> 8) & 255;
        }
      const [first, last] = [ends & 0xffff, ends >>> 16];
      if (Math.max(first, middle, last) - Math.min(first, middle, last) < COLOURED * side * side) continue;
      left--;
      if (left < 0) return true;
    }
  return false;
}

/** Each pixel in grey, and whether any has a tint. */
function greyOf(pixels: Uint32Array): { readonly grey: Uint8Array; readonly hasTint: boolean } {
  const grey = new Uint8Array(pixels.length);
  let hasTint = false;
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0;
    if (((pixel ^ (pixel >>> 8)) & 0xffff) === 0) grey[at] = pixel & 255;
    else {
      hasTint = true;
      grey[at] = ((pixel & 255) * 77 + ((pixel >>> 8) & 255) * 150 + ((pixel >>> 16) & 255) * 29) >> 8;
    }
  }
  return { grey, hasTint };
}

function lightOf(pixels: Uint32Array): Uint8Array {
  const light = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0;
    const [first, middle, last] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];
    const more = first > middle ? first : middle;
    light[at] = more > last ? more : last;
  }
  return light;
}

/** Dots an inch of the page's largest picture if it fills the page (300 where there is none), and whether it is one bit deep. */
async function largestPicture(
  page: ReturnType<PDFiumDocument['getPage']>,
  width: number,
  height: number,
): Promise<{ readonly dpi: number; readonly bilevel: boolean }> {
  let largest: RawImage | null = null;
  for (const object of page.objects()) {
    if (object.type !== 'image') continue;
    const raw = await object.getImageDataRaw().catch(() => null);
    if (raw !== null && raw.width * raw.height > (largest === null ? 0 : largest.width * largest.height)) largest = raw;
  }
  if (largest === null) return { dpi: WORKING_DPI, bilevel: false };
  const dpi = 72 * Math.sqrt((largest.width * largest.height) / Math.max(1, width * height));
  return { dpi: dpi < 72 ? WORKING_DPI : dpi, bilevel: isBilevel(largest) };
}

interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly filters: readonly string[];
}

/** By its coding, or by how much there is of it once unpacked: a bit for each pixel. */
function isBilevel({ width, height, data, filters }: RawImage): boolean {
  if (filters.some((filter) => filter === 'CCITTFaxDecode' || filter === 'JBIG2Decode')) return true;
  const row = Math.ceil(width / 8);
  if (filters.join() !== 'FlateDecode' || data.length > (row + 1) * height) return false;
  try {
    const { length } = inflateSync(data, { maxOutputLength: (row + 1) * height + 1024 });
    return length <= (row + 1) * height;
  } catch {
    return false;
  }
}
