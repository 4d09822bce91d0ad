import type { Enclosed } from '../../model/enclosed.ts';
import { DocumentRejected } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import { damageOf } from './damage.ts';
import { enclosedIn } from './enclosed.ts';
import { spellingsOf } from './passwords.ts';
import { loadPdfjs, startLoading, type Pdfjs, type PDFDocumentProxy } from './pdfjs.ts';
import { readPage, type PageContext } from './read-page.ts';
import { checkHeader, endingOf, rejectionFor, type Ending } from './rejection.ts';

export interface OpenOptions {
  readonly password?: string;
  readonly maxPages: number;
}

/** An open document; `close` it when done, or its memory stays. */
export interface OpenPdf {
  readonly pageCount: number;
  /** Page `n`, counted from 1. A page that cannot be read comes back empty, with the defect `page_illisible`. */
  readPage(n: number): Promise<Page>;
  enclosed(): Promise<Enclosed>;
  close(): Promise<void>;
}

/** Opens a PDF. Throws `DocumentRejected` (vide, pas_un_pdf, tronque, corrompu, chiffre, sans_page, trop_de_pages). */
export async function openPdf(bytes: Uint8Array, options: OpenOptions): Promise<OpenPdf> {
  checkHeader(bytes);
  const ending = endingOf(bytes);
  if (ending === 'cut') throw new DocumentRejected('tronque');
  const damage = damageOf(bytes);
  if (damage !== null) throw new DocumentRejected('corrompu', damage);
  const pdfjs = await loadPdfjs();
  const { document, close } = await load(pdfjs, bytes, options.password, ending);
  try {
    const pageCount = document.numPages;
    if (pageCount < 1) throw new DocumentRejected('sans_page');
    if (pageCount > options.maxPages) throw new DocumentRejected('trop_de_pages', `${String(pageCount)} pages`);
    const context = await contextOf(pdfjs, document);
    return { pageCount, readPage: (n) => readOr(document, n, context), enclosed: () => enclosedIn(document, bytes), close };
  } catch (error) {
    await close();
    throw rejectionFor(error, ending);
  }
}

async function load(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  password: string | undefined,
  ending: Ending,
): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  let refusal: unknown = null;
  for (const spelling of spellingsOf(password)) {
    // The library takes its bytes over; the caller keeps theirs.
    const task = startLoading(pdfjs, Uint8Array.from(bytes), spelling);
    try {
      return { document: await task.promise, close: () => task.destroy() };
    } catch (error) {
      await task.destroy();
      refusal = error;
      if (!(error instanceof Error && error.name === 'PasswordException')) break;
    }
  }
  throw rejectionFor(refusal, ending, password);
}

async function contextOf(pdfjs: Pdfjs, document: PDFDocumentProxy): Promise<PageContext> {
  const layers = await document.getOptionalContentConfig();
  const fields: unknown = await document.getFieldObjects().catch(() => null);
  return {
    pdfjs,
    isVisible: (group) => {
      try {
        return group === null || group === undefined || layers.isVisible(group) !== false;
      } catch {
        return true;
      }
    },
    hasFields: fields !== null,
  };
}

async function readOr(document: PDFDocumentProxy, n: number, context: PageContext): Promise<Page> {
  try {
    const page = await document.getPage(n);
    try {
      return await readPage(page, context);
    } finally {
      page.cleanup();
    }
  } catch {
    return { number: n, width: 0, height: 0, source: 'texte', words: [], rules: [], fills: [], defect: 'page_illisible' };
  }
}
