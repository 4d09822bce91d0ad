import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tinyPdf } from '../pipelines/tiny-pdf.ts';
import { expectAccessible, hasBrowser, openBrowser, watch } from './browser.ts';
import { hostileBase, HOSTILE_TEXT, serveReview, type Served } from './support.ts';

/** A reader's work in a real Chromium, from the queue to « vérifié », on a document whose cell and file name hold scripts. */

let folder = '';
let imported = '';
let browser: Browser;
let server: Served;

beforeAll(async () => {
  if (!hasBrowser) return;
  folder = mkdtempSync(join(tmpdir(), 'tfpb-'));
  imported = await hostileBase(folder);
  browser = await openBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

/** A base of its own for each test: what one reader corrects, another must not find. */
beforeEach(async () => {
  if (!hasBrowser) return;
  const base = join(mkdtempSync(join(folder, 'base-')), 'essai.sqlite');
  copyFileSync(imported, base);
  server = await serveReview(base);
  return async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  };
});

async function open(hash = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'fr-FR', ...options });
  const wrong = watch(page);
  await page.goto(`${server.url}${hash}`);
  return { page, wrong };
}

/** Nothing of the page is cut off or asks to be scrolled sideways, in a narrow window too: tables scroll in their own frames. */
async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** Text with every kind of space written as one. */
const words = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? '').replace(/\s/gu, ' ');

const cell = (page: Page, text: string) => page.locator('.lignes td.montant', { hasText: text });

test.skipIf(!hasBrowser)(
  'from the queue to checked, with the keyboard: the place lights up, the sums follow each key, the programme turns reconcilié, undo and redo',
  { timeout: 180_000 },
  async () => {
    const { page, wrong } = await open();
    await page.locator('a.programme').waitFor();
    expect(await words(page.locator('.phrase'))).toMatch(/^1 à relire, environ \d+ min$/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    // The worst place is chosen at once, in the table and on the page.
    await page.locator('.boites rect.choisi').waitFor();
    expect(await words(page.locator('.ligne-statut'))).toContain('en écart');
    expect(await page.locator('.boites rect.choisi').getAttribute('class')).toContain('total');
    expect(await page.locator('.boites rect.lie').count()).toBe(3);
    expect(await page.locator('td.intitule, td.texte').allTextContents()).toContain(HOSTILE_TEXT);
    await page.locator('.feuille img').waitFor();

    // From a place on the page to its cell.
    const amount = cell(page, '1 500,00');
    const id = (await amount.getAttribute('data-cible')) ?? '';
    await page.locator(`.boites rect[data-id="${id}"]`).click();
    expect(
      await page.evaluate(
        () =>
          (globalThis as unknown as { document: { activeElement: { dataset: { cible: string } } } }).document.activeElement.dataset.cible,
      ),
    ).toBe(id);

    // While an amount is typed the sum follows; nothing is kept before Enter.
    await page.keyboard.press('Enter');
    await page.keyboard.type('1 55');
    await expect.poll(() => words(page.locator('.detail .sommes'))).toContain('+1 445');
    await page.keyboard.press('Escape');
    expect(await words(page.locator('.detail .sommes'))).toContain('+100,00');
    await page.keyboard.press('F2');
    await page.keyboard.type('1 600');
    await expect.poll(() => words(page.locator('.detail .sommes'))).toContain('écart nul');
    expect(await words(page.locator('.totaux .statut'))).toContain('conforme');
    await page.keyboard.press('Enter');
    await expect.poll(() => words(page.locator('.ligne-statut'))).toContain('réconcilié');
    await expect.poll(() => words(page.locator('#annonce'))).not.toBe('');
    expect(await words(page.locator('.totaux'))).toContain('conforme');

    // Undone and done again.
    await page.keyboard.press('u');
    await expect.poll(() => words(page.locator('.ligne-statut'))).toContain('en écart');
    await page.keyboard.press('Shift+U');
    await expect.poll(() => words(page.locator('.ligne-statut'))).toContain('réconcilié');

    // Filed elsewhere, by a search in the référentiel.
    await page.keyboard.press('r');
    await page.keyboard.type('encombrants');
    await page.keyboard.press('Enter');
    await expect.poll(() => words(page.locator('.lignes .code').first())).toMatch(/^4\.\d$/u);

    // Checked, and out of the queue.
    await page.keyboard.press('v');
    await expect.poll(() => words(page.locator('.commandes').first())).toContain('Vérifié par essai');
    await page.keyboard.press('f');
    await page.locator('.vide').waitFor();
    expect(await words(page.locator('.jauge'))).toContain('1 programme vérifié');
    expect(wrong).toEqual([]);
    expect(await page.title()).not.toBe('pirate');
    await page.close();
  },
);

test.skipIf(!hasBrowser)(
  'lines are added, divided, joined and removed, a total’s scope is changed, each with its effect on the sums',
  { timeout: 180_000 },
  async () => {
    const { page, wrong } = await open();
    await page.locator('#tout').check();
    await page.locator('a.programme').click();
    await page.locator('.lignes tbody tr').first().waitFor();
    const lines = () => page.locator('.lignes tr[data-ligne]').count();
    const status = () => words(page.locator('.totaux'));
    const start = await lines();

    await cell(page, '2 810,00').click();
    await page.keyboard.press('i');
    await page.getByLabel('Intitulé').fill('Ligne oubliée');
    await page.locator('dialog input.montant').fill('12,50');
    await page.locator('dialog').getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect.poll(lines).toBe(start + 1);
    await expect.poll(status).toContain('+87,50');

    await cell(page, '12,50').click();
    await page.keyboard.press('x');
    await expect.poll(lines).toBe(start);
    await expect.poll(status).toContain('+100,00');

    await cell(page, '4 120,00').click();
    await page.keyboard.press('d');
    const amounts = page.locator('dialog input.montant');
    await amounts.nth(0).fill('4 000');
    await amounts.nth(1).fill('120');
    expect(await words(page.locator('dialog [role=status]'))).toContain('partagé en entier');
    await page.locator('dialog').getByRole('button', { name: 'Diviser', exact: true }).click();
    await expect.poll(lines).toBe(start + 1);
    await expect.poll(status).toContain('+100,00');

    await cell(page, '4 000,00').click();
    await page.keyboard.press('j');
    await expect.poll(lines).toBe(start);

    await page.locator('.totaux td').first().click();
    await page.keyboard.press('p');
    await page.locator('.portee').waitFor();
    const before = await page.locator('.somme').textContent();
    await page.keyboard.press(' ');
    expect(await words(page.locator('.somme'))).not.toBe(before);
    await page.getByRole('button', { name: 'Enregistrer cette portée' }).click();
    await expect.poll(status).not.toContain('+100,00');
    await page.keyboard.press('u');
    await expect.poll(status).toContain('+100,00');
    await page.locator('.du-journal summary').click();
    expect(await page.locator('.journal li').count()).toBe(6);
    expect(wrong).toEqual([]);
    await page.close();
  },
);

test.skipIf(!hasBrowser)(
  'two readers on one line: the second one is told, sees the other’s work, and overwrites nothing',
  { timeout: 120_000 },
  async () => {
    const [first, second] = [await open(), await open()];
    for (const { page } of [first, second]) {
      await page.locator('#tout').check();
      await page.locator('a.programme').click();
      await cell(page, '2 810,00').first().waitFor();
    }
    const correct = async (page: Page, from: string, to: string): Promise<void> => {
      await cell(page, from).click();
      await page.keyboard.press('Enter');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
    };
    await correct(first.page, '2 810,00', '2811');
    await cell(first.page, '2 811,00').waitFor();
    await correct(second.page, '2 810,00', '2999');
    await second.page.locator('.avis p').waitFor();
    const told = await words(second.page.locator('.avis'));
    expect(told).toContain('essai a corrigé ce document pendant que vous le lisiez');
    expect(told).toContain('2 999,00');
    await cell(second.page, '2 811,00').waitFor();
    await correct(second.page, '2 811,00', '2810');
    await cell(second.page, '2 810,00').waitFor();
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    await first.page.close();
    await second.page.close();
  },
);

test.skipIf(!hasBrowser).each([
  ['light', 1400],
  ['dark', 1400],
  ['light', 420],
] as const)(
  'every view keeps to WCAG 2.2 A and AA, as far as axe-core sees: %s, %d pixels wide',
  { timeout: 240_000 },
  async (colorScheme, width) => {
    const { page, wrong } = await open('', { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.locator('#tout').check();
    await page.locator('a.programme').waitFor();
    await expectAccessible(page);
    await page.locator('a.programme').click();
    await page.locator('.detail h2, .detail .note').first().waitFor();
    await cell(page, '2 810,00').click();
    await expectNoOverflow(page);
    for (const details of await page.locator('.annexes summary').all()) await details.click();
    await expectAccessible(page);
    for (const key of ['?', 'r', 'i', 'd', 'e']) {
      await cell(page, '2 810,00').focus();
      await page.keyboard.press(key);
      await page.locator('dialog').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await page.locator('.totaux td').first().focus();
    await expectAccessible(page);
    await page.keyboard.press('p');
    await page.locator('.portee').waitFor();
    await expectAccessible(page);
    for (const hash of ['#/constats', '#/corpus', '#/depot']) {
      await page.goto(`${server.url}${hash}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(300);
      await expectAccessible(page);
      // A choice as long as some landlord's name.
      await page.evaluate(
        `for (const select of document.querySelectorAll('select')) select.append(new Option('Un nom de programme qui ne tient pas sur une ligne'.repeat(3)))`,
      );
      await expectNoOverflow(page);
    }
    expect(wrong).toEqual([]);
    await page.close();
  },
);

test.skipIf(!hasBrowser)(
  'files dropped on the page are imported with their progress, and end up in the base',
  { timeout: 120_000 },
  async () => {
    const { page, wrong } = await open('#/depot');
    await page.locator('#fichiers').setInputFiles([
      { name: 'courrier.pdf', mimeType: 'application/pdf', buffer: tinyPdf('Bonjour') },
      { name: 'coupé.pdf', mimeType: 'application/pdf', buffer: tinyPdf('Bonjour').subarray(0, 200) },
    ]);
    await page.locator('h2', { hasText: 'Import terminé' }).waitFor({ timeout: 90_000 });
    expect(await words(page.locator('.import'))).toMatch(/1 fichier lu, 1 rejeté.*coupé\.pdf.*Copiez-le de nouveau/su);
    await page.goto(`${server.url}#/constats`);
    await page.locator('.gravite.erreur').first().waitFor();
    expect(await words(page.locator('.file'))).toContain('coupé.pdf');
    expect(wrong).toEqual([]);
    await page.close();
  },
);
