import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { wordText, type Page, type Rule } from '../../src/model/page.ts';
import { readPages } from '../../src/stages/read/read-pages.ts';

/** The same small document printed by a browser and by an office suite: their sources lie beside them. */
const PARAGRAPH =
  'La spécification officielle affine l’offre : 1er trimestre, 30 m², soit 13 568 € ou 2 400,50 €¹, valorisés à 50 % pour l’aménagement des espaces.';

function bytesOf(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url)));
}

async function only(name: string): Promise<Page> {
  const [page, ...more] = await readPages(bytesOf(name), { maxPages: 1 });
  if (page === undefined || more.length > 0) throw new Error('not one page');
  return page;
}

/** The rules that touch the band around a word's line, by orientation. */
function rulesAround(page: Page, text: string): { horizontal: number; vertical: number } {
  const word = page.words.find((each) => wordText(each) === text);
  if (word === undefined) throw new Error(`no word ${text}`);
  const near = ({ box }: Rule): boolean => box[1] < word.box[3] + 6 && box[3] > word.box[1] - 6;
  const count = (orientation: Rule['orientation']): number =>
    page.rules.filter((rule) => rule.orientation === orientation && near(rule)).length;
  return { horizontal: count('horizontal'), vertical: count('vertical') };
}

describe.each([
  ['navigateur', 5],
  ['bureautique', 4],
] as const)('a page printed by %s', (name, edges) => {
  it('gives the words a reader sees', async () => {
    const page = await only(name);
    const text = page.words.map((word) => wordText(word)).join(' ');
    expect(text).toContain('PROGRAMME TFPB');
    expect(text).toContain(PARAGRAPH);
    expect(text).toContain('Sur-entretien Nettoyage renforcé 1 250 € Enlèvement des tags 800 €');
    expect([page.source, page.defect]).toEqual(['texte', null]);
    const bold = page.words.filter((word) => word.bold).map((word) => wordText(word));
    expect(bold).toEqual(expect.arrayContaining(['PROGRAMME', 'Axe', 'Montant']));
    expect(bold).not.toEqual(expect.arrayContaining(['Sur-entretien']));
  });

  it('gives each border once, whatever it is drawn with', async () => {
    const page = await only(name);
    expect(rulesAround(page, 'tirets')).toEqual({ horizontal: 2, vertical: 3 });
    expect(rulesAround(page, '800').vertical).toBe(edges);
    expect(page.fills.length).toBeGreaterThanOrEqual(3);
    for (const fill of page.fills) expect(fill.shade).toBeLessThan(0.3);
  });

  it('gives the characters that the library itself finds, no more and no fewer', async () => {
    const page = await only(name);
    const task = getDocument({ data: bytesOf(name), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    const sorted = (text: string): string => [...text.normalize('NFKC').replace(/[\s\u00ad]/gu, '')].sort().join('');
    expect(sorted(page.words.map((word) => wordText(word)).join(''))).toBe(
      sorted(items.map((item) => ('str' in item ? item.str : '')).join('')),
    );
  });
});

it('dotted lines and turned headers of a browser are read', async () => {
  const page = await only('navigateur');
  expect(rulesAround(page, 'pointillé')).toEqual({ horizontal: 2, vertical: 3 });
  expect(page.words.filter((word) => word.direction === 270).map((word) => wordText(word))).toEqual(['Droit', 'commun']);
});
