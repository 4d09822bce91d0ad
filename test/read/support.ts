import type { Page, Word } from '../../src/model/page.ts';
import { wordText } from '../../src/model/page.ts';
import { readPages } from '../../src/stages/read/read-pages.ts';
import { makePdf, type PageSpec, type PdfSpec } from './make-pdf.ts';

/** The one page of a PDF made of this content. */
export async function readOne(page: string | PageSpec, rest: Omit<PdfSpec, 'pages'> = {}): Promise<Page> {
  const pages = await readPages(makePdf({ pages: [typeof page === 'string' ? { content: page } : page], ...rest }), { maxPages: 10 });
  const [first] = pages;
  if (first === undefined) throw new Error('no page');
  return first;
}

export function texts(page: Page): string[] {
  return page.words.map((word) => wordText(word));
}

export function wordOf(page: Page, text: string): Word {
  const word = page.words.find((each) => wordText(each) === text);
  if (word === undefined) throw new Error(`no word "${text}" in ${texts(page).join(' | ')}`);
  return word;
}

/** Text at a place, in font F1 unless said otherwise. */
export function show(text: string, x: number, y: number, { font = 'F1', size = 10 } = {}): string {
  return `BT /${font} ${String(size)} Tf ${String(x)} ${String(y)} Td (${text}) Tj ET\n`;
}

/** Box numbers to a tenth of a point. */
export function rounded(box: readonly number[]): number[] {
  return box.map((value) => Math.round(value * 10) / 10 + 0);
}
