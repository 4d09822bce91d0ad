import { chromium } from 'playwright-core';
import { documentHtml } from './html.ts';
import type { TypesetDocument } from './model.ts';
import { browserPath } from './available.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/**
 * Prints documents to PDF with one headless browser.
 * @returns one PDF a document, in order
 * @throws Error when no browser is found; ask `available()` first
 */
export async function renderBrowser(documents: readonly TypesetDocument[]): Promise<Uint8Array[]> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('no Chromium: set CHROMIUM or put chromium on the PATH');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    const results: Uint8Array[] = [];
    for (const document of documents) {
      await page.setContent(documentHtml(document), { waitUntil: 'load' });
      results.push(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    }
    return results;
  } finally {
    await browser.close();
  }
}
