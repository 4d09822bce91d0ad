import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rejectedDocument } from '../../pipelines/rejected-document.ts';
import { exportSchema, documentExportSchema, type ProgrammeExport } from '../../src/model/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument, type DocumentToSave } from '../../src/store/write.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { COMPILED_CLI } from '../support/compiled/folder.ts';
import { runCli } from './run-cli.ts';

// Each command starts a process of its own from sources: slow on a busy machine, never long.
vi.setConfig({ testTimeout: 240_000 });

const programme: ProgrammeExport = {
  id: 'p1',
  nature: 'previsionnel',
  annee_debut: 2023,
  annee_fin: 2024,
  commune: 'Ville',
  code_insee: null,
  quartier: 'Quartier',
  code_qp: null,
  bailleur: 'Bailleur',
  siren: null,
  nombre_logements: null,
  pages: [2, 3],
  lignes: [],
  totaux: [],
  statut: 'a_relire',
  doutes: ['montants_sans_place'],
  verifie: null,
};

const imported: DocumentToSave = {
  sha256: 'a'.repeat(64),
  pages: 3,
  statut: 'importe',
  raison: null,
  nature: 'programme',
  convention: null,
  faits: [],
  programmes: [programme],
  corrections: [],
  constats: [
    { id: 'c1', code: 'total_ecart', gravite: 'erreur', message: 'Le total ment.', programme: 'p1', page: 2, boite: [72, 144, 100, 160] },
    { id: 'c2', code: 'axe_unique', gravite: 'alerte', message: 'Un seul axe.', programme: 'p1', page: null, boite: null },
    { id: 'c3', code: 'note', gravite: 'info', message: 'Pour information.', programme: null, page: 1, boite: null },
  ],
};

/** A folder with a base of one document read and one rejected, whose name would play tricks on a terminal. */
async function seeded(): Promise<string> {
  const folder = temporaryFolder();
  const store = await openStore(join(folder, 'programmes.sqlite'), 'ecriture');
  await saveDocument(store, 'a'.repeat(64), imported, { nom: 'lu.pdf', chemin: '/d/lu.pdf', empreinte: '1' }, '0');
  const nom = 'mauvais\n\u001b[31m.pdf';
  await saveDocument(
    store,
    'b'.repeat(64),
    rejectedDocument('b'.repeat(64), nom, 'b'.repeat(64), 'chiffre'),
    { nom, chemin: `/d/${nom}`, empreinte: '1' },
    '0',
  );
  await store.close();
  return folder;
}

test('etat: what is in, what was rejected with what to do, what awaits a reader; escape sequences in names do not reach the terminal', async () => {
  const { code, out, err } = await runCli(await seeded(), 'etat');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('1 document importé, 1 rejeté');
  expect(out).toContain('1 programme : 1 à relire');
  expect(out).toContain('(chiffre)');
  expect(out).toContain('--mot-de-passe');
  expect(out).toContain('lu.pdf, page 2 : Ville, Quartier, Bailleur, 2023-2024');
  expect(out).toContain('mauvais\\n\\u001b[31m.pdf (chiffre)');
  expect(out).toContain('      /d/mauvais\\n\\u001b[31m.pdf\n');
  expect(out).not.toContain('\u001b');
});

test('etat: a page that looks like a programme, of which none was recognised, awaits a reader too', async () => {
  const folder = temporaryFolder();
  const store = await openStore(join(folder, 'programmes.sqlite'), 'ecriture');
  const constat = {
    id: 'c',
    code: 'programme_non_reconnu',
    gravite: 'alerte',
    message: 'À vérifier.',
    programme: null,
    page: 4,
    boite: null,
  } as const;
  const document: DocumentToSave = { ...imported, nature: 'autre', programmes: [], constats: [constat] };
  await saveDocument(store, 'a'.repeat(64), document, { nom: 'muet.pdf', chemin: '/d/muet.pdf', empreinte: '1' }, '0');
  await store.close();
  const { out } = await runCli(folder, 'etat');
  expect(out).toContain("À relire\n  muet.pdf, page 4 : l'air d'un programme, mais aucun n'y a été reconnu\n");
});

test('audit: errors and alerts with page and place, infos on demand; --strict ends with 1 while an error stands', async () => {
  const folder = await seeded();
  const plain = await runCli(folder, 'audit');
  expect(plain.code).toBe(0);
  expect(plain.out).toContain('Le total ment.');
  expect(plain.out).toContain('page 2, à 5,1 cm du haut et 2,5 cm de la gauche [total_ecart]');
  expect(plain.out).toContain('document entier [axe_unique]');
  expect(plain.out).not.toContain('Pour information.');
  expect(plain.out).toContain('2 erreurs, 1 alerte.');
  const strict = await runCli(folder, 'audit', '--strict', '--verbeux');
  expect(strict.code).toBe(1);
  expect(strict.out).toContain('Pour information.');
});

test('export: json is the contract, jsonl one document a line, --sortie a file that is whole; the same base gives the same bytes', async () => {
  const folder = await seeded();
  const json = await runCli(folder, 'export', '--format', 'json');
  expect([json.code, json.err]).toEqual([0, '']);
  const { documents } = exportSchema.parse(JSON.parse(json.out));
  expect(documents.map(({ statut }) => statut)).toEqual(['importe', 'rejete']);

  const jsonl = await runCli(folder, 'export', '--format', 'jsonl');
  expect(
    jsonl.out
      .trimEnd()
      .split('\n')
      .map((line) => documentExportSchema.parse(JSON.parse(line))),
  ).toEqual(documents);

  const written = await runCli(folder, 'export', '--sortie', 'jeu', '--silencieux');
  expect([written.code, written.out, written.err]).toEqual([0, '', '']);
  expect(readdirSync(join(folder, 'jeu'))).toEqual(['dictionnaire.md', 'programmes.json', 'programmes.schema.json']);
  expect(readFileSync(join(folder, 'jeu', 'programmes.json'), 'utf8')).toBe(json.out);
});

test('export: tables need a folder, --profil needs csv; criteria limit what is written', async () => {
  const folder = await seeded();
  const nowhere = await runCli(folder, 'export', '--format', 'parquet');
  expect([nowhere.code, nowhere.out]).toEqual([2, '']);
  expect(nowhere.err).toContain('ajoutez --sortie DOSSIER');
  const profile = await runCli(folder, 'export', '--format', 'xlsx', '--sortie', 'jeu', '--profil', 'excel-fr');
  expect(profile.code).toBe(2);
  expect(profile.err).toContain('ne vaut que pour --format csv');
  const year = await runCli(folder, 'export', '--annee', '23');
  expect([year.code, year.err.includes('une année est attendue, comme 2023')]).toEqual([2, true]);

  const kept = await runCli(folder, 'export', '--annee', '2020', '2024', '--bailleur', 'BAILLEUR', '--statut', 'a_relire', 'ecart');
  expect(exportSchema.parse(JSON.parse(kept.out)).documents.map(({ fichier }) => fichier)).toEqual(['lu.pdf']);
  // Nothing in a year is an answer, and said; a name that nothing has is a mistake of whoever typed it.
  const none = await runCli(folder, 'export', '--annee', '1999');
  expect([none.code, JSON.parse(none.out)]).toEqual([0, { version: 1, documents: [] }]);
  expect(none.err).toContain('le jeu de données est vide');
  const town = await runCli(folder, 'export', '--commune', 'Ville', 'Vile', '--format', 'csv', '--sortie', 'faux');
  expect([town.code, town.out, existsSync(join(folder, 'faux'))]).toEqual([2, '', false]);
  expect(town.err).toContain('la commune « Vile ». Vouliez-vous dire « Ville » ?');
  const landlord = await runCli(folder, 'export', '--bailleur', 'xyz');
  expect([landlord.code, landlord.err.includes('Les bailleurs de la base : « Bailleur ».')]).toEqual([2, true]);

  const written = await runCli(folder, 'export', '--format', 'csv', '--profil', 'excel-fr', '--sortie', 'jeu');
  expect([written.code, written.out]).toEqual([0, '']);
  expect(written.err).toContain('11 fichiers');
  expect(readFileSync(join(folder, 'jeu', 'programmes.csv'), 'utf8').split('\r\n')[0]).toContain('\uFEFFid;document;nature;');
});

test('export of an empty base is an empty contract', async () => {
  const folder = temporaryFolder();
  await (await openStore(join(folder, 'programmes.sqlite'), 'ecriture')).close();
  expect(JSON.parse((await runCli(folder, 'export')).out)).toEqual({ version: 1, documents: [] });
});

test('a folder that cannot be written is said in one French sentence, and leaves nothing behind', async () => {
  const folder = await seeded();
  const { code, err } = await runCli(folder, 'export', '--sortie', 'programmes.sqlite');
  expect(code).toBe(2);
  expect(err).toContain('ne peut pas être écrit');
  expect(readdirSync(folder)).toEqual(['programmes.sqlite']);
});

test.skipIf(process.platform === 'win32')('a reader that goes away early is no error', async () => {
  const folder = await seeded();
  const store = await openStore(join(folder, 'programmes.sqlite'), 'ecriture');
  // More than a pipe holds, so that writing does meet a closed end.
  await store.db
    .updateTable('constats')
    .set({ message: 'x'.repeat(1_000_000) })
    .execute();
  await store.close();
  const command = `"${process.execPath}" "${COMPILED_CLI}" export --format jsonl; echo "code $?" >&2`;
  const { stderr } = spawnSync('bash', ['-c', `{ ${command}; } | true`], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('code 0\n');
});
