import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import type { Picture } from './pixels/picture.ts';

/** Resolution that everything after works at. */
export const WORKING_DPI = 300;
/** A sheet larger than this (pixels at the resolution it is drawn) is drawn smaller: A2 at 300 dpi. */
const MOST_PIXELS = 36e6;

/** A page as it is displayed, in grey. */
export interface PagePicture {
  readonly picture: Picture;
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
  const native = await nativeDpi(page, width, height);
  const dpi = Math.min(native, WORKING_DPI, 72 * Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  const size = { width: Math.max(1, Math.round((width * dpi) / 72)), height: Math.max(1, Math.round((height * dpi) / 72)) };
  let picture: Picture | null = null;
  await document.getPage(n - 1).render({
    ...size,
    scale: 1,
    colorSpace: 'Gray',
    render: (bitmap) => {
      picture = { width: bitmap.width, height: bitmap.height, data: Uint8Array.from(bitmap.data) };
      return Promise.resolve(new Uint8Array());
    },
  });
  if (picture === null) throw new Error('nothing was drawn');
  return { picture, dpi, width, height };
}

/** Dots an inch of the page's largest picture if it fills the page; 300 where there is none. */
async function nativeDpi(page: ReturnType<PDFiumDocument['getPage']>, width: number, height: number): Promise<number> {
  let most = 0;
  for (const object of page.objects()) {
    if (object.type !== 'image') continue;
    const raw = await object.getImageDataRaw().catch(() => null);
    if (raw !== null) most = Math.max(most, raw.width * raw.height);
  }
  if (most === 0) return WORKING_DPI;
  const dpi = 72 * Math.sqrt(most / Math.max(1, width * height));
  return dpi < 72 ? WORKING_DPI : dpi;
}
