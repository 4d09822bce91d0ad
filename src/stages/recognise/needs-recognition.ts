import { matchesIn } from '../../french/matches.ts';
import type { Page } from '../../model/page.ts';

/** A picture of this many pixels may show a page's worth of text: a quarter of an A4 sheet at 100 dpi. */
const LARGE_PICTURE = 240_000;
/** How far around `/Image` its width and height stand. */
const DICTIONARY = 600;

/** Whether a PDF holds a picture large enough to be a scan, told from its bytes alone: the dictionaries of pictures are never compressed. */
export function holdsLargePicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    // `/ImageB` and the like name procedures, not pictures.
    if (
      !/^\/Image(?![A-Za-z])/u.test(file.toString('latin1', at, at + 7)) ||
      !/\/Subtype\s*$/u.test(file.toString('latin1', Math.max(0, at - 12), at))
    )
      continue;
    const around = file.toString('latin1', Math.max(0, at - DICTIONARY), at + DICTIONARY);
    const widths = matchesIn(around, /\/Width\s+(\d{2,6})(?!\s+\d+\s+R)/gu).map((match) => Number(match[1]));
    const heights = matchesIn(around, /\/Height\s+(\d{2,6})(?!\s+\d+\s+R)/gu).map((match) => Number(match[1]));
    if (widths.length === 0 || heights.length === 0) return true;
    if (Math.max(...widths) * Math.max(...heights) >= LARGE_PICTURE) return true;
  }
  // Inline pictures are small by nature, but a fax may be cut into many.
  return false;
}

/** Pages whose picture must be looked at: they gave no words though they paint something, an old recognition's words, or may show more than their text layer says. */
export function pagesToRecognise(pages: readonly Page[], hasPictures: boolean): number[] {
  return pages
    .filter(({ defect, source }) => defect !== 'page_blanche' && (defect !== null || source === 'mixte' || hasPictures))
    .map((page) => page.number);
}
