import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Box, Place } from '../../model/geometry.ts';
import { greyPng } from './png.ts';

/** Dots an inch: small print stays readable on paper. */
const DPI = 130;
const LONGEST_SIDE = 4000;
/** Points of page shown around the place, so that its row and its neighbours can be read. */
const AROUND = 26;
const TALLEST = 230;
/** Shown at about its own size on the width of a sheet of A4. */
const WIDE = 520;

/** A strip of a page around a place, as a grey PNG. `strip` and `mark` are boxes on the page, in points. */
export interface PlacePicture {
  readonly png: Buffer;
  readonly strip: Box;
  readonly mark: Box;
}

/** The part of the page to show: the place, what stands left of it on its row as far as paper allows, a little above and below. */
export function stripAround([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  const top = Math.max(0, Math.min(y0, height) - AROUND);
  const across = Math.min(width, Math.max(WIDE, x1 - x0 + 2 * AROUND));
  const right = Math.min(width, Math.max(x1 + AROUND, across));
  return [Math.max(0, right - across), top, right, Math.min(height, Math.max(y1, y0 + 1) + AROUND, top + TALLEST)];
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly scale: number;
}

function cut({ width, height, pixels, scale }: Drawn, [x0, y0, x1, y1]: Box): Buffer | null {
  const [left, top] = [Math.floor(x0 * scale), Math.floor(y0 * scale)];
  const [right, bottom] = [Math.min(width, Math.ceil(x1 * scale)), Math.min(height, Math.ceil(y1 * scale))];
  if (right - left < 2 || bottom - top < 2) return null;
  const part = new Uint8Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row += 1)
    part.set(pixels.subarray(row * width + left, row * width + right), (row - top) * (right - left));
  return greyPng(right - left, bottom - top, part);
}

/** A picture of each place, in order; `null` where it cannot be drawn. Each page is drawn once. Throws nothing. */
export async function placePictures(bytes: Uint8Array, places: readonly Place[], password?: string): Promise<(PlacePicture | null)[]> {
  const found: (PlacePicture | null)[] = places.map(() => null);
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes, password);
    try {
      for (const page of new Set(places.map((place) => place.page))) {
        const drawn = await drawPage(document, page).catch(() => null);
        if (drawn === null) continue;
        places.forEach(({ page: on, box }, index) => {
          if (on !== page) return;
          const strip = stripAround(box, drawn.width / drawn.scale, drawn.height / drawn.scale);
          const png = cut(drawn, strip);
          if (png !== null) found[index] = { png, strip, mark: box };
        });
      }
    } finally {
      document.destroy();
    }
  } catch {
    return found;
  } finally {
    library.destroy();
  }
  return found;
}

type PdfiumDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

async function drawPage(document: PdfiumDocument, number: number): Promise<Drawn> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(DPI / 72, LONGEST_SIDE / Math.max(originalWidth, originalHeight));
  const kept: { drawn: Drawn | null } = { drawn: null };
  await page.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    scale: 1,
    colorSpace: 'Gray',
    render: (bitmap) => {
      kept.drawn = { width: bitmap.width, height: bitmap.height, pixels: Uint8Array.from(bitmap.data), scale };
      return Promise.resolve(new Uint8Array());
    },
  });
  if (kept.drawn === null) throw new Error(`page ${String(number)} gave no picture`);
  return kept.drawn;
}
