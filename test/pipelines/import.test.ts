import { existsSync, mkdirSync, renameSync, symlinkSync, truncateSync, utimesSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../../pipelines/document-reader.ts';
import type { DocumentAnswer } from '../../pipelines/document-job.ts';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { importDocuments } from '../../pipelines/import-documents.ts';
import type { ImportEvent, ImportOptions, ImportReport } from '../../pipelines/import-options.ts';
import { readSource, type Source } from '../../src/files/source.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../store/temporary.ts';

/** What the fake reader says of bytes: imported, unless they hold the word of a rejection. It counts how often it was asked. */
const reads: string[] = [];
let answerLater: () => Promise<void> = () => Promise.resolve();
let isSlow = false;

vi.mock('../../pipelines/document-reader.ts', () => ({
  openReader: () => ({
    async read(source: Source, sha256: string): Promise<Outcome<DocumentAnswer>> {
      const text = (await readSource(source)).toString('latin1');
      reads.push(text);
      await answerLater();
      if (isSlow) return { statut: 'rejete', raison: 'delai_depasse', precision: null, detail: null };
      if (text.includes('chiffre')) return { statut: 'rejete', raison: 'chiffre', precision: null, detail: null };
      const document = { sha256, pages: 1, nature: 'autre', convention: null, programmes: [], constats: [] } as const;
      return { statut: 'lu', read: { document: { ...document, faits: [], programmes: [], constats: [], corrections: [] }, pieces: [] } };
    },
    close: () => Promise.resolve(),
  }),
}));

beforeEach(() => {
  reads.length = 0;
  answerLater = () => Promise.resolve();
  isSlow = false;
});

interface Place {
  readonly folder: string;
  readonly base: string;
  write(name: string, text: string): string;
  run(options?: Partial<ImportOptions>): Promise<ImportReport & { events: ImportEvent[] }>;
  documents(): Promise<DocumentExport[]>;
}

function place(): Place {
  const root = temporaryFolder();
  const folder = join(root, 'pdf');
  const base = join(root, 'base.sqlite');
  mkdirSync(folder);
  return {
    folder,
    base,
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    async run(options = {}) {
      const events: ImportEvent[] = [];
      const report = await importDocuments({ paths: [folder], base, onProgress: (event) => events.push(event), ...options });
      return { ...report, events };
    },
    async documents() {
      const documents: DocumentExport[] = [];
      for await (const document of exportDocuments({ base })) documents.push(document);
      return documents;
    },
  };
}

test('what is read already is not read again', async () => {
  const { write, run, documents } = place();
  write('a.pdf', '%PDF- a');
  write('b.pdf', '%PDF- b');
  expect(await run()).toMatchObject({ lus: 2, rejetes: 0, dejaLus: 0 });
  const before = await documents();
  expect(await run()).toMatchObject({ lus: 0, rejetes: 0, dejaLus: 2 });
  expect(reads).toHaveLength(2);
  expect(await documents()).toEqual(before);
});

test('the same bytes under other names, in one run or a later one, are one document with all its names in order', async () => {
  const { folder, write, run, documents } = place();
  write('b.pdf', '%PDF- same');
  write('a.pdf', '%PDF- same');
  mkdirSync(join(folder, 'c'));
  write('c/b.pdf', '%PDF- same');
  // The first reading is slow: the other names wait for it.
  answerLater = () => new Promise((done) => setTimeout(done, 50));
  expect(await run()).toMatchObject({ lus: 1, dejaLus: 2 });
  write('z.pdf', '%PDF- same');
  await run();
  expect(reads).toHaveLength(1);
  expect(await documents()).toMatchObject([{ fichier: 'a.pdf', noms: ['a.pdf', 'b.pdf', 'z.pdf'] }]);
});

test('a changed file is a new document; the old one stays', async () => {
  const { write, run, documents } = place();
  const path = write('a.pdf', '%PDF- 1');
  await run();
  writeFileSync(path, '%PDF- 2');
  // Same size and same date as before: the change still shows.
  utimesSync(path, new Date(0), new Date(0));
  expect(await run()).toMatchObject({ lus: 1 });
  expect(await documents()).toHaveLength(2);
});

test('--refaire reads each document again once, and keeps its names', async () => {
  const { write, run, documents } = place();
  write('a.pdf', '%PDF- same');
  write('b.pdf', '%PDF- same');
  await run();
  const before = await documents();
  expect(await run({ refaire: true })).toMatchObject({ lus: 1, dejaLus: 1 });
  expect(reads).toHaveLength(2);
  expect(await documents()).toEqual(before);
});

test('a document is read again once a stage that had a say in it has changed, and then no more', async () => {
  const { base, write, run, documents } = place();
  write('a.pdf', '%PDF- a');
  write('b.pdf', '%PDF- b');
  await run();
  const before = await documents();
  const store = await openStore(base, 'ecriture');
  const change = { etapes: sql<string>`replace(etapes, 'tabulate:', 'tabulate:0')` };
  await store.db.updateTable('documents').set(change).where('fichier', '=', 'b.pdf').execute();
  await store.close();
  expect(await run()).toMatchObject({
    lus: 1,
    relus: 1,
    dejaLus: 1,
    events: expect.arrayContaining([expect.objectContaining({ relu: true, nom: 'b.pdf' })]) as unknown,
  });
  expect(await run()).toMatchObject({ lus: 0, relus: 0, dejaLus: 2 });
  expect(await documents()).toEqual(before);
});

test('a rejected file is tried again; once it can be read the rejection is gone', async () => {
  const { write, run, documents } = place();
  const path = write('a.pdf', '%PDF- chiffre');
  expect(await run()).toMatchObject({ lus: 0, rejetes: 1 });
  expect(await run()).toMatchObject({ lus: 0, rejetes: 1 });
  expect(reads).toHaveLength(2);
  expect(await documents()).toMatchObject([
    { statut: 'rejete', raison: 'chiffre', programmes: [], constats: [{ code: 'document_rejete', gravite: 'erreur' }] },
  ]);
  writeFileSync(path, '%PDF- intact');
  expect(await run()).toMatchObject({ lus: 1, rejetes: 0 });
  expect(await documents()).toMatchObject([{ statut: 'importe', noms: ['a.pdf'] }]);
});

test('a reading that is stored survives a later failure on the same bytes', async () => {
  const { write, run, documents } = place();
  write('a.pdf', '%PDF- a');
  await run();
  const before = await documents();
  isSlow = true;
  const { rejetes, events } = await run({ refaire: true });
  expect(rejetes).toBe(1);
  expect(events).toContainEqual(expect.objectContaining({ type: 'rejete', raison: 'delai_depasse', conserve: true }));
  expect(await documents()).toEqual(before);
});

test('empty, too big, not there, not a file: each has its reason, and no hash where no bytes were read', async () => {
  const { folder, write, run, documents } = place();
  write('vide.pdf', '');
  write('grand.pdf', '%PDF-');
  truncateSync(join(folder, 'grand.pdf'), 2_000_001);
  symlinkSync('nulle-part', join(folder, 'lien.pdf'));
  symlinkSync('encore-nulle-part', join(folder, 'vise.pdf'));
  expect(await run({ paths: [folder, join(folder, 'vise.pdf'), '/dev/null'], tailleMax: 2 })).toMatchObject({ lus: 0, rejetes: 5 });
  const found = (await documents()).map(({ fichier, raison, sha256 }) => [fichier, raison, sha256 === null]);
  expect(found).toEqual([
    ['grand.pdf', 'trop_grand', true],
    ['lien.pdf', 'illisible', true],
    ['null', 'illisible', true],
    ['vide.pdf', 'vide', false],
    ['vise.pdf', 'illisible', true],
  ]);
});

test('a path that does not exist is wrong usage: nothing is read, nothing is stored, not even an empty database', async () => {
  const { folder, base, write, run } = place();
  write('a.pdf', '%PDF- a');
  const absent = join(folder, 'absent.pdf');
  await expect(run({ paths: [folder, absent] })).rejects.toMatchObject({
    code: 'chemin_absent',
    exitCode: 2,
    message: expect.stringContaining(absent) as string,
  });
  expect([reads, existsSync(base)]).toEqual([[], false]);
});

test('a file that could not be opened leaves its rejection behind when it can', async () => {
  const { folder, write, run, documents } = place();
  symlinkSync('cible', join(folder, 'a.pdf'));
  await run({ paths: [join(folder, 'a.pdf')] });
  expect(await documents()).toMatchObject([{ statut: 'rejete', raison: 'illisible' }]);
  write('cible', '%PDF- a');
  await run({ paths: [join(folder, 'a.pdf')] });
  expect(await documents()).toMatchObject([{ statut: 'importe', fichier: 'a.pdf' }]);
});

test('folders: other kinds are counted, links followed, loops end; a PDF without its extension is a PDF', async () => {
  const { folder, write, run, documents } = place();
  mkdirSync(join(folder, 'sous'));
  write('sous/A.PDF', '%PDF- a');
  write('sans-extension', 'junk\n%PDF- b');
  write('notes.txt', 'texte');
  write('._A.pdf', '\u0000\u0005\u0016\u0007');
  symlinkSync('..', join(folder, 'sous', 'boucle'));
  expect(await run()).toMatchObject({ lus: 2, rejetes: 0, autres: 2 });
  expect((await documents()).map(({ fichier }) => fichier)).toEqual(['A.PDF', 'sans-extension']);
});

test('odd names: line breaks, quotes, right-to-left marks, and bytes that are not UTF-8 stay apart', async () => {
  const { folder, run, documents } = place();
  const names = ['a\nb.pdf', `"';--.pdf`, '\u202Efdp.pdf', '-.pdf'];
  for (const name of names) writeFileSync(join(folder, name), `%PDF- ${name}`);
  const broken = [0xe9, 0xe8].map((byte) => Buffer.concat([Buffer.from(`${folder}/p`), Buffer.from([byte]), Buffer.from('.pdf')]));
  for (const path of broken) writeFileSync(path, Buffer.concat([Buffer.from('%PDF- '), path]));
  expect(await run()).toMatchObject({ lus: 6, rejetes: 0 });
  expect((await documents()).map(({ fichier }) => fichier).sort()).toEqual([...names, 'p\\xE8.pdf', 'p\\xE9.pdf'].sort());
});

test('a name that is not UTF-8, as a shell passes it on', async () => {
  const { folder, run, documents } = place();
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/p`), Buffer.from([0xe9]), Buffer.from('.pdf')]), '%PDF- p');
  expect(await run({ paths: [join(folder, 'p\uFFFD.pdf')] })).toMatchObject({ lus: 1, rejetes: 0 });
  expect((await documents()).map(({ fichier }) => fichier)).toEqual(['p\\xE9.pdf']);
});

test('an aborted import keeps what is stored and goes on later', async () => {
  const { write, run, documents } = place();
  for (let index = 0; index < 10; index++) write(`${index}.pdf`, `%PDF- ${index}`);
  const abort = new AbortController();
  const onProgress = (event: ImportEvent): void => {
    if (event.type === 'lu') abort.abort();
  };
  const stopped = await run({ onProgress, signal: abort.signal, coeurs: 1 });
  expect(stopped.interrompu).toBe(true);
  expect(stopped.lus).toBeLessThan(10);
  expect(await documents()).toHaveLength(stopped.lus);
  expect(await run()).toMatchObject({ lus: 10 - stopped.lus, dejaLus: stopped.lus, interrompu: false });
  expect(await documents()).toHaveLength(10);
});

test('the outcome does not depend on which document ends first', async () => {
  const results = [];
  for (const delay of [() => 0, () => Math.random() * 20]) {
    const { write, run, documents } = place();
    for (let index = 0; index < 20; index++) write(`${String(index).padStart(2, '0')}.pdf`, `%PDF- ${index % 7}`);
    answerLater = () => new Promise((done) => setTimeout(done, delay()));
    await run({ coeurs: 4 });
    results.push(await documents());
  }
  expect(results[1]).toEqual(results[0]);
});

test('files renamed under the base keep their document', async () => {
  const { folder, write, run, documents } = place();
  write('a.pdf', '%PDF- a');
  await run();
  renameSync(join(folder, 'a.pdf'), join(folder, 'b.pdf'));
  await run();
  rmSync(join(folder, 'b.pdf'));
  await run();
  expect(await documents()).toMatchObject([{ fichier: 'a.pdf', noms: ['a.pdf', 'b.pdf'] }]);
});
