import { describe, expect, it } from 'vitest';
import { documentHtml } from './html.ts';
import { cellBorders, placeCells } from './layout.ts';
import { wrappedLines } from './measure.ts';
import { documentFods } from './ods.ts';
import { documentFodt } from './odt.ts';
import type { Table, TypesetDocument } from './model.ts';

const spanned: Table = {
  kind: 'table',
  columns: [30, 40, 20],
  headerRows: 1,
  rows: [
    { cells: [{ text: 'Axe' }, { text: 'Action' }, { text: 'Coût' }] },
    { cells: [{ text: 'a', rowSpan: 2 }, { text: 'b' }, { text: '1 €' }] },
    { cells: [{ text: 'c' }, { text: '2 €' }] },
    { cells: [{ text: 'Total', colSpan: 2 }, { text: '3 €' }] },
  ],
};

const document: TypesetDocument = {
  title: 'Essai',
  font: 'Liberation Sans',
  size: 9,
  parts: [
    {
      page: { size: 'A4', orientation: 'landscape', margins: { top: 10, right: 10, bottom: 10, left: 10 } },
      blocks: [{ kind: 'paragraph', text: 'Propreté & "tri" <des> déchets' }, spanned],
    },
  ],
};

describe('typesetting', () => {
  it('places cells around the spans from above and from the left', () => {
    const places = placeCells(spanned).map(({ slots }) => slots.map((slot) => (slot === null ? null : slot.column)));
    expect(places).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [null, 1, 2],
      [0, null, 2],
    ]);
  });

  it('refuses rows that do not fill their table', () => {
    expect(() => placeCells({ ...spanned, rows: [{ cells: [{ text: 'alone' }] }] })).toThrow(/fills 1 of 3/u);
    expect(() => placeCells({ ...spanned, rows: [{ cells: [{ text: 'tall', rowSpan: 3 }, { text: '' }, { text: '' }] }] })).toThrow(
      /leaves its table/u,
    );
  });

  it('draws only the rules of the border style', () => {
    const placed = placeCells({ ...spanned, border: 'header' });
    const header = placed[0]?.slots[1];
    const body = placed[1]?.slots[1];
    if (header === undefined || header === null || body === undefined || body === null) throw new Error('cells are missing');
    expect(cellBorders({ ...spanned, border: 'header' }, header)).toEqual({ top: true, right: false, bottom: true, left: false });
    expect(cellBorders({ ...spanned, border: 'header' }, body)).toEqual({ top: false, right: false, bottom: false, left: false });
    expect(cellBorders({ ...spanned, border: 'outer' }, body)).toEqual({ top: false, right: false, bottom: false, left: false });
  });

  it('escapes text for every producer', () => {
    for (const source of [documentHtml(document), documentFodt(document), documentFods(document)]) {
      expect(source).toContain('Propreté &amp; &quot;tri&quot; &lt;des&gt; déchets');
    }
  });

  it('sets two tables next to each other', () => {
    const pair: TypesetDocument = {
      ...document,
      parts: document.parts.map((part) => ({ ...part, blocks: [{ kind: 'beside', left: spanned, right: spanned, at: 100 }] })),
    };
    expect(documentHtml(pair).match(/<table/gu)).toHaveLength(2);
    // A word processor holds both in a third, invisible table; a sheet has both in the same rows.
    expect(documentFodt(pair).match(/<table:table /gu)).toHaveLength(3);
    expect(documentFods(pair).match(/<table:table-row /gu)).toHaveLength(spanned.rows.length);
    expect(documentFods(pair).match(/2 €/gu)).toHaveLength(2);
  });

  it('gives spreadsheets rows high enough for their longest wrapped text', () => {
    const measure = { size: 10, width: 30, font: 'Liberation Sans', bold: false } as const;
    expect(wrappedLines('court', measure)).toBe(1);
    expect(wrappedLines('une phrase nettement plus longue que la colonne', measure)).toBeGreaterThanOrEqual(3);
    expect(wrappedLines('a\nb\nc', measure)).toBe(3);
  });
});
