import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { connectCopy } from '../../src/store/connection.ts';
import { protectedPdf, tinyPdf } from '../pipelines/tiny-pdf.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { runCli, startCli } from './run-cli.ts';

/** What somebody meets who has never used the command, and types what such people type. */

vi.setConfig({ testTimeout: 240_000 });

/** What Node and SQLite say of themselves. */
const SYSTEM_ENGLISH = /ENO|EACC|no such|denied|directory|failed|unable|cannot|error/iu;

test('a mistyped name: code 2, the name, and nothing is stored', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  for (const command of ['import', 'tables']) {
    const { code, out, err } = await runCli(folder, command, 'a.pdf', 'b.pdf', 'c.pdf');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("« b.pdf », « c.pdf » n'existent pas : rien n'a été lu");
  }
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('a password that is missing and one that is wrong are told apart, at once and later; the right one opens', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), protectedPdf('secret', 'Bonjour'));
  const without = await runCli(folder, 'import', 'a.pdf');
  expect(without.err).toContain('Relancez avec --mot-de-passe');
  const wrong = await runCli(folder, 'import', 'a.pdf', '--mot-de-passe', 'Secret');
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("le mot de passe donné n'est pas le bon") as string]);
  expect((await runCli(folder, 'etat')).out).toContain(
    "a.pdf (chiffre)\n      Le fichier est protégé et le mot de passe donné n'est pas le bon",
  );
  expect((await runCli(folder, 'audit')).out).toContain("le mot de passe donné n'est pas le bon");
  const tables = await runCli(folder, 'tables', 'a.pdf', '--mot-de-passe', 'Secret');
  expect(tables.err).toContain("le mot de passe donné n'est pas le bon");
  const right = await runCli(folder, 'import', '--reprendre-rejets', '--mot-de-passe', 'secret');
  expect([right.code, right.out]).toEqual([0, expect.stringContaining('1 fichier lu, 0 rejeté') as string]);
});

test('no command leaves side files of the base behind, not even one whose reader went away or that was stopped at once', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pdf'));
  for (let index = 0; index < 10; index++) writeFileSync(join(folder, 'pdf', `${String(index)}.pdf`), tinyPdf(String(index)));
  const first = startCli(folder, ['import', 'pdf', '--verbeux', '--coeurs', '1']);
  await first.says('Lu : 0.pdf');
  first.child.kill('SIGINT');
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(130);
  const left = (): string[] => readdirSync(folder).filter((name) => /-(?:wal|shm|journal)$/u.test(name));
  expect(left()).toEqual([]);
  for (const command of ['import', 'etat', 'audit', 'export']) {
    await runCli(folder, command, ...(command === 'import' ? ['pdf'] : []));
    expect([command, left()]).toEqual([command, []]);
  }
  const reader = startCli(folder, ['export', '--format', 'jsonl']);
  reader.child.stdout?.destroy();
  await reader.ended;
  expect(left()).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)(
  'a base on a support that cannot be written is read all the same (skipped for root, who may write anywhere)',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
    await runCli(folder, 'import', 'a.pdf');
    const shelf = join(folder, 'etagere');
    mkdirSync(shelf);
    copyFileSync(join(folder, 'programmes.sqlite'), join(shelf, 'programmes.sqlite'));
    chmodSync(join(shelf, 'programmes.sqlite'), 0o444);
    chmodSync(shelf, 0o555);
    const { code, out } = await runCli(shelf, 'etat');
    chmodSync(shelf, 0o755);
    expect([code, out]).toEqual([0, expect.stringContaining('1 document importé') as string]);
  },
);

test('a base is copied into memory whole, or not at all while its log holds what it does not', async () => {
  const folder = temporaryFolder();
  const base = join(folder, 'programmes.sqlite');
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  await runCli(folder, 'import', 'a.pdf');
  const copy = await connectCopy(base);
  expect(copy?.value('SELECT count(*) FROM documents')).toBe(1);
  copy?.close();
  writeFileSync(`${base}-wal`, 'quelque chose');
  expect(await connectCopy(base)).toBe(null);
});

test('what cannot be written is said in French, without the words of the system', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  writeFileSync(join(folder, 'fichier'), '');
  const journal = await runCli(folder, 'import', 'a.pdf', '--journal', 'absent/journal.jsonl');
  expect([journal.code, journal.err]).toEqual([
    2,
    "Erreur : Le journal « absent/journal.jsonl » ne peut pas être écrit : le dossier n'existe pas.\n",
  ]);
  await runCli(folder, 'import', 'a.pdf');
  const output = await runCli(folder, 'export', '--sortie', 'fichier/dessous');
  expect(output.code).toBe(2);
  expect(output.err).toContain('« fichier/dessous »');
  expect(output.err).not.toMatch(SYSTEM_ENGLISH);
  const base = await runCli(folder, 'etat', '--base', '.');
  expect([base.code, base.err]).toEqual([3, expect.stringContaining("c'est un dossier") as string]);
});

test.skipIf(!existsSync('/dev/full'))('a full disk under the journal is said once and does not end the import', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  const { code, out, err } = await runCli(folder, 'import', 'a.pdf', '--journal', '/dev/full');
  expect([code, out]).toEqual([0, expect.stringContaining('1 fichier lu') as string]);
  expect(err.match(/le disque est plein/gu)).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')('what a name that is no document means is said: a broken link, a device', async () => {
  const folder = temporaryFolder();
  symlinkSync('nulle-part', join(folder, 'lien.pdf'));
  const { code, err } = await runCli(folder, 'import', 'lien.pdf', '/dev/null');
  expect(code).toBe(1);
  expect(err).toContain("lien.pdf (illisible). Ce nom est un lien vers un fichier qui n'existe pas.");
  expect(err).toContain('null (illisible). Ce nom ne désigne pas un fichier ordinaire');
});

test('help asked for in words, and an option before its command', async () => {
  const folder = temporaryFolder();
  const [option, aide, help] = await Promise.all([
    runCli(folder, 'import', '--help'),
    runCli(folder, 'aide', 'import'),
    runCli(folder, 'help', 'import'),
  ]);
  expect([aide, help]).toEqual([option, option]);
  const { code, err } = await runCli(folder, '--verbeux', 'etat');
  expect([code, err]).toEqual([
    2,
    expect.stringContaining("L'option --verbeux se met après la commande : tfpb etat … --verbeux.") as string,
  ]);
});
