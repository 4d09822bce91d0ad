import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserPath } from '../typeset/available.ts';

/** Whether these tests can run here; when not, each one is reported as skipped. */
export const hasBrowser = browserPath() !== null;
if (!hasBrowser)
  console.warn(
    'No Chromium on this machine (set CHROMIUM, or put chromium on the PATH): the tests of the review page in a browser are skipped.',
  );

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** What went wrong in a page: errors it threw, resources it was refused, dialogues that somebody's script opened. */
export function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refused correction is a 409 that the page shows; the browser notes it as well.
    if (message.type() === 'error' && !message.text().includes('409')) wrong.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) wrong.push(`outside: ${request.url()}`);
  });
  return wrong;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** No violation of WCAG A and AA that axe-core can see, as the page stands now. Runs beside the page's policy, not through it. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await page.evaluate(
    async ([source, rules]) => {
      const scope = globalThis as unknown as { axe?: { run: (options: unknown) => Promise<AxeResult> } };

      if (scope.axe === undefined) new Function(source as string)();
      return (scope.axe as NonNullable<typeof scope.axe>).run({ runOnly: { type: 'tag', values: rules } });
    },
    [AXE, RULES] as const,
  );
  const shown = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
  expect(shown).toEqual([]);
}
