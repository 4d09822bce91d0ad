import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAsDisplayed } from '../../pipelines/as-displayed.ts';
import type { Page } from '../../src/model/page.ts';
import { openRecogniser, type Recogniser } from '../../src/stages/recognise/open-recogniser.ts';
import { readPages } from '../../src/stages/read/read-pages.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { imagePdf, ONE_BIT, oneBit } from './age/image-pdf.ts';
import { smallScan, smallTable } from './small-scan.ts';

const LIMITS = { maxPages: 10 };
let recogniser: Recogniser;

beforeAll(async () => {
  recogniser = await openRecogniser();
}, 60_000);
afterAll(async () => {
  await recogniser.close();
});

async function recognised(pdf: Uint8Array): Promise<Page | null> {
  const [native] = await readPages(pdf, LIMITS);
  if (native === undefined) throw new Error('no page');
  const scan = await recogniser.open(pdf);
  try {
    return await recogniser.read(scan, native);
  } finally {
    scan.close();
  }
}

function cells(page: Page | null): string[][] {
  if (page === null) return [];
  const grid = tabulate([page])[0].value.grids[0];
  const rows: string[][] = [];
  for (const cell of grid?.cells ?? []) (rows[cell.row] ??= [])[cell.column] = cell.readings[0].text.replaceAll('\u00a0', ' ');
  return rows;
}

const AMOUNTS = ['12 500 €', '7 340 €', '18 965 €', '38 805 €'];
const digits = (text: string | undefined): string => (text ?? '').replace(/[^\d]/gu, '');

function expectTable(page: Page | null): void {
  expect(page?.source).toBe('ocr');
  const rows = cells(page);
  expect(rows.map((row) => row.length)).toEqual([2, 2, 2, 2, 2]);
  expect(rows.slice(1).map((row) => digits(row[1]))).toEqual(AMOUNTS.map(digits));
  expect(rows.at(-1)?.[0]).toBe('TOTAL');
}

describe('a scanned page', () => {
  it('gives its table cell by cell, with its words where the page as displayed shows them', async () => {
    const [native] = await readPages(smallTable(), LIMITS);
    const page = await recognised(await smallScan({ skew: 2 }));
    expectTable(page);
    const at = (own: Page | null | undefined): number[] => [...(own?.words.find((word) => word.readings[0].text === 'TOTAL')?.box ?? [])];
    const straight = at(native);
    const [x0 = 0, y0 = 0] = at(page === null ? null : pageAsDisplayed(page));
    // The scan lies at up to two degrees, so nothing moves by more than a few points; the box must hold the word's own ink.
    expect(Math.hypot(x0 - (straight[0] ?? 0), y0 - (straight[1] ?? 0))).toBeLessThan(14);
  }, 120_000);

  it.each([
    ['turned by a quarter', 90],
    ['upside down', 180],
  ] as const)(
    'gives its table cell by cell, %s',
    async (_how, turn) => {
      expectTable(await recognised(await smallScan({}, turn)));
    },
    120_000,
  );

  it('that is blank is said to be blank, not read as noise', async () => {
    const [width, height] = [600, 800];
    const data = oneBit(width, height, new Uint8Array(width * height).fill(255), 128);
    const blank = imagePdf([{ width: 300, height: 400, pixels: [width, height], dictionary: ONE_BIT, data }]);
    expect(await recognised(blank)).toMatchObject({ words: [], defect: 'page_blanche' });
  });

  it('whose words all stand in its text layer is left to it', async () => {
    expect(await recognised(smallTable())).toBeNull();
  });
});
