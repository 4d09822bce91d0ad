import { deflateSync } from 'node:zlib';

/** One page of an image-only PDF: its picture as a PDF stream, and further content (an old text layer) laid over it. */
export interface ImagePage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly [width: number, height: number];
  readonly dictionary: string;
  readonly data: Uint8Array;
  readonly rotate?: number;
  readonly overlay?: string;
}

export const JPEG_GREY = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode';
export const JPEG_COLOUR = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
export const ONE_BIT = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode';

/** Packs grey pixels as black and white, eight a byte, each row begun on a new byte, deflated. */
export function oneBit(width: number, height: number, data: Uint8Array, threshold: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[y * width + x] ?? 0) >= threshold) rows[y * stride + (x >> 3)] = (rows[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  return deflateSync(rows, { level: 9 });
}

/** A PDF with one picture a page, as scanners write them. */
export function imagePdf(pages: readonly ImagePage[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (text: string | Uint8Array): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text);
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (body: () => void): void => {
    offsets.push(length);
    write(`${String(offsets.length)} 0 obj\n`);
    body();
    write('\nendobj\n');
  };
  const stream = (dictionary: string, data: Uint8Array): void => {
    write(`<< ${dictionary} /Length ${String(data.length)} >>\nstream\n`);
    write(data);
    write('\nendstream');
  };
  const FIRST = 4;
  const kids = pages.map((_, index) => `${String(FIRST + 3 * index)} 0 R`).join(' ');
  write('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n');
  object(() => write('<< /Type /Catalog /Pages 2 0 R >>'));
  object(() => write(`<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`));
  object(() => write('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'));
  for (const [index, page] of pages.entries()) {
    const at = FIRST + 3 * index;
    object(() =>
      write(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width.toFixed(2)} ${page.height.toFixed(2)}] ${page.rotate === undefined ? '' : `/Rotate ${String(page.rotate)} `}/Contents ${String(at + 1)} 0 R /Resources << /XObject << /I ${String(at + 2)} 0 R >> /Font << /F1 3 0 R >> >> >>`,
      ),
    );
    const content = `q ${page.width.toFixed(2)} 0 0 ${page.height.toFixed(2)} 0 0 cm /I Do Q\n${page.overlay ?? ''}`;
    object(() => stream('', Buffer.from(content, 'latin1')));
    const [width, height] = page.pixels;
    object(() => stream(`/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} ${page.dictionary}`, page.data));
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${String(offsets.length + 1)}\n0000000000 65535 f \n${entries}`);
  write(`trailer\n<< /Size ${String(offsets.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}
