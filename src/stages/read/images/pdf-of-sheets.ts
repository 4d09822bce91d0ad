import { deflateSync } from 'node:zlib';
import type { Density, Picture, Sheet } from './sheet.ts';

/** Below this, a density is what a camera or a screen states for want of one. */
const LOWEST_MEASURED = 99;
/** The longer side of a sheet of paper, in inches. */
const PAPER = { shortest: 3, longest: 50 };
const A4 = { short: 8.27, long: 11.69 };
/** Faxes have twice as many dots one way as the other. */
const MOST_OBLONG = 4;

const TURNS: Readonly<Record<number, { readonly rotate: number; readonly isMirrored: boolean }>> = {
  2: { rotate: 0, isMirrored: true },
  3: { rotate: 180, isMirrored: false },
  4: { rotate: 180, isMirrored: true },
  5: { rotate: 270, isMirrored: true },
  6: { rotate: 90, isMirrored: false },
  7: { rotate: 90, isMirrored: true },
  8: { rotate: 270, isMirrored: false },
};

/** A PDF with these sheets as its pages, turned as they are to be looked at. */
export function pdfOfSheets(sheets: readonly Sheet[]): Buffer {
  const file = new PdfFile();
  const tree = file.reserve();
  const pages = sheets.map((sheet) => addPage(file, tree, sheet));
  file.set(tree, `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map(reference).join(' ')}] >>`);
  return file.end(file.add(`<< /Type /Catalog /Pages ${reference(tree)} >>`));
}

function addPage(file: PdfFile, tree: number, sheet: Sheet): number {
  const { x, y } = densityOf(sheet);
  const [width, height] = [(sheet.width * 72) / x, (sheet.height * 72) / y];
  const { rotate, isMirrored } = TURNS[sheet.orientation] ?? { rotate: 0, isMirrored: false };
  // Readers tell a page's resolution by its largest picture: one cut into parts lies on a white one of its full size.
  const pictures = sheet.pictures.length === 1 ? sheet.pictures : [blank(sheet), ...sheet.pictures];
  const numbers = pictures.map(({ width, height, entries, data }) =>
    file.add(
      `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} ${entries} /Length ${String(data.length)} >>`,
      data,
    ),
  );
  const draw = pictures.map((picture, index) => {
    const bottom = height - ((picture.top + picture.height) * 72) / y;
    const left = (picture.left * 72) / x;
    const matrix = [(picture.width * 72) / x, 0, 0, (picture.height * 72) / y, left, bottom].map(number).join(' ');
    return `q ${matrix} cm /P${String(index)} Do Q`;
  });
  const content = Buffer.from(`${isMirrored ? `-1 0 0 1 ${number(width)} 0 cm\n` : ''}${draw.join('\n')}\n`, 'latin1');
  const contents = file.add(`<< /Length ${String(content.length)} >>`, content);
  const named = numbers.map((picture, index) => `/P${String(index)} ${reference(picture)}`).join(' ');
  return file.add(
    `<< /Type /Page /Parent ${reference(tree)} /MediaBox [0 0 ${number(width)} ${number(height)}] /Rotate ${String(rotate)} ` +
      `/Contents ${reference(contents)} /Resources << /XObject << ${named} >> >> >>`,
  );
}

/** What the file states, if a sheet of paper may have it; otherwise what makes the image fill an A4 sheet. */
function densityOf({ width, height, density }: Sheet): Density {
  if (density !== null && Math.max(density.x, density.y) >= LOWEST_MEASURED) {
    const longest = Math.max(width / density.x, height / density.y);
    const oblong = Math.max(density.x / density.y, density.y / density.x);
    if (longest >= PAPER.shortest && longest <= PAPER.longest && oblong <= MOST_OBLONG) return density;
  }
  const dpi = Math.max(Math.max(width, height) / A4.long, Math.min(width, height) / A4.short);
  return { x: dpi, y: dpi };
}

function blank({ width, height }: Sheet): Picture {
  const data = deflateSync(Buffer.alloc(Math.ceil(width / 8) * height, 0xff));
  return { left: 0, top: 0, width, height, entries: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode', data };
}

const number = (value: number): string => String(Number(value.toFixed(4)));
const reference = (object: number): string => `${String(object)} 0 R`;

/** Objects of a PDF and where they stand. */
class PdfFile {
  readonly #parts: Uint8Array[] = [];
  readonly #offsets: number[] = [];
  #length = 0;

  constructor() {
    this.#write('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  reserve(): number {
    return this.#offsets.push(0);
  }

  set(object: number, dictionary: string, stream: Uint8Array | null = null): void {
    this.#offsets[object - 1] = this.#length;
    this.#write(`${String(object)} 0 obj\n${dictionary}\n`);
    if (stream !== null) {
      this.#write('stream\n');
      this.#push(stream);
      this.#write('\nendstream\n');
    }
    this.#write('endobj\n');
  }

  add(dictionary: string, stream: Uint8Array | null = null): number {
    const object = this.reserve();
    this.set(object, dictionary, stream);
    return object;
  }

  end(root: number): Buffer {
    const start = this.#length;
    const size = String(this.#offsets.length + 1);
    const entries = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    this.#write(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`);
    this.#write(`trailer\n<< /Size ${size} /Root ${reference(root)} >>\nstartxref\n${String(start)}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #write(text: string): void {
    this.#push(Buffer.from(text, 'latin1'));
  }

  #push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}
