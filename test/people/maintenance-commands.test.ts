import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleBase } from '../dataset/sample-base.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { runCli, startCli } from './run-cli.ts';

async function seeded(): Promise<string> {
  const folder = temporaryFolder();
  await sampleBase(folder, { documents: 3 });
  return folder;
}

test('sauvegarder, retirer, fusionner, restaurer: what was removed comes back', async () => {
  const folder = await seeded();
  const before = await runCli(folder, 'export');
  const saved = await runCli(folder, 'sauvegarder', 'copies/un.sqlite');
  expect([saved.code, saved.out]).toEqual([0, '']);
  expect(saved.err).toContain('Base sauvegardée et vérifiée : copies/un.sqlite');

  const shown = await runCli(folder, 'retirer', '=hostile.pdf');
  expect(shown.out).toContain('=hostile.pdf  eeeeeeeeeeeeeeee  1 programme, 18 lignes, 0 constat');
  expect(shown.err).toContain('ajoutez --confirmer');
  expect((await runCli(folder, 'export')).out).toBe(before.out);

  const removed = await runCli(folder, 'retirer', '=hostile.pdf', 'illisible.pdf', '--confirmer');
  expect(removed.code).toBe(0);
  expect(removed.err).toContain('2 documents retirés');
  expect((await runCli(folder, 'export')).out).not.toContain('hostile');

  const merged = await runCli(folder, 'fusionner', 'copies/un.sqlite');
  expect([merged.code, merged.out]).toEqual([0, '']);
  expect(merged.err).toContain('2 documents ajoutés, 3 déjà là');
  expect((await runCli(folder, 'export')).out).toBe(before.out);

  const refused = await runCli(folder, 'restaurer', 'copies/un.sqlite');
  expect([refused.code, refused.err.includes('--remplacer')]).toEqual([2, true]);
  const restored = await runCli(folder, 'restaurer', 'copies/un.sqlite', '--remplacer');
  expect(restored.code).toBe(0);
  expect(restored.err).toContain('programmes.avant-restauration-1.sqlite');
  expect((await runCli(folder, 'export')).out).toBe(before.out);
}, 180_000);

test('retirer: a word that names nothing, or several documents, removes nothing', async () => {
  const folder = await seeded();
  const unknown = await runCli(folder, 'retirer', '=hostile.pdf', 'inconnu.pdf', '--confirmer');
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('Aucun document de la base ne répond à « inconnu.pdf »');
  const several = await runCli(folder, 'retirer', '00000000', '--confirmer');
  expect(several.code).toBe(2);
  expect(several.err).toContain('Plusieurs documents');
  expect((await runCli(folder, 'etat')).out).toContain('4 documents importés, 1 rejeté');
});

test('without a base: exit code 3, and nothing is made', async () => {
  const folder = temporaryFolder();
  for (const args of [
    ['sauvegarder', 'copie.sqlite'],
    ['retirer', 'a.pdf'],
  ]) {
    expect((await runCli(folder, ...args)).code).toBe(3);
  }
  expect((await runCli(folder, 'restaurer', 'copie.sqlite')).code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'a place that takes no file is said by its own name, in French, and the database is not blamed',
  async () => {
    const folder = await seeded();
    const copied = await runCli(folder, 'sauvegarder', '/proc/copie.sqlite');
    expect([copied.code, copied.err]).toEqual([2, 'Erreur : La copie ne peut pas être écrite dans « /proc ».\n']);
    const reported = await runCli(folder, 'audit', '--rapport', '/proc/absent/rapport.html');
    expect([reported.code, reported.err]).toEqual([
      2,
      "Erreur : Le rapport « /proc/absent/rapport.html » ne peut pas être écrit : le dossier n'existe pas.\n",
    ]);
  },
);

test.skipIf(process.platform === 'win32')('export stopped by Ctrl-C: code 130, nothing half-written stays', async () => {
  const folder = temporaryFolder();
  await sampleBase(folder, { documents: 400 });
  const { child, ended } = startCli(folder, ['export', '--format', 'csv', '--sortie', 'jeu']);
  const started = async (): Promise<void> => {
    while (!readdirSync(folder).includes('jeu') || readdirSync(join(folder, 'jeu')).length === 0)
      await new Promise((done) => setTimeout(done, 2));
  };
  await started();
  child.kill('SIGINT');
  const { code, err } = await ended;
  expect(code).toBe(130);
  expect(err).toContain("rien n'a été écrit");
  expect(readdirSync(join(folder, 'jeu'))).toEqual([]);
});
