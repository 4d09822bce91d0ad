import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentExport, LigneExport, MontantExport, TotalExport } from '../../src/model/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument } from '../../src/store/write.ts';
import { hasBrowser, openBrowser, watch } from './browser.ts';
import { serveReview, type Served } from './support.ts';

/** With 2,000 documents in the queue and 1,000 boxes on a page: first useful paint under a second, a key press under 50 ms. */

const [FIRST_PAINT_MS, KEY_MS] = [1000, 50];
/** A machine that does the work of several gives a page its share only: the limits are those of a machine that does nothing else. */
const slack = (): number => Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
/** Elsewhere than on a quiet machine a measure says more of the others than of the page: the best of some is what the page takes. */
const ATTEMPTS = 5;

let folder = '';
let server: Served;
let browser: Browser;

type Saved = Omit<DocumentExport, 'fichier' | 'noms'>;

function programme(key: string, lines: number, columns: number): Saved {
  const columnNames = Array.from({ length: columns }, (_, column) => `Montant ${String(2023 + column)}`);
  const lignes = Array.from({ length: lines }, (_, row): LigneExport => {
    const top = 40 + row * 2;
    const montants = columnNames.map((colonne, column): MontantExport => ({
      id: `${key}m${String(row)}c${String(column)}`,
      rubrique: 'prevu',
      colonne,
      periode: { debut: 2023 + column, fin: 2023 + column },
      base: null,
      taxe: null,
      montant: '100.00',
      texte: '100 €',
      confiance: row % 10 === 0 ? 0.5 : 0.99,
      preuves: [],
      corrige: null,
      page: 1,
      boite: [300 + column * 80, top, 370 + column * 80, top + 2],
    }));
    const texts = {
      axe_texte: null,
      action_texte: `Action ${String(row)}`,
      description: 'Nettoyage des halls, secteur nord',
      calendrier: null,
    };
    return {
      id: `${key}l${String(row)}`,
      ordre: row + 1,
      section: null,
      ...texts,
      axe: 3,
      action: '3.1',
      confiance_action: 0.9,
      action_suggeree: null,
      taux: null,
      page: 1,
      boite: [40, top, 560, top + 2],
      suites: [],
      montants,
    };
  });
  const total: TotalExport = {
    id: `${key}t`,
    portee: 'programme',
    cle: null,
    libelle: 'TOTAL',
    colonne: columnNames[0] ?? '',
    rubrique: 'prevu',
    periode: { debut: 2023, fin: 2023 },
    declare: '1.00',
    recalcule: `${String(lines * 100)}.00`,
    ecart: `${String(1 - lines * 100)}.00`,
    statut: 'ecart',
    termes: lignes.flatMap(({ montants: [first] }) => (first === undefined ? [] : [first.id])),
    page: 1,
    boite: [300, 20, 370, 30],
  };
  const heading = {
    nature: 'previsionnel',
    annee_debut: 2023,
    annee_fin: 2023,
    commune: 'Lens',
    code_insee: '62498',
    quartier: `Cité ${key}`,
    code_qp: null,
    bailleur: `Habitat ${String(key.length)}`,
    siren: null,
  } as const;
  return {
    sha256: key.padStart(64, '0'),
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: 'programme',
    convention: null,
    faits: [],
    corrections: [],
    constats: [],
    programmes: [
      { id: `${key}p`, ...heading, nombre_logements: 100, pages: [1], lignes, totaux: [total], statut: 'ecart', doutes: [], verifie: null },
    ],
  };
}

beforeAll(async () => {
  if (!hasBrowser) return;
  folder = mkdtempSync(join(tmpdir(), 'tfpb-'));
  const base = join(folder, 'grande.sqlite');
  const store = await openStore(base, 'ecriture');
  const save = (key: string, lines: number, columns: number): Promise<void> => {
    const document = programme(key, lines, columns);
    return saveDocument(
      store,
      document.sha256 ?? '',
      document,
      { nom: `${key}.pdf`, chemin: `/nulle/part/${key}.pdf`, empreinte: '1' },
      '0',
    );
  };
  for (let index = 0; index < 2000; index += 1) await save(`a${index.toString(16)}`, 4, 1);
  await save('b', 334, 3);
  await store.close();
  server = await serveReview(base);
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds from the start of the navigation until this is on screen, the best of some. */
async function paint(hash: string, selector: string): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && best > FIRST_PAINT_MS; attempt += 1) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.addInitScript(`
      new MutationObserver((_, watching) => {
        if (document.querySelector(${JSON.stringify(selector)}) === null) return;
        watching.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.montre = performance.now())));
      }).observe(document, { childList: true, subtree: true });`);
    await page.goto(`${server.url}${hash}`);
    await expect.poll(() => page.evaluate('window.montre !== undefined'), { timeout: 30_000 }).toBe(true);
    best = Math.min(best, await page.evaluate<number>('window.montre'));
    await page.close();
  }
  return best;
}

/** Milliseconds from a key until the page is drawn again, of each of some presses. */
async function keyTimes(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(`
    window.durees = [];
    addEventListener('keydown', () => {
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => window.durees.push(performance.now() - start)));
    }, true);`);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  return page.evaluate<number[]>('window.durees');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
}

test.skipIf(!hasBrowser)(
  'the queue of 2,000 documents is on screen within a second, a page of it at a time',
  { timeout: 120_000 },
  async () => {
    const shown = await paint('', 'a.programme');
    console.info(`queue of 2,001 programmes: first useful paint ${String(Math.round(shown))} ms`);
    expect(shown).toBeLessThan(FIRST_PAINT_MS * slack());
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.locator('a.programme').first().waitFor();
    expect(await page.locator('a.programme').count()).toBe(50);
    await page.close();
  },
);

test.skipIf(!hasBrowser)(
  'a page of 1,002 amounts is on screen within a second, and a key takes less than 50 ms',
  { timeout: 180_000 },
  async () => {
    const hash = `#/document/${'b'.padStart(64, '0')}`;
    const shown = await paint(hash, '.boites rect.choisi');
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const wrong = watch(page);
    await page.goto(`${server.url}${hash}`);
    await page.locator('.sans-image').waitFor();
    expect(await page.locator('.boites rect.montant').count()).toBe(1002);
    await page.locator('.lignes td.montant').nth(30).focus();
    let best = Infinity;
    for (let attempt = 0; attempt < ATTEMPTS && best > KEY_MS; attempt += 1)
      best = Math.min(
        best,
        median(await keyTimes(page, ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'n', 'n', 'ArrowDown', 'PageDown', 'ArrowUp'])),
      );
    console.info(
      `page of 1,002 amounts: first useful paint ${String(Math.round(shown))} ms, a key ${String(Math.round(best))} ms (median)`,
    );
    expect(shown).toBeLessThan(FIRST_PAINT_MS * slack());
    expect(best).toBeLessThan(KEY_MS * slack());
    // The file is gone, and so is its picture: the browser notes the 404.
    expect(wrong.filter((each) => !each.includes('404'))).toEqual([]);
    await page.close();
  },
);
