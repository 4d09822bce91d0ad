import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { rejectedDocument } from '../../pipelines/rejected-document.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { acquireImportLock } from '../../src/store/lock.ts';
import { copyDatabase } from '../../src/store/maintenance/copy.ts';
import { mergeDatabase } from '../../src/store/maintenance/merge.ts';
import { ownedTables } from '../../src/store/maintenance/owned-tables.ts';
import { findDocuments, removeDocuments } from '../../src/store/maintenance/remove.ts';
import { restoreDatabase } from '../../src/store/maintenance/restore.ts';
import { connect } from '../../src/store/connection.ts';
import { initial } from '../../src/store/migrations/001-initial.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { readDocuments } from '../../src/store/read.ts';
import { saveDocument } from '../../src/store/write.ts';
import { sampleBase } from '../dataset/sample-base.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { temporaryFolder } from './temporary.ts';

const sha = (index: number): string => index.toString(16).padStart(64, '0');

async function all(base: string): Promise<DocumentExport[]> {
  const store = await openStore(base, 'lecture');
  const documents: DocumentExport[] = [];
  for await (const document of readDocuments(store)) documents.push(document);
  await store.close();
  return documents;
}

/** A base of the documents `from` to `to`, each the same whatever base it is in, unless `seed` differs. */
async function base(
  name: string,
  from: number,
  to: number,
  { seed = 1, rejected = [] as number[], version = '0.1.0' } = {},
): Promise<string> {
  const path = join(temporaryFolder(), name);
  const store = await openStore(path, 'ecriture');
  for (let index = from; index < to; index++) {
    const [document] = fc.sample(arbitraryDocument(sha(index)), { numRuns: 1, seed: seed * 1000 + index });
    const file = { nom: `d${index}-${name}.pdf`, chemin: `/${name}/d${index}.pdf`, empreinte: '1' };
    const stored = rejected.includes(index) ? rejectedDocument(sha(index), file.nom, sha(index), 'corrompu') : document;
    if (stored !== undefined) await saveDocument(store, sha(index), stored, file, version);
  }
  await store.close();
  return path;
}

/** Rows of every table, to see that nothing is left over or forgotten. */
function rows(path: string): Record<string, number> {
  const database = new Sqlite(path, { readonly: true });
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[];
  const counts = Object.fromEntries(
    names.map(({ name }) => [name, (database.prepare(`SELECT count(*) AS n FROM ${name}`).get() as { n: number }).n]),
  );
  database.close();
  return counts;
}

const withoutNames = (documents: readonly DocumentExport[]): unknown[] =>
  documents.map(({ fichier: _fichier, noms: _noms, ...reading }) => reading);

test('a removed document leaves nothing, neither in the tables nor in the bytes of the file; the others stay', async () => {
  const path = join(temporaryFolder(), 'programmes.sqlite');
  await sampleBase(dirname(path));
  const before = await all(path);
  expect(readFileSync(path).includes('HYPERLINK')).toBe(true);
  const store = await openStore(path, 'ecriture');
  const targets = await findDocuments(store, '=hostile.pdf', '/nulle/part');
  expect(targets).toMatchObject([{ fichier: '=hostile.pdf', programmes: 1, lignes: 18 }]);
  await store.close();
  await removeDocuments(
    path,
    targets.map(({ id }) => id),
  );
  expect(await all(path)).toEqual(before.filter(({ fichier }) => fichier !== '=hostile.pdf'));
  for (const name of readdirSync(dirname(path))) expect(readFileSync(join(dirname(path), name)).includes('HYPERLINK'), name).toBe(false);
});

test('a document is found by a name, a path, or the beginning of its hash; not by a few letters of it', async () => {
  const path = await base('un', 0x1234567800, 0x1234567802);
  const store = await openStore(path, 'lecture');
  const ids = async (word: string, chemin = '/x'): Promise<string[]> => (await findDocuments(store, word, chemin)).map(({ id }) => id);
  expect(await ids(`d${0x1234567800}-un.pdf`)).toEqual([sha(0x1234567800)]);
  expect(await ids('x', `/un/d${0x1234567801}.pdf`)).toEqual([sha(0x1234567801)]);
  expect(await ids(sha(0x1234567801))).toEqual([sha(0x1234567801)]);
  expect(await ids(sha(0x1234567800).slice(0, 62))).toHaveLength(2);
  expect(await ids('0000')).toEqual([]);
  expect(await ids('%')).toEqual([]);
  await store.close();
});

/** What a base knows beside its documents: lists its user has loaded, decisions of readers, samples judged. */
const OF_THE_BASE = ['bailleurs_noms', 'bailleurs_officiels', 'controles', 'exemples', 'listes_chargees', 'quartiers_officiels'];

test('everything that hangs on a document is known, in an order that can be copied', async () => {
  const path = await base('un', 0, 1);
  const connection = await connect(path, { mustExist: true, timeout: 1000 });
  const names = ownedTables(connection, 'main').map(({ name }) => name);
  connection.close();
  expect(names[0]).toBe('documents');
  expect([...names].sort()).toEqual(
    Object.keys(rows(path))
      .filter((name) => !OF_THE_BASE.includes(name))
      .sort(),
  );
});

/** A table of pages kept by the hash of the bytes, without a foreign key: they are there before the document is. */
async function keepPages(path: string, pages: readonly (readonly [sha256: string, lecture: string])[]): Promise<void> {
  const database = new Sqlite(path);
  database.exec(
    'CREATE TABLE pages_gardees (sha256 TEXT NOT NULL, page INTEGER NOT NULL, lecture TEXT NOT NULL, PRIMARY KEY (sha256, page)) STRICT, WITHOUT ROWID',
  );
  for (const [sha256, lecture] of pages) database.prepare('INSERT INTO pages_gardees VALUES (?, 1, ?)').run(sha256, lecture);
  database.close();
}

test('what is kept by the hash of the bytes goes with its document, and comes with it when bases are merged', async () => {
  const [ours, theirs] = [await base('un', 0, 3), await base('deux', 2, 5)];
  await keepPages(ours, [
    [sha(0), 'MARTIN'],
    [sha(2), 'ici'],
  ]);
  await keepPages(theirs, [
    [sha(2), 'là'],
    [sha(4), 'DUPONT'],
    [sha(99), 'sans document'],
  ]);
  await mergeDatabase(ours, theirs);
  const kept = (): unknown => {
    const database = new Sqlite(ours, { readonly: true });
    const found = database.prepare('SELECT lecture FROM pages_gardees ORDER BY sha256').pluck().all();
    database.close();
    return found;
  };
  expect(kept()).toEqual(['MARTIN', 'ici', 'DUPONT']);
  await removeDocuments(ours, [sha(0)]);
  expect(kept()).toEqual(['ici', 'DUPONT']);
  expect(readFileSync(ours).includes('MARTIN')).toBe(false);
});

test('a backup is the same data in one file, is not written over, and can be made while an import writes', async () => {
  const path = await base('un', 0, 5);
  const target = join(temporaryFolder(), 'sous', 'copie.sqlite');
  const writer = new Sqlite(path);
  writer.exec("BEGIN IMMEDIATE; UPDATE documents SET fichier = 'en cours'");
  await copyDatabase(path, target);
  writer.exec('ROLLBACK');
  writer.close();
  expect(readdirSync(dirname(target))).toEqual(['copie.sqlite']);
  expect(await all(target)).toEqual(await all(path));
  await expect(copyDatabase(path, target)).rejects.toMatchObject({ code: 'fichier_existant', exitCode: 2 });
});

test('what is no base of ours is neither saved nor restored, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'base.sqlite');
  const foreign = join(temporaryFolder(), 'autre.sqlite');
  new Sqlite(foreign).exec('CREATE TABLE t (a)').close();
  await expect(restoreDatabase(foreign, target, false)).rejects.toMatchObject({ code: 'base_etrangere', exitCode: 3 });
  writeFileSync(join(folder, 'texte.sqlite'), 'Bonjour. '.repeat(500));
  await expect(restoreDatabase(join(folder, 'texte.sqlite'), target, false)).rejects.toMatchObject({ exitCode: 3 });
  await expect(restoreDatabase(join(folder, 'absente.sqlite'), target, false)).rejects.toMatchObject({ exitCode: 2 });
  expect(readdirSync(folder)).toEqual(['texte.sqlite']);
});

test('a damaged backup is refused, and the base that is there stays in its place', async () => {
  const path = await base('un', 0, 3);
  const backup = join(temporaryFolder(), 'copie.sqlite');
  await copyDatabase(await base('deux', 10, 30), backup);
  const bytes = readFileSync(backup);
  bytes.fill(0x5a, 3 * 4096, 12 * 4096);
  writeFileSync(backup, bytes);
  const before = await all(path);
  await expect(restoreDatabase(backup, path, true)).rejects.toMatchObject({ exitCode: 3 });
  expect(await all(path)).toEqual(before);
  expect(readdirSync(dirname(path)).filter((name) => name.includes('avant'))).toEqual([]);
});

test('a restored base is the backup; the base of before is set aside, whole; not during an import', async () => {
  const path = await base('un', 0, 3);
  const backup = join(temporaryFolder(), 'copie.sqlite');
  await copyDatabase(path, backup);
  const kept = readFileSync(backup);
  const saved = await all(path);
  await removeDocuments(path, [sha(0)]);
  const changed = await all(path);

  await expect(restoreDatabase(backup, path, false)).rejects.toMatchObject({ code: 'base_existante' });
  const lock = await acquireImportLock(path);
  await expect(restoreDatabase(backup, path, true)).rejects.toMatchObject({ exitCode: 4 });
  lock.release();
  expect(await all(path)).toEqual(changed);

  const aside = await restoreDatabase(backup, path, true);
  expect(await all(path)).toEqual(saved);
  expect(await all(aside ?? '')).toEqual(changed);
  expect(readFileSync(backup).equals(kept)).toBe(true);
});

test('a base of the first version is brought up to date when opened, with all it holds; a backup of it stays as it was', async () => {
  const current = await base('un', 0, 6);
  const old = join(temporaryFolder(), 'ancienne.sqlite');
  // The schema as version 1 had it, and the rows of today in it.
  const database = new Sqlite(old);
  database.exec(`${initial}; PRAGMA application_id = ${0x54465042}; PRAGMA user_version = 1`);
  database.exec(`ATTACH '${current}' AS neuve`);
  const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  for (const { name } of tables) {
    const columns = (database.prepare(`PRAGMA main.table_info(${name})`).all() as { name: string }[])
      .map((column) => column.name)
      .join(', ');
    database.exec(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM neuve.${name}`);
  }
  database.close();

  const backup = join(temporaryFolder(), 'copie.sqlite');
  await copyDatabase(old, backup);
  expect(versionOf(old)).toBe(1);
  // Facts came with version 5; what totals sum, and doubts, with version 7.
  const known = (await all(current)).map((document) => ({
    ...document,
    faits: [],
    programmes: document.programmes.map((programme) => ({
      ...programme,
      doutes: [],
      verifie: null,
      totaux: programme.totaux.map((total) => ({ ...total, termes: [] })),
    })),
  }));
  expect(await all(old)).toEqual(known);
  expect(versionOf(old)).toBe(SCHEMA_VERSION);
  expect(identities(old)).toEqual(identities(current));
  expect(leftOutOf(old)).toEqual(leftOutOf(current));
  expect(leftOutOf(current).length).toBeGreaterThan(0);

  const restored = join(temporaryFolder(), 'base.sqlite');
  expect(await restoreDatabase(backup, restored, false)).toBe(null);
  expect([versionOf(backup), versionOf(restored)]).toEqual([1, SCHEMA_VERSION]);
  expect(await all(restored)).toEqual(known);
});

/** What programmes have in common with their copies: worked out again for rows from before there was such a column. */
function identities(path: string): unknown {
  const database = new Sqlite(path, { readonly: true });
  const found = database.prepare('SELECT id, identite FROM programmes ORDER BY id').all();
  database.close();
  return found;
}

/** Amounts that no sum counts: worked out again too. */
function leftOutOf(path: string): readonly unknown[] {
  const database = new Sqlite(path, { readonly: true });
  const found = database.prepare('SELECT id, hors_somme FROM montants WHERE hors_somme IS NOT NULL ORDER BY id').all();
  database.close();
  return found;
}

function versionOf(path: string): unknown {
  const database = new Sqlite(path, { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
}

test('merging: each document once, with the names of both; the same as if one agent had read everything', async () => {
  const [ours, theirs] = [await base('un', 0, 8), await base('deux', 5, 12)];
  const untouched = readFileSync(theirs);
  const report = await mergeDatabase(ours, theirs);
  expect(report).toEqual({ ajoutes: 4, remplaces: 0, communs: 3, conflits: [] });
  expect(withoutNames(await all(ours))).toEqual(expect.arrayContaining(withoutNames(await all(await base('tout', 0, 12)))) as unknown[]);
  const merged = await all(ours);
  expect(merged).toHaveLength(12);
  expect(merged.find(({ sha256 }) => sha256 === sha(6))?.noms).toEqual(['d6-un.pdf', 'd6-deux.pdf']);
  expect(readFileSync(theirs).equals(untouched)).toBe(true);

  const before = rows(ours);
  expect(await mergeDatabase(ours, theirs)).toMatchObject({ ajoutes: 0, communs: 7, conflits: [] });
  expect(rows(ours)).toEqual(before);
});

test('merging either way round gives the same readings, and every table as many rows', async () => {
  const [a, b] = [await base('a', 0, 6), await base('b', 3, 9)];
  const [a2, b2] = [join(temporaryFolder(), 'a.sqlite'), join(temporaryFolder(), 'b.sqlite')];
  copyFileSync(a, a2);
  copyFileSync(b, b2);
  await mergeDatabase(a, b);
  await mergeDatabase(b2, a2);
  expect(rows(a)).toEqual(rows(b2));
  const byHash = (documents: DocumentExport[]): unknown[] =>
    withoutNames([...documents].sort((x, y) => ((x.sha256 ?? '') < (y.sha256 ?? '') ? -1 : 1)));
  expect(byHash(await all(a))).toEqual(byHash(await all(b2)));
});

test('merging: a reading wins over a rejection; two different readings are a conflict, and ours stays', async () => {
  const ours = await base('un', 0, 4, { rejected: [0] });
  const theirs = await base('deux', 0, 4, { seed: 2, rejected: [1], version: '0.2.0' });
  const before = await all(ours);
  const report = await mergeDatabase(ours, theirs);
  expect(report).toMatchObject({ ajoutes: 0, remplaces: 1, communs: 3 });
  expect(report.conflits).toEqual(
    [2, 3].map((index) => ({ id: sha(index), fichier: `d${index}-un.pdf`, garde: '0.1.0', ecarte: '0.2.0' })),
  );
  const merged = await all(ours);
  const readingOf = (documents: readonly DocumentExport[], index: number): unknown =>
    withoutNames(documents.filter(({ sha256 }) => sha256 === sha(index)));
  expect(merged.map(({ statut }) => statut)).toEqual(['importe', 'importe', 'importe', 'importe']);
  expect(readingOf(merged, 0)).toEqual(readingOf(await all(theirs), 0));
  for (const index of [1, 2, 3]) expect(readingOf(merged, index)).toEqual(readingOf(before, index));
  expect(merged.find(({ sha256 }) => sha256 === sha(0))?.noms).toEqual(expect.arrayContaining(['d0-un.pdf', 'd0-deux.pdf']) as string[]);
});

test('merging is refused during an import, with itself, and with what is no base', async () => {
  const [ours, theirs] = [await base('un', 0, 2), await base('deux', 1, 3)];
  const lock = await acquireImportLock(ours);
  await expect(mergeDatabase(ours, theirs)).rejects.toMatchObject({ exitCode: 4 });
  lock.release();
  await expect(mergeDatabase(ours, ours)).rejects.toMatchObject({ exitCode: 2 });
  await expect(mergeDatabase(ours, join(dirname(ours), 'absente.sqlite'))).rejects.toMatchObject({ exitCode: 2 });
  mkdirSync(join(dirname(ours), 'dossier'));
  await expect(mergeDatabase(ours, join(dirname(ours), 'dossier'))).rejects.toMatchObject({ exitCode: 3 });
  expect(await all(ours)).toHaveLength(2);
});

test('the views add up what the tables hold', async () => {
  const path = await base('un', 0, 12);
  const database = new Sqlite(path, { readonly: true }).defaultSafeIntegers(true);
  const one = (sql: string): unknown => Object.values(database.prepare(sql).get() as object)[0];
  const amounts = one('SELECT count(montant_centimes) FROM montants');
  expect(amounts).toBeGreaterThan(0n);
  const counted = one('SELECT count(montant_centimes) FROM montants WHERE hors_somme IS NULL');
  for (const view of ['v_axes', 'v_annees', 'v_bailleurs', 'v_communes'])
    expect(one(`SELECT sum(nombre_montants) FROM ${view}`), view).toBe(counted);
  expect(one('SELECT sum(nombre_montants) FROM v_programmes')).toBe(amounts);
  expect(one('SELECT sum(totaux_en_ecart) FROM v_programmes')).toBe(one('SELECT count(*) FROM v_ecarts'));
  expect(one('SELECT count(*) FROM v_constats')).toBe(one('SELECT count(*) FROM constats'));
  database.close();
});

test.skipIf(process.getuid?.() === 0)(
  'a backup on a read-only medium can be restored (skipped for root, who may write anywhere)',
  async () => {
    const backup = join(temporaryFolder(), 'copie.sqlite');
    await copyDatabase(await base('un', 0, 2), backup);
    chmodSync(dirname(backup), 0o555);
    const target = join(temporaryFolder(), 'base.sqlite');
    await restoreDatabase(backup, target, false).finally(() => chmodSync(dirname(backup), 0o755));
    expect(existsSync(target)).toBe(true);
  },
);
