import { PDFiumLibrary } from '@hyzyla/pdfium';
import { greyPng } from './png.ts';

/** Dots an inch, and the longest side in pixels whatever the paper's size: enough to read, small enough to send. */
const DPI = 110;
const LONGEST_SIDE = 3000;

/**
 * A grey picture (PNG) of each page as displayed; `null` for a page that cannot be drawn. An empty list when the document cannot be opened:
 * whoever shows the pages then draws the words themselves.
 */
export async function pagePictures(bytes: Uint8Array, password?: string): Promise<(Buffer | null)[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes, password);
    try {
      const pictures: (Buffer | null)[] = [];
      for (const page of document.pages()) pictures.push(await picture(page).catch(() => null));
      return pictures;
    } finally {
      document.destroy();
    }
  } catch {
    return [];
  } finally {
    library.destroy();
  }
}

type PdfiumPage = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

async function picture(page: PdfiumPage): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(DPI / 72, LONGEST_SIDE / Math.max(originalWidth, originalHeight));
  const rendered = await page.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    scale: 1,
    colorSpace: 'Gray',
    render: (bitmap) => Promise.resolve(greyPng(bitmap.width, bitmap.height, bitmap.data)),
  });
  return Buffer.from(rendered.data);
}
