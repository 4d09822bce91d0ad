import Sqlite from 'better-sqlite3';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportDocuments, writeExport, type Counted } from '../../pipelines/export-dataset.ts';
import type { LigneExport, ProgrammeExport } from '../../src/model/contract.ts';
import { saveBailleurs } from '../../src/store/official-lists.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument } from '../../src/store/write.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { ligneExport, montantExport } from '../support/exported-lines.ts';

const line = (id: string): LigneExport =>
  ligneExport({
    id: `l${id}`,
    description: 'Gardiens',
    axe: 1,
    action: '1.1',
    montants: [montantExport({ id: `m${id}`, colonne: '2023', periode: { debut: 2023, fin: 2023 }, base: 'an' })],
  });

const programme = (id: string, changes: Partial<ProgrammeExport> = {}): ProgrammeExport => ({
  id,
  nature: 'previsionnel',
  annee_debut: 2023,
  annee_fin: 2023,
  commune: 'Lens',
  code_insee: '62498',
  quartier: 'Grande Résidence',
  code_qp: null,
  bailleur: 'Pas-de-Calais Habitat',
  siren: null,
  nombre_logements: null,
  pages: [1],
  lignes: [line(id)],
  totaux: [],
  statut: 'a_relire',
  doutes: [],
  verifie: null,
  ...changes,
});

let [root, base] = ['', ''];

/** Three files of one programme, the second of which adds up; one for another year. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tfpb-selection-'));
  base = join(root, 'programmes.sqlite');
  const store = await openStore(base, 'ecriture');
  const files: readonly (readonly [name: string, programme: ProgrammeExport])[] = [
    ['a.pdf', programme('a')],
    ['b.pdf', programme('b', { statut: 'reconcilie', quartier: 'GRANDE RESIDENCE' })],
    ['c.pdf', programme('c', { statut: 'reconcilie' })],
    ['d.pdf', programme('d', { annee_debut: 2024, annee_fin: 2024, bailleur: 'Autre', siren: '552100554' })],
  ];
  for (const [nom, one] of files) {
    const sha256 = one.id.repeat(64);
    const constats = [
      { id: `k${one.id}`, code: 'note', gravite: 'info' as const, message: 'Note.', programme: one.id, page: 1, boite: null },
    ];
    await saveDocument(
      store,
      sha256,
      {
        sha256,
        pages: 1,
        statut: 'importe',
        raison: null,
        nature: 'programme',
        convention: null,
        faits: [],
        programmes: [one],
        corrections: [],
        constats,
      },
      { nom, chemin: `/d/${nom}`, empreinte: '1' },
      '0',
    );
  }
  await saveBailleurs(store, [{ siren: '344077672', nom: 'Pas-de-Calais Habitat', autresNoms: ['PDCH'] }], {
    fichier: 'bailleurs.csv',
    empreinte: '0',
    charge_le: '2026-11-28T10:00:00Z',
  });
  await store.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function exported(options: { doubles?: boolean }): Promise<readonly (readonly [string, readonly string[]])[]> {
  const found: (readonly [string, readonly string[]])[] = [];
  for await (const { fichier, programmes, constats } of exportDocuments({ base, ...options })) {
    expect(constats.map(({ programme: about }) => about)).toEqual(programmes.map(({ id }) => id));
    found.push([fichier, programmes.map(({ id }) => id)]);
  }
  return found;
}

test('of one programme in several files the surest reading counts; no document is absent', async () => {
  expect(await exported({ doubles: false })).toEqual([
    ['a.pdf', []],
    ['b.pdf', ['b']],
    ['c.pdf', []],
    ['d.pdf', ['d']],
  ]);
  expect((await exported({})).map(([, ids]) => ids)).toEqual([['a'], ['b'], ['c'], ['d']]);
});

test('the views count such a programme once, and say which file is left aside for which', () => {
  const database = new Sqlite(base, { readonly: true });
  const rows = (sql: string): unknown[] => database.prepare(sql).raw().all();
  expect(rows('SELECT fichier, fichier_retenu FROM v_doubles ORDER BY fichier')).toEqual([
    ['a.pdf', 'b.pdf'],
    ['c.pdf', 'b.pdf'],
  ]);
  expect(rows('SELECT fichier, montant FROM v_montants ORDER BY fichier')).toEqual([
    ['b.pdf', 100],
    ['d.pdf', 100],
  ]);
  for (const view of ['v_axes', 'v_annees', 'v_bailleurs', 'v_communes'])
    expect(rows(`SELECT sum(montant) FROM ${view}`), view).toEqual([[200]]);
  expect(rows('SELECT fichier FROM v_programmes WHERE en_double ORDER BY fichier')).toEqual([['a.pdf'], ['c.pdf']]);
  database.close();
});

test('tables leave doubles out and say so beside the data; json keeps them', async () => {
  const folder = temporaryFolder();
  const told: Counted[] = [];
  const onCounted = (counted: Counted) => void told.push(counted);
  const rows = (name: string): number =>
    readFileSync(join(folder, name, 'programmes.csv'), 'utf8')
      .trimEnd()
      .split('\n').length - 1;
  await writeExport({ base, format: 'csv', folder: join(folder, 'sans'), onCounted });
  await writeExport({ base, format: 'csv', folder: join(folder, 'avec'), doubles: true });
  await writeExport({ base, format: 'json', folder: join(folder, 'json'), onCounted });
  expect([rows('sans'), rows('avec')]).toEqual([2, 4]);
  expect(told).toEqual([
    { programmes: 2, doubles: 2 },
    { programmes: 4, doubles: 2 },
  ]);
  expect(readFileSync(join(folder, 'sans', 'dictionnaire.md'), 'utf8')).toContain('Programmes en double : laissés de côté : 2');
  expect(readFileSync(join(folder, 'avec', 'dictionnaire.md'), 'utf8')).toContain('Programmes en double : compris');
});

test('a landlord has the SIREN of the list its user loaded, unless the document states one', async () => {
  const sirens: (string | null)[] = [];
  for await (const { programmes } of exportDocuments({ base })) sirens.push(...programmes.map(({ siren }) => siren));
  expect(sirens).toEqual(['344077672', '344077672', '344077672', '552100554']);
});
