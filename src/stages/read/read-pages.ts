import type { Enclosed } from '../../model/enclosed.ts';
import { DocumentRejected } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import { openPdf, type OpenOptions } from './open-pdf.ts';

/** A PDF as read: its pages, in order, and what it holds beside them. */
export interface PdfRead {
  readonly pages: readonly Page[];
  readonly enclosed: Enclosed;
}

/** Reads a whole PDF. Throws `DocumentRejected`; `corrompu` when not one page can be read. */
export async function readPdf(bytes: Uint8Array, options: OpenOptions): Promise<PdfRead> {
  const document = await openPdf(bytes, options);
  try {
    const pages: Page[] = [];
    for (let n = 1; n <= document.pageCount; n++) pages.push(await document.readPage(n));
    if (pages.every((page) => page.defect === 'page_illisible')) throw new DocumentRejected('corrompu', 'no page can be read');
    return { pages, enclosed: await document.enclosed() };
  } finally {
    await document.close();
  }
}

/** All pages of a PDF, in order; see {@link readPdf}. */
export async function readPages(bytes: Uint8Array, options: OpenOptions): Promise<Page[]> {
  return [...(await readPdf(bytes, options)).pages];
}

/** What a PDF holds beside its pages, without reading them. Throws `DocumentRejected`. */
export async function readEnclosed(bytes: Uint8Array, options: OpenOptions): Promise<Enclosed> {
  const document = await openPdf(bytes, options);
  try {
    return await document.enclosed();
  } finally {
    await document.close();
  }
}
