import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { openDrawer } from '../../pipelines/place-pictures.ts';
import { openDocumentViews } from '../../pipelines/review/document-views.ts';
import { openDropBox, UploadRefused } from '../../pipelines/review/drop-box.ts';
import { sha256Of } from '../../src/files/hash-file.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { runCli } from '../people/run-cli.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeZip } from '../support/make-zip.ts';

vi.setConfig({ testTimeout: 300_000 });

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/images/${name}`, import.meta.url));

test('image files are documents like scanned PDFs, alone and in archives; those that cannot be shown whole say why', async () => {
  const root = temporaryFolder();
  const [folder, base] = [join(root, 'images'), join(root, 'base.sqlite')];
  mkdirSync(folder);
  const jpeg = fixture('programme.jpg');
  writeFileSync(join(folder, 'programme.jpg'), jpeg);
  writeFileSync(join(folder, 'coupe.jpg'), jpeg.subarray(0, jpeg.length >> 1));
  writeFileSync(join(folder, 'deux-pages.TIF'), fixture('deux-pages.tif'));
  writeFileSync(join(folder, 'notes.txt'), 'bonjour');
  writeFileSync(join(folder, 'envoi.zip'), makeZip([{ name: 'numerisations/programme', data: fixture('programme.png') }]));
  const report = await importDocuments({ paths: [folder], base, coeurs: 1 });
  expect(report).toMatchObject({ lus: 3, rejetes: 1, autres: 1 });

  const found: DocumentExport[] = [];
  for await (const document of exportDocuments({ base })) found.push(document);
  expect(found.map(({ fichier, pages, raison, programmes }) => [fichier, pages, raison, programmes.map(({ statut }) => statut)])).toEqual([
    ['coupe.jpg', null, 'tronque', []],
    ['deux-pages.TIF', 2, null, ['reconcilie', 'reconcilie']],
    ['programme', 1, null, ['reconcilie']],
    ['programme.jpg', 1, null, ['reconcilie']],
  ]);
  expect(found[0]?.constats[0]?.message).toContain("L'image est incomplète : sa fin manque.");
  const read = found[3];
  expect(read?.sha256).toBe(sha256Of(jpeg));

  // Whatever opens the file again finds the same page.
  const chemin = join(folder, 'programme.jpg');
  const place = read?.programmes[0]?.lignes[0]?.montants[0];
  const drawer = openDrawer();
  const views = openDocumentViews();
  try {
    if (!place?.page || !place.boite) throw new Error('an amount without a place');
    const [picture] = await drawer.draw([chemin], sha256Of(jpeg), [{ page: place.page, box: place.boite }]);
    expect(picture?.png.length).toBeGreaterThan(1000);
    const bytes = { chemins: [chemin], sha256: sha256Of(jpeg) };
    expect(await views.pages(bytes)).toHaveLength(1);
    expect(await views.picture(bytes, 1, 72)).not.toBeNull();
    const zipped = { chemins: [`${join(folder, 'envoi.zip')}!/numerisations/programme`], sha256: sha256Of(fixture('programme.png')) };
    expect(await views.pages(zipped)).toHaveLength(1);
  } finally {
    await drawer.close();
    await views.close();
  }

  expect(await importDocuments({ paths: [folder], base, coeurs: 1 })).toMatchObject({ lus: 0, rejetes: 1, dejaLus: 3 });

  rmSync(join(folder, 'deux-pages.TIF'));
  rmSync(join(folder, 'envoi.zip'));
  const { code, out } = await runCli(root, 'tables', folder, '--format', 'csv');
  expect(code).toBe(1);
  expect(out).toContain('Renforcement du nettoyage');
});

test('the page of the readers takes images dropped on it, and still nothing else', async () => {
  const box = openDropBox(join(temporaryFolder(), 'base.sqlite'));
  const drop = (name: string, bytes: Uint8Array): Promise<unknown> => box.take(name, Readable.from([Buffer.from(bytes)]));
  for (const name of ['programme.jpg', 'programme.png', 'deux-pages.tif', 'deflate-16-bits-msb.tif'])
    expect(await drop(name, fixture(name))).toEqual({ nom: name, taille: fixture(name).length });
  await expect(drop('image.gif', Buffer.from('GIF89a......'))).rejects.toThrow(UploadRefused);
});
