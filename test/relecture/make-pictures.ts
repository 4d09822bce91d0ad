import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { openDropBox } from '../../pipelines/review/drop-box.ts';
import { openImportJob } from '../../pipelines/review/import-job.ts';
import { openReview } from '../../pipelines/review/open-review.ts';
import { openReviewServer } from '../../src/people/relecture/server.ts';
import { chromiumPath } from '../../src/people/report/chromium.ts';

/** `npm run pictures`: the pictures of the README, from samples with a mistake made on purpose. Needs Chromium. */

const SAMPLES = ['chiffre', 'interversion', 'ligne-double'].map((fault) => `samples/word-portrait-${fault}-navigateur.pdf`);
const browserPath = chromiumPath();
if (browserPath === null) throw new Error('no Chromium: set CHROMIUM or put chromium on the PATH');

const folder = mkdtempSync(join(tmpdir(), 'tfpb-images-'));
const base = join(folder, 'programmes.sqlite');
await importDocuments({ base, paths: SAMPLES, coeurs: 1 });
const review = await openReview(base);
const dropBox = openDropBox(base);
const silent = { begin: () => undefined, add: () => undefined, advance: () => undefined, page: () => undefined, text: '' };
const imports = openImportJob(base, dropBox.folder, () => silent);
const facts = { base: 'programmes.sqlite', version: '', lecteur: 'Claire Martin' };
const options = { host: '127.0.0.1', port: 0, token: null, onError: (error: unknown) => console.error(error) };
const server = await openReviewServer({ review, dropBox, imports, facts }, options);
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, locale: 'fr-FR', colorScheme: 'light' });
  await page.goto(server.url);
  await page.locator('tr', { hasText: 'chiffre' }).locator('a.programme').click();
  await page.locator('.boites rect.choisi').waitFor();
  await page.locator('.detail .constats').waitFor();
  await expectPicture();
  await page.locator('.detail .faits', { hasText: 'Pas d’autre lecture' }).waitFor({ timeout: 60_000 });
  await page.screenshot({ path: 'docs/images/relecture.png' });

  // The findings that are errors.
  await page.setViewportSize({ width: 1100, height: 520 });
  await page.goto(`${server.url}#/constats`);
  await page.locator('select').first().selectOption('erreur');
  await page.locator('.pages, .resultats > .note').waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: 'docs/images/constat.png' });

  async function expectPicture(): Promise<void> {
    await page.locator('.feuille img').evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
  }
} finally {
  await browser.close();
  await server.close();
  await imports.close();
  await review.close();
  rmSync(folder, { recursive: true, force: true });
}
