import { DocumentRejected, rejectedFor } from '../../../model/errors.ts';
import { isJpeg, jpegSheet } from './jpeg.ts';
import { pdfOfSheets } from './pdf-of-sheets.ts';
import { isPng, pngSheet } from './png.ts';
import { isTiff, tiffSheets } from './tiff.ts';

/**
 * The bytes to read as a PDF: those given, or, of an image file (JPEG, PNG, TIFF), a PDF with one page an image, so that what comes after knows scanned PDFs only.
 * The document's identity stays that of the bytes given. Throws `DocumentRejected` (tronque, corrompu, trop_grand, trop_de_pages, sans_page, illisible) when an image
 * file cannot be shown whole.
 */
export function asPdf(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (isJpeg(file)) return pdfOfSheets([jpegSheet(file)]);
    if (isPng(file)) return pdfOfSheets([pngSheet(file)]);
    if (isTiff(file)) return pdfOfSheets(tiffSheets(file));
  } catch (error) {
    // Whatever a damaged file makes a decoder do (read past its end, ask for a size that cannot be): the file's fault.
    throw error instanceof DocumentRejected
      ? error
      : rejectedFor('image_endommagee', error instanceof Error ? error.message : String(error));
  }
  return bytes;
}
