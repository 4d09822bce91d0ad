import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const LONGEST_MS = 180_000;

/** The browser that prints: `CHROMIUM` names one; else the first of the usual names on the PATH; `null` when there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  for (const name of NAMES)
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        continue;
      }
    }
  return null;
}

/** Prints a file to PDF as its own style says, with nothing fetched and no script run. */
export async function printToPdf(browser: string, html: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'tfpb-rapport-'));
  // A browser started by root refuses its own sandbox; the page is ours and runs no script.
  const isRoot = process.getuid?.() === 0;
  try {
    await promisify(execFile)(
      browser,
      [
        '--headless',
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        `--user-data-dir=${profile}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(html).href,
      ],
      { timeout: LONGEST_MS },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
