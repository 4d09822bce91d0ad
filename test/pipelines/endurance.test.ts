import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { rejectedDocument } from '../../pipelines/rejected-document.ts';
import { asDatabaseError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument } from '../../src/store/write.ts';
import { makePdf } from '../read/make-pdf.ts';
import { show } from '../read/support.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { tinyPdf } from './tiny-pdf.ts';

vi.setConfig({ testTimeout: 240_000 });

function place(): { folder: string; base: string; outcomes: () => Promise<Record<string, string>> } {
  const root = temporaryFolder();
  const folder = join(root, 'pdf');
  const base = join(root, 'base.sqlite');
  mkdirSync(folder);
  const outcomes = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for await (const { fichier, statut, raison } of exportDocuments({ base })) found[fichier] = raison ?? statut;
    return found;
  };
  return { folder, base, outcomes };
}

/** A page's contents packed twice: some kilobytes that unpack to this many megabytes of the same words. */
function bomb(megabytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(megabytes * 1_000_000, show('Bombe', 50, 200)));
  const twice = deflateSync(once, { level: 9 }).toString('latin1');
  const [before, after] = Buffer.from(makePdf({ pages: [{ content: 'X' }] }))
    .toString('latin1')
    .split(/<<\s+\/Length 1 >>\nstream\nX\nendstream/u);
  if (before === undefined || after === undefined) throw new Error('where the contents go was not found');
  const packed = `<< /Filter [/FlateDecode /FlateDecode] /Length ${String(twice.length)} >>\nstream\n${twice}\nendstream`;
  return Uint8Array.from(Buffer.from(before + packed + after, 'latin1'));
}

test('a decompression bomb costs its own document only', async () => {
  const { folder, base, outcomes } = place();
  writeFileSync(join(folder, 'avant.pdf'), tinyPdf('Avant'));
  writeFileSync(join(folder, 'bombe.pdf'), bomb(150));
  writeFileSync(join(folder, 'zapres.pdf'), tinyPdf('Après'));
  const report = await importDocuments({ paths: [folder], base, coeurs: 2, memoireMax: 600, delaiMax: 200 });
  expect(report).toMatchObject({ lus: 2, rejetes: 1 });
  expect(await outcomes()).toEqual({ 'avant.pdf': 'importe', 'bombe.pdf': 'memoire_depassee', 'zapres.pdf': 'importe' });
});

test.skipIf(process.platform === 'win32')('pipes, devices and links in a ring do not stop a run', async () => {
  const { folder, base, outcomes } = place();
  execFileSync('mkfifo', [join(folder, 'tube.pdf')]);
  symlinkSync('anneau-b.pdf', join(folder, 'anneau-a.pdf'));
  symlinkSync('anneau-a.pdf', join(folder, 'anneau-b.pdf'));
  symlinkSync('.', join(folder, 'moi'));
  writeFileSync(join(folder, 'bon.pdf'), tinyPdf('Bon'));
  expect(await importDocuments({ paths: [folder], base })).toMatchObject({ lus: 1, rejetes: 2, autres: 1 });
  expect(await outcomes()).toEqual({ 'anneau-a.pdf': 'illisible', 'anneau-b.pdf': 'illisible', 'bon.pdf': 'importe' });
  // Named, it is told of; and nobody waits for its other end.
  expect(await importDocuments({ paths: [join(folder, 'tube.pdf')], base })).toMatchObject({ rejetes: 1 });
  expect((await outcomes())['tube.pdf']).toBe('illisible');
});

test('a disk that fills up: what is stored stays, and the error says so', async () => {
  const { base } = place();
  const store = await openStore(base, 'ecriture');
  await saveDocument(store, 'a', rejectedDocument('a', 'a.pdf', null, 'vide'), { nom: 'a.pdf', chemin: '/a.pdf', empreinte: '' }, '1');
  const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db);
  await sql.raw(`PRAGMA max_page_count = ${String(pages.rows[0]?.page_count ?? 0)}`).execute(store.db);
  const large = { nom: 'b'.repeat(2_000_000), chemin: '/b', empreinte: '' };
  const failed = await saveDocument(store, 'b', rejectedDocument('b', 'b.pdf', null, 'vide'), large, '1').catch((error: unknown) => error);
  expect(asDatabaseError(failed, base)).toMatchObject({ exitCode: 3, message: expect.stringContaining('disque est plein') as string });
  await store.close();
  const names = [];
  for await (const { fichier } of exportDocuments({ base })) names.push(fichier);
  expect(names).toEqual(['a.pdf']);
});

test('a database that another program keeps locked: exit code 3 after a while, nothing lost', async () => {
  const { folder, base, outcomes } = place();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  await importDocuments({ paths: [folder], base });
  writeFileSync(join(folder, 'b.pdf'), tinyPdf('b'));
  const other = new Sqlite(base);
  other.exec('BEGIN IMMEDIATE');
  await expect(importDocuments({ paths: [folder], base })).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('tenue par un autre programme') as string,
  });
  other.exec('ROLLBACK');
  other.close();
  expect(await importDocuments({ paths: [folder], base })).toMatchObject({ lus: 1, dejaLus: 1 });
  expect(await outcomes()).toEqual({ 'a.pdf': 'importe', 'b.pdf': 'importe' });
});
