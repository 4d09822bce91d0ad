import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { importDocuments } from '../pipelines/import-documents.ts';
import { openDropBox } from '../pipelines/review/drop-box.ts';
import { openImportJob } from '../pipelines/review/import-job.ts';
import { openReview } from '../pipelines/review/open-review.ts';
import { openReviewServer } from '../src/people/relecture/server.ts';
import { chromiumPath } from '../src/people/report/chromium.ts';

/** `npm run pictures`: the pictures of the README, from a sample in which one digit was changed on purpose. Needs Chromium. */

const SAMPLE = 'samples/word-portrait-chiffre-navigateur.pdf';
const browserPath = chromiumPath();
if (browserPath === null) throw new Error('no Chromium: set CHROMIUM or put chromium on the PATH');

const folder = mkdtempSync(join(tmpdir(), 'tfpb-images-'));
const base = join(folder, 'programmes.sqlite');
await importDocuments({ base, paths: [SAMPLE], coeurs: 1 });
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
  await page.locator('a.programme').first().click();
  await page.locator('.boites rect.choisi').waitFor();
  await page.locator('.detail .constats').waitFor();
  await expectPicture();
  await page.locator('.detail .faits', { hasText: 'Pas d’autre lecture' }).waitFor({ timeout: 60_000 });
  await page.screenshot({ path: 'docs/images/relecture.png' });

  // The finding alone: the end of the page, enlarged, with the total that does not agree.
  await page.setViewportSize({ width: 2200, height: 1100 });
  await page.locator('button[aria-label="Agrandir"]').click();
  await page.waitForTimeout(2500);
  const box = await page.locator('.boites rect.choisi').boundingBox();
  if (box === null) throw new Error('nothing is chosen');
  const [width, height] = [720, 260];
  const clip = { x: Math.max(0, box.x + box.width - width + 20), y: Math.max(0, box.y + box.height - height + 20), width, height };
  await page.screenshot({ path: 'docs/images/constat.png', clip });

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
