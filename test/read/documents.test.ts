import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentRejected } from '../../src/model/errors.ts';
import { wordText, type Page } from '../../src/model/page.ts';
import { openPdf } from '../../src/stages/read/open-pdf.ts';
import { readPages } from '../../src/stages/read/read-pages.ts';
import { makePdf } from './make-pdf.ts';
import { show } from './support.ts';

const BAD = new URL('../fixtures/bad/', import.meta.url);
const LIMITS = { maxPages: 100 };

async function outcomeOf(bytes: Uint8Array, options: { password?: string; maxPages: number } = LIMITS): Promise<string> {
  try {
    return (await readPages(bytes, options)).map((page) => page.defect ?? textOf(page)).join(' / ');
  } catch (error) {
    if (error instanceof DocumentRejected) return error.raison;
    throw error;
  }
}

function textOf(page: Page): string {
  return page.words.map((word) => wordText(word)).join(' ');
}

const bytesOf = (name: string): Uint8Array => Uint8Array.from(readFileSync(new URL(name, BAD)));
const two = { pages: [{ content: show('Page une', 50, 200) }, { content: show('Page deux', 50, 200) }] };

/** What a library leaves to nobody: it would end a process that does not look. */
const unnoticed: unknown[] = [];
const notice = (reason: unknown): void => {
  unnoticed.push(reason);
};
beforeAll(() => {
  process.on('unhandledRejection', notice);
});
afterAll(() => {
  process.off('unhandledRejection', notice);
});

describe('a document', () => {
  it('gives its pages, one by one or all together, and leaves the bytes to the caller', async () => {
    const bytes = makePdf(two);
    const copy = Uint8Array.from(bytes);
    const pdf = await openPdf(bytes, LIMITS);
    expect(pdf.pageCount).toBe(2);
    expect(textOf(await pdf.readPage(2))).toBe('Page deux');
    expect(textOf(await pdf.readPage(1))).toBe('Page une');
    await pdf.close();
    expect(bytes).toEqual(copy);
    expect((await readPages(bytes, LIMITS)).map((page) => page.number)).toEqual([1, 2]);
  });

  it('is the same whether compressed or not, and whenever it is read', async () => {
    const content = Array.from(
      { length: 20 },
      (_, index) =>
        show(`Ligne ${String(index)} : ${String(index * 137)} \\200`, 20, 280 - 12 * index) +
        `20 ${String(278 - 12 * index)} 300 0.5 re f `,
    ).join('');
    const plain = await readPages(makePdf({ pages: [{ content }] }), LIMITS);
    expect(plain[0]?.words).toHaveLength(100);
    expect(await readPages(makePdf({ pages: [{ content }], compressed: true }), LIMITS)).toEqual(plain);
  });

  it('may have lines before its header and after its end', async () => {
    const bytes = makePdf(two);
    const wrapped = Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), bytes, Buffer.alloc(4000)]);
    expect(await outcomeOf(Uint8Array.from(wrapped))).toBe('Page une / Page deux');
  });

  it('may have a wrong table of contents, and lack its last line', async () => {
    const text = Buffer.from(makePdf(two)).toString('latin1');
    const shifted = text.replace(/^0000000(\d{3}) 00000 n/gmu, '0000009$1 00000 n');
    expect(await outcomeOf(Uint8Array.from(Buffer.from(shifted, 'latin1')))).toBe('Page une / Page deux');
    expect(await outcomeOf(Uint8Array.from(Buffer.from(text.replace('%%EOF', ''), 'latin1')))).toBe('Page une / Page deux');
  });

  it('keeps its good pages when one cannot be read', async () => {
    const text = Buffer.from(makePdf(two)).toString('latin1').replace('/Kids [10 0 R 12 0 R]', '/Kids [10 0 R 99 0 R]');
    expect(await outcomeOf(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe('Page une / page_illisible');
  });

  it('is refused above the limit of pages', async () => {
    expect(await outcomeOf(makePdf(two), { maxPages: 1 })).toBe('trop_de_pages');
    expect(await outcomeOf(makePdf(two), { maxPages: 2 })).toBe('Page une / Page deux');
  });
});

describe('a bad file', () => {
  const expected: Readonly<Record<string, string>> = {
    'vide.pdf': 'vide',
    'texte.pdf': 'pas_un_pdf',
    'image.pdf': 'pas_un_pdf',
    'tronque.pdf': 'tronque',
    'donnees-abimees.pdf': 'corrompu',
    'zeros-au-milieu.pdf': 'corrompu',
    'sans-catalogue.pdf': 'corrompu',
    'sans-page.pdf': 'sans_page',
    'page-introuvable.pdf': 'corrompu',
    'protege.pdf': 'chiffre',
    'pages-en-boucle.pdf': 'corrompu',
  };

  it.each(Object.entries(expected))('%s is refused: %s', async (name, raison) => {
    expect(await outcomeOf(bytesOf(name))).toBe(raison);
  });

  it('each has its line above', () => {
    expect(
      readdirSync(BAD)
        .filter((name) => name.endsWith('.pdf'))
        .sort(),
    ).toEqual(Object.keys(expected).sort());
  });

  it('that is protected opens with its password and no other', async () => {
    expect(await outcomeOf(bytesOf('protege.pdf'), { ...LIMITS, password: 'sésame' })).toBe('Programme 2025');
    expect(await outcomeOf(bytesOf('protege.pdf'), { ...LIMITS, password: 'autre' })).toBe('chiffre');
  });
});

describe('whatever happens to a file', () => {
  const content = Array.from({ length: 30 }, (_, index) =>
    show(`Action ${String(index)} ${String((index * 7919) % 1000)}`, 20, 290 - 9 * index, { size: 8 }),
  ).join('');
  const whole = makePdf({ pages: [{ content }, { content: content.replaceAll('Action', 'Mesure') }], compressed: true });
  const REJECTIONS = ['pas_un_pdf', 'vide', 'tronque', 'corrompu', 'sans_page', 'chiffre'];

  it('cut anywhere, it is read whole or refused: never in part', async () => {
    const all = await outcomeOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const outcome = await outcomeOf(whole.slice(0, length));
        expect([all, ...REJECTIONS]).toContain(outcome);
      }),
      { numRuns: 80 },
    );
  });

  it('overwritten anywhere, it is read whole or refused, or says which page it lost', async () => {
    const all = await outcomeOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 16, maxLength: 64 }), async (at, noise) => {
        const bytes = Uint8Array.from(whole);
        // Binary noise, as a disk makes it: some of it is no text.
        bytes.set(Uint8Array.from(noise, (byte, index) => (index % 8 === 0 ? 1 : byte)).subarray(0, whole.length - at), at);
        const outcome = await outcomeOf(bytes);
        if (!outcome.includes('page_')) expect([all, ...REJECTIONS]).toContain(outcome);
      }),
      { numRuns: 120 },
    );
  });

  it('any bytes at all are pages or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, header) => {
        await outcomeOf(header ? Uint8Array.from([...Buffer.from('%PDF-1.7\n'), ...noise, ...Buffer.from('\n%%EOF')]) : noise);
      }),
      { numRuns: 60 },
    );
  });
});
