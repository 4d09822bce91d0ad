import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as library from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { keepingNatives } from './natives.ts';

export type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy };
export type Pdfjs = typeof library;

/**
 * Images above this many pixels are not decoded: reading native text needs none of their pixels, and a scan costs half a second a page,
 * a crafted image all of the memory.
 */
const LARGEST_DECODED_IMAGE = 1_000_000;

let loading: Promise<Pdfjs> | null = null;

/** The library, loaded at first use: it costs 0.3 s, which `--help` should not pay. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= keepingNatives(async () => {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // The part that reads the bytes, which the library would load with the first document, and which brings the same replacements.
    await import(pathToFileURL(join(installed(), 'legacy', 'build', 'pdf.worker.mjs')).href);
    return pdfjs;
  });
  return loading;
}

/** The folder of the installed package. */
function installed(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/** Starts opening `bytes`, which the library takes over. Everything it needs comes from the installed package: nothing is fetched. */
export function startLoading(pdfjs: Pdfjs, bytes: Uint8Array, password: string | undefined): PDFDocumentLoadingTask {
  const root = installed();
  return pdfjs.getDocument({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    // Says which characters of a font have a known meaning.
    fontExtraProperties: true,
    maxImageSize: LARGEST_DECODED_IMAGE,
    standardFontDataUrl: join(root, 'standard_fonts') + '/',
    cMapUrl: join(root, 'cmaps') + '/',
    cMapPacked: true,
  });
}
