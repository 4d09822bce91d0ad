import { describe, expect, it } from 'vitest';
import { wordText } from '../../src/model/page.ts';
import { auditPages } from '../../src/stages/audit/pages.ts';
import { readEnclosed, readPdf } from '../../src/stages/read/read-pages.ts';
import { fontMeaning, makePdf, type PdfSpec } from './make-pdf.ts';
import { show } from './support.ts';

/** Files that are correct enough to be opened and mean no good, or mean well and are rare. */

const LIMITS = { maxPages: 3000 };

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { pages } = await readPdf(bytes, LIMITS);
  return pages.map(({ defect, words }) => defect ?? words.map(wordText).join(' '));
}

/** A correct file with one thing in it changed. */
function changed(spec: PdfSpec, from: string, to: string): Uint8Array {
  const text = Buffer.from(makePdf(spec)).toString('latin1');
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  return Uint8Array.from(Buffer.from(text.replace(from, to), 'latin1'));
}

const TWO: PdfSpec = { pages: [{ content: show('Page une', 50, 200) }, { content: show('Page deux', 50, 200) }] };
const ONE: PdfSpec = { pages: [{ content: show('Page une', 50, 200) }] };

describe('a page tree', () => {
  it('that holds itself beside a page gives the page, and says that another is missing', async () => {
    expect(await textsOf(changed(TWO, '/Kids [10 0 R 12 0 R]', '/Kids [10 0 R 2 0 R]'))).toEqual(['Page une', 'page_illisible']);
  });

  it('whose only branch holds itself has no page that can be reached', async () => {
    const branch = '<< /Type /Pages /Parent 2 0 R /Kids [10 0 R 11 0 R] /Count 1 >>';
    const bytes = changed({ ...ONE, objects: [branch] }, '/Kids [11 0 R]', '/Kids [10 0 R]');
    await expect(readPdf(bytes, LIMITS)).rejects.toMatchObject({ raison: 'corrompu' });
  });

  it.each(['6', '999999999'])('that says it has %s pages is counted', async (count) => {
    expect(await textsOf(changed(TWO, '/Count 2', `/Count ${count}`))).toEqual(['Page une', 'Page deux']);
  });

  it('of thousands of pages is refused before they are read, unless so many are allowed', async () => {
    const bytes = makePdf({ pages: Array.from({ length: 3001 }, () => ({ content: '' })) });
    await expect(readPdf(bytes, LIMITS)).rejects.toMatchObject({ raison: 'trop_de_pages' });
  });
});

describe('a page', () => {
  it('of 200 inches, and one beyond what any reader shows, keep their size and their words', async () => {
    const page = (side: number) => ({ mediaBox: [0, 0, side, side] as const, content: show('Loin', side - 400, side - 400) });
    const { pages } = await readPdf(makePdf({ pages: [page(14_400), page(144_000)] }), LIMITS);
    expect(pages.map(({ width, words }) => [width, words.map(wordText)])).toEqual([
      [14_400, ['Loin']],
      [144_000, ['Loin']],
    ]);
    expect(pages[0]?.words[0]?.box[1]).toBeGreaterThan(300);
  });

  it('with a script that opens windows is read, and the script does not run', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.tfpbWasHere = true; app.alert\\(1\\)) >>';
    const script = '<< /O << /S /JavaScript /JS (globalThis.tfpbWasHere = true) >> >>';
    expect(await textsOf(makePdf({ pages: [{ content: show('Page une', 50, 200), entries: `/AA ${script}` }], catalog }))).toEqual([
      'Page une',
    ]);
    expect(Reflect.has(globalThis, 'tfpbWasHere')).toBe(false);
  });
});

describe('a font', () => {
  const withFont = (meaning: Readonly<Record<number, string>>, content: string): Uint8Array => {
    const [font, table] = fontMeaning(meaning);
    return makePdf({ pages: [{ content }], objects: [font, table], fonts: { F9: 10 } });
  };
  const shown = (text: string, y: number): string => show(text, 50, y, { font: 'F9' });

  it('that gives no meaning to some of its characters leaves their place marked, never a guess', async () => {
    const known = Object.fromEntries([...'Montan'].map((letter) => [letter.charCodeAt(0), `00${letter.charCodeAt(0).toString(16)}`]));
    const { pages } = await readPdf(withFont(known, shown('Montage', 200) + shown('Montant', 150)), LIMITS);
    expect(pages[0]?.words.map(wordText)).toEqual(['Monta\ufffd\ufffd', 'Montant']);
    expect(auditPages(pages)).toMatchObject([{ code: 'caracteres_inconnus', gravite: 'alerte', place: { page: 1 } }]);
  });

  it.each([
    ['private characters', 0xe000],
    ['characters of another alphabet', 0x4e00],
  ])('that turns letters into %s gives no words', async (_what, base) => {
    const letters = 'Renforcement du nettoyage des parties communes';
    const meaning = Object.fromEntries([...letters].map((letter, index) => [letter.charCodeAt(0), (base + index).toString(16)]));
    expect(await textsOf(withFont(meaning, shown(letters, 200)))).toEqual(['texte_sans_unicode']);
  });
});

describe('what a file holds beside its pages', () => {
  const attached = (name: string, data: string): NonNullable<PdfSpec['objects']> => [
    `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 11 0 R >> >>`,
    { dictionary: '/Type /EmbeddedFile', data },
  ];

  it('is found whether attached to the file or pinned to a page', async () => {
    const inside = Buffer.from(makePdf(ONE)).toString('latin1');
    const catalog = '/Names << /EmbeddedFiles << /Names [(joint.pdf) 10 0 R] >> >>';
    const ofFile = makePdf({ ...ONE, objects: attached('joint.pdf', inside), catalog });
    const pin = '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 10 0 R >>]';
    const ofPage = makePdf({ pages: [{ content: '', entries: pin }], objects: attached('joint.pdf', inside) });
    for (const bytes of [ofFile, ofPage]) {
      const { pieces } = await readEnclosed(bytes, LIMITS);
      expect(pieces.map(({ name, isPdf }) => [name, isPdf])).toEqual([['joint.pdf', true]]);
      expect(await textsOf(pieces[0]?.bytes ?? new Uint8Array())).toEqual(['Page une']);
    }
  });

  it('a form that only its own reader draws is known as one; a form whose fields stand on the page is not', async () => {
    const form = { dictionary: '', data: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>' };
    const field = '<< /FT /Tx /T (a) /V (b) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>';
    const of = (fields: string): Uint8Array =>
      makePdf({ ...ONE, objects: [form, field], catalog: `/AcroForm << /Fields [${fields}] /XFA 10 0 R >>` });
    expect((await readEnclosed(of(''), LIMITS)).isDynamicForm).toBe(true);
    expect((await readEnclosed(of('11 0 R'), LIMITS)).isDynamicForm).toBe(false);
    expect((await readEnclosed(makePdf({ ...ONE, catalog: '/NeedsRendering true' }), LIMITS)).isDynamicForm).toBe(true);
  });
});
