import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { understandPages } from '../../pipelines/read-document.ts';
import type { Page } from '../../src/model/page.ts';
import { readPages, readPdf } from '../../src/stages/read/read-pages.ts';
import { openRecogniser, type Recogniser } from '../../src/stages/recognise/open-recogniser.ts';
import { agePdf } from '../scan/age/age-pdf.ts';
import { WEARS, type WearName } from '../scan/age/wear.ts';

/** The first page of a sample, printed and scanned, says what its text says (which `samples.test.ts` proves right). */

const SAMPLES = join(import.meta.dirname, '../../samples');
const LIMITS = { maxPages: 10 };
let recogniser: Recogniser;

beforeAll(async () => {
  recogniser = await openRecogniser();
}, 60_000);
afterAll(async () => {
  await recogniser.close();
});

async function scanned(pdf: Uint8Array): Promise<Page[]> {
  const scan = await recogniser.open(pdf);
  try {
    const pages: Page[] = [];
    for (const page of await readPages(pdf, LIMITS)) pages.push((await recogniser.read(scan, page)) ?? page);
    return pages;
  } finally {
    scan.close();
  }
}

function said(pages: readonly Page[], enclosed: Awaited<ReturnType<typeof readPdf>>['enclosed']) {
  const { document } = understandPages(pages, { sha256: '0'.repeat(64), enclosed, exemples: [] });
  return document.programmes.map((programme) => ({
    statut: programme.statut,
    commune: programme.commune,
    annees: [programme.annee_debut, programme.annee_fin],
    lines: programme.lignes.map((line) => [
      line.axe,
      line.action,
      ...line.montants.map(({ rubrique, montant }) => `${rubrique} ${String(montant)}`),
    ]),
    totals: programme.totaux.map(({ portee, cle, declare, statut }) => [portee, cle, declare, statut].join(' ')).sort(),
  }));
}

describe('a sample as a scan', () => {
  it.each<readonly [string, WearName]>([
    ['lens-2023-navigateur', 'propre'],
    ['lens-2023-bureautique', 'photocopie'],
  ])(
    '%s, %s',
    async (name, wear) => {
      const pdf = new Uint8Array(readFileSync(join(SAMPLES, `${name}.pdf`)));
      const { pages, enclosed } = await readPdf(Uint8Array.from(pdf), LIMITS);
      const scan = await agePdf(pdf, { wear: WEARS[wear], seed: 7, pages: 1 });
      const expected = said(pages.slice(0, 1), enclosed);
      expect(expected.flatMap(({ lines }) => lines).length).toBeGreaterThan(5);
      expect(said(await scanned(scan), enclosed)).toEqual(expected);
    },
    300_000,
  );
});
