import Sqlite from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireImportLock } from '../../src/store/lock.ts';
import { openStore } from '../../src/store/open.ts';
import { compiled } from '../support/compiled/folder.ts';
import { temporaryFolder } from './temporary.ts';

test('a new base has foreign keys, a write-ahead log, our mark and a version', async () => {
  const path = join(temporaryFolder(), 'sous', 'dossier', 'base.sqlite');
  await (await openStore(path, 'ecriture')).close();
  const database = new Sqlite(path);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(database.pragma('user_version', { simple: true })).toBe(10);
  expect(database.pragma('application_id', { simple: true })).toBe(0x54465042);
  database.close();
});

test('every table of the schema is documented, column by column', async () => {
  const path = join(temporaryFolder(), 'base.sqlite');
  await (await openStore(path, 'ecriture')).close();
  const database = new Sqlite(path);
  const columns = database
    .prepare(
      "SELECT t.name AS tableName, c.name AS columnName FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type IN ('table', 'view')",
    )
    .all() as { tableName: string; columnName: string }[];
  const text = readFileSync('docs/schema.md', 'utf8');
  const missing = columns.filter(({ tableName, columnName }) => {
    const section = text.split(`\n## ${tableName}\n`)[1]?.split('\n## ')[0] ?? '';
    return !section.includes(`\`${columnName}\``);
  });
  expect(missing).toEqual([]);
  database.close();
});

test.each([
  ['no such file to read', 'lecture', () => undefined, "n'existe pas"],
  [
    'not a database',
    'lecture',
    (path: string) => writeFileSync(path, 'Bonjour, ceci est un texte assez long pour ne pas être vide.'.repeat(30)),
    "n'est pas une base",
  ],
  ['not a database, to write', 'ecriture', (path: string) => writeFileSync(path, 'x'.repeat(5000)), "n'est pas une base"],
  ["another program's database", 'ecriture', (path: string) => new Sqlite(path).exec('CREATE TABLE t (a)').close(), "d'un autre logiciel"],
  ['a folder', 'ecriture', (path: string) => mkdirSync(path), 'ne peut pas être ouverte'],
] as const)('%s: exit code 3 and a French sentence', async (_case, mode, prepare, message) => {
  const path = join(temporaryFolder(), 'base.sqlite');
  prepare(path);
  await expect(openStore(path, mode)).rejects.toMatchObject({
    name: 'CommandError',
    exitCode: 3,
    message: expect.stringContaining(message) as string,
  });
});

test('a base written by a newer version is refused, and not touched', async () => {
  const path = join(temporaryFolder(), 'base.sqlite');
  await (await openStore(path, 'ecriture')).close();
  const database = new Sqlite(path);
  database.pragma('user_version = 99');
  database.close();
  const before = readFileSync(path);
  await expect(openStore(path, 'ecriture')).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('plus récente') as string,
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written: exit code 3 (skipped for root, who may write anywhere)',
  async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    await expect(openStore(join(folder, 'base.sqlite'), 'ecriture')).rejects.toMatchObject({ exitCode: 3 });
    chmodSync(folder, 0o755);
  },
);

test('one import at a time: a second is refused with exit code 4 until the first lets go', async () => {
  const path = join(temporaryFolder(), 'base.sqlite');
  const lock = await acquireImportLock(path);
  await expect(acquireImportLock(path)).rejects.toMatchObject({ code: 'import_en_cours', exitCode: 4 });
  lock.release();
  (await acquireImportLock(path)).release();
});

test('the lock of a process that was killed is free at once', async () => {
  const path = join(temporaryFolder(), 'base.sqlite');
  const script = `import { acquireImportLock } from ${JSON.stringify(compiled('src/store/lock').href)};
    await acquireImportLock(${JSON.stringify(path)}); console.log('tenu'); setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => holder.stdout.once('data', done));
  await expect(acquireImportLock(path)).rejects.toMatchObject({ exitCode: 4 });
  const gone = new Promise((done) => holder.once('exit', done));
  holder.kill('SIGKILL');
  await gone;
  (await acquireImportLock(path)).release();
});
