import { deflateSync } from 'node:zlib';

/** One page to make. Coordinates in its content are PDF's own: points from the bottom left. */
export interface PageSpec {
  readonly content: string;
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  /** Added to the page's resources, beside the fonts F1 (Helvetica), F2 (Helvetica-Bold) and those of `fonts`. */
  readonly resources?: string;
  /** Added to the page's dictionary. */
  readonly entries?: string;
}

export interface PdfSpec {
  readonly pages: readonly PageSpec[];
  /** Further objects, numbered from 10: dictionaries, or dictionary and data of a stream. */
  readonly objects?: readonly (string | { readonly dictionary: string; readonly data: string })[];
  /** Name → object number. */
  readonly fonts?: Readonly<Record<string, number>>;
  readonly catalog?: string;
  readonly compressed?: boolean;
}

const FIRST_OBJECT = 10;

/** A correct PDF, small and written by hand. Text in contents is WinAnsi (`\\351` is é). */
export function makePdf({ pages, objects = [], fonts = {}, catalog = '', compressed = false }: PdfSpec): Uint8Array {
  const pageNumber = (index: number): number => FIRST_OBJECT + objects.length + 2 * index;
  const written: [number, string][] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [
      2,
      `<< /Type /Pages /Kids [${pages.map((_, index) => `${String(pageNumber(index))} 0 R`).join(' ')}] /Count ${String(pages.length)} >>`,
    ],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'],
    ...objects.map((object, index): [number, string] => [
      FIRST_OBJECT + index,
      typeof object === 'string' ? object : stream(object.dictionary, object.data, compressed),
    ]),
    ...pages.flatMap((page, index): [number, string][] => [
      [pageNumber(index), pageObject(page, pageNumber(index) + 1, fonts)],
      [pageNumber(index) + 1, stream('', page.content, compressed)],
    ]),
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of written) {
    offsets.set(number, pdf.length);
    pdf += `${String(number)} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  pdf += `xref\n0 ${String(size)}\n${entries.join('')}trailer\n<< /Size ${String(size)} /Root 1 0 R >>\nstartxref\n${String(pdf.length)}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(pdf, 'latin1'));
}

function pageObject(page: PageSpec, contents: number, fonts: Readonly<Record<string, number>>): string {
  const named = Object.entries({ F1: 3, F2: 4, ...fonts }).map(([name, number]) => `/${name} ${String(number)} 0 R`);
  return [
    '<< /Type /Page /Parent 2 0 R',
    `/MediaBox [${(page.mediaBox ?? [0, 0, 400, 300]).join(' ')}]`,
    page.cropBox === undefined ? '' : `/CropBox [${page.cropBox.join(' ')}]`,
    page.rotate === undefined ? '' : `/Rotate ${String(page.rotate)}`,
    `/Contents ${String(contents)} 0 R /Resources << /Font << ${named.join(' ')} >> ${page.resources ?? ''} >> ${page.entries ?? ''} >>`,
  ].join(' ');
}

function stream(dictionary: string, text: string, compressed: boolean): string {
  const data = compressed ? deflateSync(Buffer.from(text, 'latin1')).toString('latin1') : text;
  return `<< ${dictionary} ${compressed ? '/Filter /FlateDecode' : ''} /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
}

/** A simple font whose codes mean what `toUnicode` says (code → hexadecimal UTF-16); every glyph 500/1000 wide but for `widths`. */
export function fontMeaning(
  toUnicode: Readonly<Record<number, string>>,
  widths: Readonly<Record<number, number>> = {},
): [string, { dictionary: string; data: string }] {
  const codes = Array.from({ length: 224 }, (_, index) => index + 32);
  const lines = Object.entries(toUnicode).map(([code, hex]) => `<${Number(code).toString(16).padStart(2, '0')}> <${hex}>`);
  const data = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${String(lines.length)} beginbfchar
${lines.join('\n')}
endbfchar endcmap end end`;
  return [
    `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Invented /FirstChar 32 /LastChar 255 /Widths [${codes.map((code) => widths[code] ?? 500).join(' ')}] /ToUnicode 11 0 R /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Invented /Flags 32 /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >> >>`,
    { dictionary: '', data },
  ];
}
