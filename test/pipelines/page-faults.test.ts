import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPageReader, type PageReader } from '../../pipelines/recognise-pages.ts';
import { recognitionCache } from '../../pipelines/recognition-cache.ts';
import { recognitionIdentity } from '../../src/stages/recognise/identity.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { compiled } from '../support/compiled/folder.ts';
import { temporaryFolder } from '../store/temporary.ts';

const PAGES = [1, 2, 3, 4, 5, 6, 7];

function reader(store: Store): PageReader {
  return openPageReader({
    size: 1,
    timeoutMs: 12_000,
    memoryMb: 300,
    cache: recognitionCache(store, recognitionIdentity()),
    models: null,
    entry: compiled('test/pipelines/faulty-page-worker'),
  });
}

test('a page whose process dies, hangs, throws or lies is one page; the others are kept, and no page is ever read twice', async () => {
  const folder = temporaryFolder();
  const [base, asked] = [join(folder, 'base.sqlite'), join(folder, 'demandes')];
  const job = { chemin: asked, zip: null, pieces: [], sha256: 'a'.repeat(64), password: null };
  const demanded = (): number[] => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n').map(Number) : []);

  const store = await openStore(base, 'ecriture');
  const pages = reader(store);
  const told: number[] = [];
  const outcomes = await pages.read(job, PAGES, undefined, (done) => told.push(done));
  await pages.close();
  await store.close();
  expect(told).toEqual(PAGES);
  expect(outcomes.map((outcome) => ('raison' in outcome ? outcome.raison : (outcome.recognised?.defect ?? null)))).toEqual([
    'page_sans_texte',
    'page_sans_texte',
    'delai_depasse',
    'erreur_interne',
    'erreur_interne',
    null,
    'page_sans_texte',
  ]);
  // A process that died may have died of what it read before: its page is tried once more at once.
  const first = [1, 2, 2, 3, 4, 5, 6, 7];
  expect(demanded()).toEqual(first);

  // The same command again: what was read is there, what failed is tried once more.
  const again = await openStore(base, 'ecriture');
  const second = reader(again);
  const resumed = await second.read(job, PAGES);
  await second.close();
  await again.close();
  expect(resumed.every((outcome) => 'recognised' in outcome)).toBe(true);
  expect(demanded().slice(first.length)).toEqual([3, 4, 5]);
}, 300_000);

test('a run stopped in the middle of a document keeps the pages it had read', async () => {
  const folder = temporaryFolder();
  const [base, asked] = [join(folder, 'base.sqlite'), join(folder, 'demandes')];
  const job = { chemin: asked, zip: null, pieces: [], sha256: 'b'.repeat(64), password: null };
  const store = await openStore(base, 'ecriture');
  const pages = reader(store);
  const stop = new AbortController();
  await expect(pages.read(job, [7, 8, 9], stop.signal, (done) => done === 2 && stop.abort())).rejects.toThrow();
  await pages.close();
  expect([...(await recognitionCache(store, recognitionIdentity()).known(job.sha256)).keys()].slice(0, 2)).toEqual([7, 8]);
  await store.close();
}, 120_000);
