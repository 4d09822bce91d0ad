import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { exportSchema, type Export } from '../../src/model/contract.ts';
import { protectedPdf, tinyPdf } from '../pipelines/tiny-pdf.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { runCli, startCli } from './run-cli.ts';

// Each command starts processes of its own from sources: slow on a busy machine, never long.
vi.setConfig({ testTimeout: 240_000 });

/** A folder with `pdf/` holding this many small documents. */
function folderOf(count: number): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pdf'));
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, 'pdf', `${String(index).padStart(3, '0')}.pdf`), tinyPdf(`Document ${index}`));
  return folder;
}

async function exported(folder: string): Promise<Export> {
  return exportSchema.parse(JSON.parse((await runCli(folder, 'export')).out));
}

test('import: the summary is the result, the rest is diagnostics without animation; the journal is one JSON event a line', async () => {
  const folder = folderOf(3);
  writeFileSync(join(folder, 'pdf', 'vide.pdf'), '');
  writeFileSync(join(folder, 'pdf', 'lisez-moi.txt'), 'bonjour');
  const { code, out, err } = await runCli(folder, 'import', 'pdf', '--journal', 'journal.jsonl');
  expect(code).toBe(1);
  expect(out).toContain("3 fichiers lus, 1 rejeté, 1 d'un autre type");
  expect(out).toMatch(/documents +4, dont 1 rejeté/u);
  expect(out).toContain('Ensuite : tfpb etat');
  expect(err).toContain('Rejeté : pdf/vide.pdf (vide). Le fichier est vide');
  expect(err + out).not.toMatch(/[\r\u001b]/u);
  const events = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { evenement: string; nom?: string });
  expect(events.at(0)?.evenement).toBe('import_debut');
  expect(events.filter(({ evenement }) => evenement === 'lu')).toHaveLength(3);
  expect(events.at(-1)).toMatchObject({ evenement: 'import_fin', lus: 3, rejetes: 1 });
  const again = await runCli(folder, 'import', 'pdf/000.pdf', '--silencieux');
  expect([again.code, again.err]).toEqual([0, '']);
});

test('every way a file can be bad has its reason, in the export and in etat, and the run goes on', async () => {
  const folder = folderOf(1);
  const write = (name: string, bytes: Buffer | string): void => writeFileSync(join(folder, 'pdf', name), bytes);
  const whole = tinyPdf('Bonjour', 'Au revoir');
  write('chiffre.pdf', protectedPdf('secret', 'Bonjour'));
  write('corrompu.pdf', Buffer.from(whole.toString('latin1').replaceAll('obj', 'xxx').replaceAll('startxref', 'startyyyy'), 'latin1'));
  write('grand.pdf', '%PDF-1.4');
  truncateSync(join(folder, 'pdf', 'grand.pdf'), 3_000_000);
  write('pages.pdf', tinyPdf('1', '2', '3', '4'));
  write('sans-page.pdf', tinyPdf());
  write('texte.pdf', 'Ceci est un texte.');
  write('tronque.pdf', whole.subarray(0, Math.floor(whole.length * 0.6)));
  write('vide.pdf', '');
  writeFileSync(join(folder, 'nomme.doc'), 'Un autre format.');
  const args = ['import', 'pdf', 'nomme.doc', '--pages-max', '3', '--taille-max', '2'];
  const { code } = await runCli(folder, ...args);
  expect(code).toBe(1);
  const { documents } = await exported(folder);
  expect(Object.fromEntries(documents.map(({ fichier, raison }) => [fichier, raison]))).toEqual({
    '000.pdf': null,
    'chiffre.pdf': 'chiffre',
    'corrompu.pdf': 'corrompu',
    'grand.pdf': 'trop_grand',
    'nomme.doc': 'pas_un_pdf',
    'pages.pdf': 'trop_de_pages',
    'sans-page.pdf': 'sans_page',
    'texte.pdf': 'pas_un_pdf',
    'tronque.pdf': 'tronque',
    'vide.pdf': 'vide',
  });
  const etat = await runCli(folder, 'etat');
  for (const { fichier, raison } of documents) if (raison !== null) expect(etat.out).toContain(`${fichier} (${raison})`);

  // With the password, and with room for it, two of them can be read after all.
  const retry = await runCli(folder, 'import', 'pdf/chiffre.pdf', 'pdf/pages.pdf', '--mot-de-passe', 'secret');
  expect(retry.code).toBe(0);
  const after = (await exported(folder)).documents.filter(({ fichier }) => ['chiffre.pdf', 'pages.pdf'].includes(fichier));
  expect(after.map(({ statut, pages }) => [statut, pages])).toEqual([
    ['importe', 1],
    ['importe', 4],
  ]);
  expect(readFileSync(join(folder, 'programmes.sqlite'), 'latin1')).not.toContain('secret');
});

test('a file that changes between its hash and its reading is rejected as such, and read at the next run', async () => {
  const folder = folderOf(1);
  const path = join(folder, 'pdf', '000.pdf');
  const options = { paths: [path], base: join(folder, 'programmes.sqlite') };
  const reasons: string[] = [];
  const first = await importDocuments({
    ...options,
    onProgress: (event) => {
      if (event.type === 'debut') writeFileSync(path, tinyPdf('Autre chose'));
      if (event.type === 'rejete') reasons.push(event.raison);
    },
  });
  expect([first.rejetes, reasons]).toEqual([1, ['modifie_pendant_lecture']]);
  expect(await importDocuments(options)).toMatchObject({ lus: 1, rejetes: 0 });
  expect((await exported(folder)).documents).toMatchObject([{ statut: 'importe' }]);
});

test('killed at any moment, the same command goes on, and the outcome is that of an undisturbed run', async () => {
  const disturbed = folderOf(12);
  const undisturbed = folderOf(12);
  for (const moment of ['Lu : 00', 'Lu : 006']) {
    const { child, says, ended } = startCli(disturbed, ['import', 'pdf', '--verbeux', '--coeurs', '2']);
    await says(moment);
    child.kill('SIGKILL');
    await ended;
  }
  expect((await runCli(disturbed, 'import', 'pdf')).code).toBe(0);
  expect((await runCli(undisturbed, 'import', 'pdf')).code).toBe(0);
  expect(await exported(disturbed)).toEqual(await exported(undisturbed));
});

test('Ctrl-C stops cleanly with code 130, says how to go on, and what was read stays', async () => {
  const folder = folderOf(40);
  const { child, says, ended } = startCli(folder, ['import', 'pdf', '--verbeux', '--coeurs', '1']);
  await says('Lu : 000.pdf');
  child.kill('SIGINT');
  const { code, out, err } = await ended;
  expect(code).toBe(130);
  expect(out).toContain('Import interrompu');
  expect(err).toContain('relancez la même commande');
  const { documents } = await exported(folder);
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.length).toBeLessThan(40);
  expect(documents.every(({ statut }) => statut === 'importe')).toBe(true);
  expect((await runCli(folder, 'import', 'pdf')).code).toBe(0);
  expect((await exported(folder)).documents).toHaveLength(40);
});

test('a second import of the same base is refused with code 4 while the first goes on undisturbed; reading the base is allowed', async () => {
  const folder = folderOf(30);
  const first = startCli(folder, ['import', 'pdf', '--verbeux', '--coeurs', '1']);
  await first.says('Lu : 000.pdf');
  first.child.kill('SIGSTOP');
  const second = await runCli(folder, 'import', 'pdf');
  const etat = await runCli(folder, 'etat');
  first.child.kill('SIGCONT');
  expect(second.code).toBe(4);
  expect(second.err).toContain('Un autre import utilise la base');
  expect(second.out).toBe('');
  expect(etat.code).toBe(0);
  expect((await first.ended).code).toBe(0);
});
