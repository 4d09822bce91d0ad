import { DocumentRejected } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import { openPdf, type OpenOptions } from './open-pdf.ts';

/** All pages of a PDF, in order. Throws `DocumentRejected`; `corrompu` when not one page can be read. */
export async function readPages(bytes: Uint8Array, options: OpenOptions): Promise<Page[]> {
  const document = await openPdf(bytes, options);
  try {
    const pages: Page[] = [];
    for (let n = 1; n <= document.pageCount; n++) pages.push(await document.readPage(n));
    if (pages.every((page) => page.defect === 'page_illisible')) throw new DocumentRejected('corrompu', 'no page can be read');
    return pages;
  } finally {
    await document.close();
  }
}
