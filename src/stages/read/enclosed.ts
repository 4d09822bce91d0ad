import type { Enclosed, Piece } from '../../model/enclosed.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import { isPdf } from './rejection.ts';

/** More attachments than this are not looked at. */
const MOST_PIECES = 1000;

/** What the document holds beside its pages: attachments of the file and of its pages, and whether its pages are only a notice. */
export async function enclosedIn(document: PDFDocumentProxy, bytes: Uint8Array): Promise<Enclosed> {
  const ofFile: unknown = await document.getAttachments().catch(() => null);
  const ofPages = mayBeOnPages(bytes) ? await attachedToPages(document) : [];
  const pieces = [...valuesOf(ofFile), ...ofPages].flatMap((value) => pieceOf(value) ?? []);
  return { pieces: pieces.slice(0, MOST_PIECES), isDynamicForm: NEEDS_ADOBE.test(latin1(bytes)) || (await isDynamicForm(document)) };
}

/** A file says so itself when its pages are drawn by Adobe's reader only. */
const NEEDS_ADOBE = /\/NeedsRendering\s+true\b/u;

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Whether a page can have a file pinned to it: the word for it stands in the file, unless that part of the file is packed. */
function mayBeOnPages(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.includes('/FileAttachment') || file.includes('/ObjStm');
}

/** Files pinned to pages, in the order of the pages. */
async function attachedToPages(document: PDFDocumentProxy): Promise<readonly unknown[]> {
  const files: unknown[] = [];
  for (let n = 1; n <= document.numPages && files.length < MOST_PIECES; n++) {
    const annotations: readonly unknown[] = await document.getPage(n).then(
      (page) => page.getAnnotations(),
      () => [],
    );
    for (const annotation of annotations) {
      const file = field(annotation, 'file');
      if (file !== undefined) files.push(file);
    }
  }
  return files;
}

/** A form of the XFA kind is drawn from its own description, unless the file also holds ordinary fields that show the same. */
async function isDynamicForm(document: PDFDocumentProxy): Promise<boolean> {
  const metadata: unknown = await document.getMetadata().catch(() => null);
  const info = field(metadata, 'info');
  return field(info, 'IsXFAPresent') === true && field(info, 'IsAcroFormPresent') !== true;
}

function pieceOf(value: unknown): Piece | null {
  const bytes = field(value, 'content');
  const name = field(value, 'filename');
  if (!(bytes instanceof Uint8Array)) return null;
  return { name: typeof name === 'string' && name !== '' ? name : 'sans-nom', bytes, isPdf: isPdf(bytes) };
}

function valuesOf(record: unknown): readonly unknown[] {
  if (record instanceof Map) return [...record.values()];
  return typeof record === 'object' && record !== null ? Object.values(record) : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
