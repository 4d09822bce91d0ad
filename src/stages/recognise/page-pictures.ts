import { inflateSync } from 'node:zlib';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import type { Picture } from './pixels/picture.ts';

/** Resolution that everything after works at. */
export const WORKING_DPI = 300;
/** A sheet larger than this (pixels at the resolution it is drawn) is drawn smaller: A2 at 300 dpi. */
const MOST_PIXELS = 36e6;

/** Pixels of a first look for colour, and the share of them that makes a page coloured. */
const GLANCE = 400_000;
const SOME_COLOUR = 0.0004;
/** Difference between a pixel's strongest and weakest part from which on it has a colour. */
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
  const coloured = await showsColour(document, n, width, height);
  let picture: Picture | null = null;
  let light: Picture | null = null;
  await document.getPage(n - 1).render({
    ...size,
    scale: 1,
    colorSpace: coloured ? 'BGRA' : 'Gray',
    render: (bitmap) => {
      const extent = { width: bitmap.width, height: bitmap.height };
      if (coloured) {
        picture = { ...extent, data: greyOf(bitmap.data) };
        light = { ...extent, data: lightOf(bitmap.data) };
      } else picture = { ...extent, data: Uint8Array.from(bitmap.data) };
      return Promise.resolve(new Uint8Array());
    },
  });
  if (picture === null) throw new Error('nothing was drawn');
  return { picture, light: light ?? picture, bilevel, dpi, width, height };
}

/** Looks at a small drawing of the page: most scans are black, white and grey, and cost a quarter so. */
async function showsColour(document: PDFiumDocument, n: number, width: number, height: number): Promise<boolean> {
  const scale = Math.min(1, Math.sqrt(GLANCE / Math.max(1, width * height)));
  let coloured = 0;
  await document.getPage(n - 1).render({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    scale: 1,
    colorSpace: 'BGRA',
    render: (bitmap) => {
      for (let at = 0; at < bitmap.data.length; at += 4) {
        const [a, b, c] = [bitmap.data[at] ?? 0, bitmap.data[at + 1] ?? 0, bitmap.data[at + 2] ?? 0];
        if (Math.max(a, b, c) - Math.min(a, b, c) >= COLOURED) coloured++;
      }
      coloured /= Math.max(1, bitmap.width * bitmap.height);
      return Promise.resolve(new Uint8Array());
    },
  });
  return coloured > SOME_COLOUR;
}

function greyOf(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length >> 2);
  for (let at = 0; at < grey.length; at++)
    grey[at] = ((pixels[4 * at] ?? 0) * 77 + (pixels[4 * at + 1] ?? 0) * 150 + (pixels[4 * at + 2] ?? 0) * 29) >> 8;
  return grey;
}

function lightOf(pixels: Uint8Array): Uint8Array {
  const light = new Uint8Array(pixels.length >> 2);
  for (let at = 0; at < light.length; at++) light[at] = Math.max(pixels[4 * at] ?? 0, pixels[4 * at + 1] ?? 0, pixels[4 * at + 2] ?? 0);
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
