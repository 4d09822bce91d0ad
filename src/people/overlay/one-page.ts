import { PDFiumLibrary } from '@hyzyla/pdfium';
import { greyPng } from './png.ts';

const LONGEST_SIDE = 4000;

type PdfiumDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

async function withDocument<T>(bytes: Uint8Array, use: (document: PdfiumDocument) => Promise<T> | T): Promise<T> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      return await use(document);
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

/** The size of each page as displayed, in points. Throws when the document cannot be opened. */
export function pageSizes(bytes: Uint8Array): Promise<{ largeur: number; hauteur: number }[]> {
  return withDocument(bytes, (document) =>
    [...document.pages()].map((page) => {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      return { largeur: originalWidth, hauteur: originalHeight };
    }),
  );
}

/** One page as displayed, grey, as a PNG. Throws when there is no such page or it cannot be drawn. */
export function drawOnePage(bytes: Uint8Array, number: number, dpi: number): Promise<Buffer> {
  return withDocument(bytes, async (document) => {
    if (number > document.getPageCount()) throw new RangeError(`no page ${String(number)}`);
    const page = document.getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(dpi / 72, LONGEST_SIDE / Math.max(originalWidth, originalHeight));
    const { data } = await page.render({
      width: Math.max(1, Math.round(originalWidth * scale)),
      height: Math.max(1, Math.round(originalHeight * scale)),
      scale: 1,
      colorSpace: 'Gray',
      render: (bitmap) => Promise.resolve(greyPng(bitmap.width, bitmap.height, bitmap.data)),
    });
    return Buffer.from(data);
  });
}
