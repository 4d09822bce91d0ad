import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Cell, PageGrid } from '../../src/model/grid.ts';
import type { Page } from '../../src/model/page.ts';
import { escapeHtml } from '../../src/people/overlay/escape.ts';
import { overlayDocument, overlayHead, overlayTail } from '../../src/people/overlay/overlay-page.ts';
import { pagePictures } from '../../src/people/overlay/page-picture.ts';
import { rolesByCell } from '../../src/people/overlay/roles.ts';
import { greyPng } from '../../src/people/overlay/png.ts';
import { tinyPdf } from '../pipelines/tiny-pdf.ts';

function page(...texts: readonly string[]): Page {
  const words = texts.map((text, index) => ({
    box: [72, 60 + index * 20, 172, 72 + index * 20] as const,
    readings: [{ text, cost: 0 }] as const,
    size: 12,
    bold: false,
    direction: 0 as const,
  }));
  const rules = [{ orientation: 'horizontal' as const, box: [50, 50, 300, 50] as const }];
  return { number: 1, width: 595, height: 842, source: 'texte', words, rules, fills: [], defect: null };
}

function cell(text: string, id: string, columnSpan: number): Cell {
  const place = { page: 1, box: [50, 50, 200, 90] as const };
  return {
    id,
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan,
    place,
    continuations: [],
    lines: [],
    readings: [{ text, cost: 0 }],
    bold: false,
    shaded: false,
  };
}

function grid(...cells: readonly Cell[]): PageGrid {
  return { page: 1, index: 0, box: [50, 50, 300, 90], rowCount: 1, columnCount: 2, cells, ruling: 'full', continues: null, confidence: 1 };
}

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

test('no text of a document, nor a file name, reaches the page unescaped; the page asks for nothing outside itself', () => {
  const view = { page: page(HOSTILE, '&amp;'), grids: [grid(cell(HOSTILE, 'a', 2))], picture: null };
  const html = overlayHead(HOSTILE) + overlayDocument(HOSTILE, [view], new Map([['a', HOSTILE]])) + overlayTail();
  expect(html).not.toMatch(/<script|<img|<iframe|<link|@import|url\(/iu);
  expect(html).not.toMatch(/\b(?:src|href)="(?!data:image\/png)/iu);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('&amp;amp;');
});

test('escaped text is the text again when a browser reads it, and never opens a tag or ends an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']/u);
      const back = escaped.replace(
        /&(amp|lt|gt|quot|#39);/gu,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
      );
      expect(back).toBe(text);
    }),
  );
});

test('words, rules, cells and roles each have a layer; spans look different; a role has its colour and its name in the legend', () => {
  const view = { page: page('mot'), grids: [grid(cell('large', 'a', 2))], picture: null };
  const html = overlayDocument('f.pdf', [view], new Map([['a', 'montant prévu']]));
  for (const layer of ['image', 'roles', 'cellules', 'filets', 'mots']) expect(html).toContain(`<g class="${layer}">`);
  expect(html).toContain('class="etendue"');
  expect(html).toContain('étendue 1 × 2');
  const colour = /<i style="background:(#[0-9a-f]{6})"><\/i>montant prévu/u.exec(html)?.[1] ?? 'none';
  expect(html).toContain(`style="fill:${colour}"`);
});

test('a cell cut by a page break has its role on both pages', () => {
  const second = { ...cell('', 'p2t0r0c0', 1), place: { page: 2, box: [50, 20, 200, 40] as const } };
  const first = { ...cell('texte', 'p1t0r0c0', 1), continuations: [second.place] };
  const parts = [grid(first), { ...grid(second), page: 2 }] as const;
  const table = { parts, rowCount: 1, columnCount: 1, cells: [first], ruling: 'full' as const };
  const roles = rolesByCell({ grids: parts, blocks: [{ kind: 'table', table }] }, [{ cell: first.id, role: 'montant realise' }]);
  expect([...roles]).toEqual([
    ['p1t0r0c0', 'montant réalisé'],
    ['p2t0r0c0', 'montant réalisé'],
  ]);
});

test('a page that could not be drawn shows its words instead, and says so', () => {
  const html = overlayDocument('f.pdf', [{ page: page('Bonjour'), grids: [], picture: null }]);
  expect(html).toMatch(/<text [^>]*>Bonjour<\/text>/u);
  expect(html).toContain('pas pu être dessinée');
});

/** The pixels of a PNG that {@link greyPng} wrote, by the letter of the format. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint8Array } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = (rows[y * (width + 1) + 1 + x] ?? 0) + (y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0));
    }
  }
  return { width, height, pixels };
}

test('a PNG holds the pixels it was given', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat(255)), (width, height, stream) => {
      const pixels = Uint8Array.from({ length: width * height }, () => stream.next().value as number);
      expect(decode(greyPng(width, height, pixels))).toEqual({ width, height, pixels });
    }),
  );
});

test('a page is drawn where its text stands: dark ink near the text, white paper elsewhere', async () => {
  const [first, second] = await pagePictures(tinyPdf('Bonjour', 'Page deux'));
  const { width, height, pixels } = decode(first ?? Buffer.alloc(0));
  expect([width, height]).toEqual([Math.round((595 * 110) / 72), Math.round((842 * 110) / 72)]);
  const darkest = (x0: number, y0: number, x1: number, y1: number): number => {
    let darkestYet = 255;
    const scale = 110 / 72;
    for (let y = Math.floor(y0 * scale); y < y1 * scale; y++) {
      for (let x = Math.floor(x0 * scale); x < x1 * scale; x++) darkestYet = Math.min(darkestYet, pixels[y * width + x] ?? 255);
    }
    return darkestYet;
  };
  expect(darkest(72, 110, 120, 122)).toBeLessThan(100);
  expect(darkest(0, 200, 595, 842)).toBe(255);
  expect(second).toBeInstanceOf(Buffer);
});

test('bytes that are no PDF give no pictures rather than an error', async () => {
  expect(await pagePictures(Buffer.from('bonjour'))).toEqual([]);
});
