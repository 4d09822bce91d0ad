import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendCorrection, CorrectionRefused, documentVersion, listCorrections } from '../../pipelines/corrections.ts';
import { corrector } from '../../pipelines/corrector.ts';
import { explain } from '../../pipelines/explain.ts';
import { mergeBases } from '../../pipelines/merge-bases.ts';
import { phraseOf, reviewQueue } from '../../pipelines/review-queue.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import type { Demande } from '../../src/model/correction.ts';
import { createExemples } from '../../src/stages/classify/exemples.ts';
import { readExemples } from '../../src/store/exemples.ts';
import { knownDocument } from '../../src/store/files.ts';
import { copyDatabase } from '../../src/store/maintenance/copy.ts';
import { removeDocuments } from '../../src/store/maintenance/remove.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { readDocuments } from '../../src/store/read.ts';
import { saveDocument } from '../../src/store/write.ts';
import { amountsOf, check, documentOf, linesOf, onLine, only, setAmount } from '../correct/support.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { amount, line, programme, scope, total } from '../support/programmes.ts';

/** The journal in a real database. */

const NOW = new Date('2026-11-28T10:00:00.000Z');
const FILE = { nom: 'lens.pdf', chemin: '/d/lens.pdf', empreinte: '1' };

function reading(third = '700.00'): DocumentExport {
  return documentOf(
    programme(
      [line('a', amount('m-a', '1000.00')), line('b', amount('m-b', '2000.00')), line('c', amount('m-c', third))],
      [total('t', '3500.00', scope(['m-a', 'm-b', 'm-c']))],
    ),
  );
}

const ID = reading().sha256 ?? '';

async function save(store: Store, { fichier: _fichier, noms: _noms, ...document }: DocumentExport): Promise<void> {
  await saveDocument(store, ID, document, FILE, '1', { etapes: 'read:1', correct: corrector() });
}

async function baseWith(document = reading()): Promise<{ path: string; store: Store }> {
  const path = join(temporaryFolder(), 'programmes.sqlite');
  const store = await openStore(path, 'ecriture');
  await save(store, document);
  return { path, store };
}

async function stored(store: Store): Promise<DocumentExport> {
  for await (const document of readDocuments(store)) return document;
  throw new Error('nothing stored');
}

const third = (document: DocumentExport) => amountsOf(only(document.programmes))[2] ?? only(amountsOf(only(document.programmes)));
const append = (store: Store, demande: Omit<Demande, 'motif'>, expected: number, par = 'Léa') =>
  appendCorrection(store, ID, { motif: null, ...demande }, { par, expected, now: NOW });

test('a correction is in the journal, and every table and view holds the corrected document', async () => {
  const { path, store } = await baseWith();
  const { correction, version, document } = await appendCorrection(
    store,
    ID,
    { ...setAmount(third(reading()).id, '500.00'), motif: 'un 5 lu 7' },
    { par: 'Léa', expected: 0, now: NOW },
  );
  expect([version, await documentVersion(store, ID)]).toEqual([1, 1]);
  expect(document.programmes).toMatchObject([{ statut: 'reconcilie' }]);
  expect(await stored(store)).toEqual(document);
  expect(await listCorrections(store)).toEqual([correction]);
  // A later version that corrects otherwise makes it again.
  expect((await knownDocument(store, ID))?.etapes).toMatch(/^read:1 correct:\w+$/u);
  await store.close();
  const database = new Sqlite(path);
  expect(database.prepare('SELECT sum(montant) AS somme, sum(montant_prouve) AS prouve FROM v_axes').get()).toEqual({
    somme: 3500,
    prouve: 3500,
  });
  expect(database.prepare('SELECT count(*) AS n FROM v_ecarts').get()).toEqual({ n: 0 });
  expect(database.prepare('SELECT par, avant, apres, motif, etat, numero FROM v_corrections').all()).toEqual([
    { par: 'Léa', avant: '700.00', apres: '500.00', motif: 'un 5 lu 7', etat: 'appliquee', numero: 1 },
  ]);
  expect(() => database.exec("UPDATE corrections SET apres = '1.00'")).toThrow('ne se change pas');
  database.close();
});

test('of two readers who saw the same state, the second is refused, in French, and overwrites nothing', async () => {
  const { store } = await baseWith();
  const { id } = third(reading());
  await append(store, setAmount(id, '500.00'), 0);
  const late = append(store, setAmount(id, '600.00'), 0, 'Omar');
  await expect(late).rejects.toBeInstanceOf(CorrectionRefused);
  await expect(late).rejects.toMatchObject({ code: 'document_change', version: 1, message: expect.stringContaining('Léa') as string });
  expect([third(await stored(store)).montant, await documentVersion(store, ID)]).toEqual(['500.00', 1]);
  await store.close();
});

test('both at once: exactly one is accepted', async () => {
  const { store } = await baseWith();
  const { id } = third(reading());
  const outcomes = await Promise.allSettled([append(store, setAmount(id, '500.00'), 0), append(store, setAmount(id, '600.00'), 0, 'Omar')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect([third(await stored(store)).montant, await documentVersion(store, ID)]).toEqual(['500.00', 1]);
  await store.close();
});

test.each([
  ['an unknown document', setAmount('x', '1.00'), 'document_inconnu', 'absent'],
  ['an unknown cell', setAmount('x', '1.00'), 'cible_inconnue', ID],
  ['a geste that does not go with its target', { cible: setAmount('x', null).cible, geste: { type: 'retirer_ligne' } }, 'geste_refuse', ID],
  ['an action of another axe', onLine(only(linesOf(reading())).id, { type: 'corriger_action', axe: 2, action: '3.1' }), 'geste_refuse', ID],
  ['a cancellation of nothing', { cible: setAmount('x', null).cible, geste: { type: 'annuler', correction: 'x' } }, 'cible_inconnue', ID],
] as const)('%s is refused and leaves no trace', async (_case, demande, code, document) => {
  const { store } = await baseWith();
  const asked = appendCorrection(store, document, { motif: null, ...demande } as Demande, { par: 'Léa', expected: 0, now: NOW });
  await expect(asked).rejects.toMatchObject({ code });
  expect(await listCorrections(store)).toEqual([]);
  await store.close();
});

test('a base that does not say what totals sum is not corrected on a guess', async () => {
  const { path, store } = await baseWith();
  await store.close();
  const database = new Sqlite(path);
  database.exec('DELETE FROM termes');
  database.close();
  const again = await openStore(path, 'ecriture');
  await expect(append(again, setAmount(third(reading()).id, '500.00'), 0)).rejects.toMatchObject({ code: 'sommes_inconnues' });
  await again.close();
});

test('corrections survive a new import; undone afterwards, they give back the new reading', async () => {
  const { store } = await baseWith();
  const { correction } = await append(store, setAmount(third(reading()).id, '500.00'), 0);
  await save(store, reading('800.00'));
  expect(third(await stored(store))).toMatchObject({ montant: '500.00', corrige: { par: 'relecture', avant: '800.00' } });
  await append(store, { cible: correction.cible, geste: { type: 'annuler', correction: correction.id } }, 1);
  const { corrections, ...back } = await stored(store);
  const { corrections: _none, ...read } = reading('800.00');
  expect(back).toEqual({ ...read, fichier: 'lens.pdf', noms: ['lens.pdf'] });
  expect(corrections.map(({ etat }) => etat)).toEqual(['annulee', 'appliquee']);
  await store.close();
});

test('a backup keeps the journal; a removed document takes it along', async () => {
  const { path, store } = await baseWith();
  await append(store, setAmount(third(reading()).id, '500.00'), 0);
  await store.close();
  const copy = join(temporaryFolder(), 'copie.sqlite');
  await copyDatabase(path, copy);
  await removeDocuments(path, [ID]);
  const database = new Sqlite(path);
  for (const table of ['corrections', 'corrections_etats', 'lectures', 'termes'])
    expect(database.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 0 });
  database.close();
  const kept = await openStore(copy, 'lecture');
  expect(third(await stored(kept)).montant).toBe('500.00');
  expect((await listCorrections(kept, ID)).length).toBe(1);
  await kept.close();
});

test('merging unites the journals, either way round: all entries kept, applied, and what they disagree on listed', async () => {
  const bases: string[] = [];
  for (const [par, montant] of [
    ['Léa', '400.00'],
    ['Omar', '500.00'],
  ] as const) {
    const { path, store } = await baseWith();
    await appendCorrection(
      store,
      ID,
      { ...setAmount(third(reading()).id, montant), motif: null },
      { par, expected: 0, now: new Date(NOW.getTime() + bases.length) },
    );
    await store.close();
    bases.push(path);
  }
  const [lea = '', omar = ''] = bases;
  const back = join(temporaryFolder(), 'lea.sqlite');
  await copyDatabase(lea, back);
  const report = await mergeBases(lea, omar);
  expect(report).toMatchObject({ communs: 1, conflits: [], corriges: 1, divergences: [{ fichier: 'lens.pdf' }] });
  expect(report.divergences[0]?.message).toMatch(/Léa.*400.*Omar.*500/u);
  await mergeBases(omar, back);
  expect(await mergeBases(omar, back)).toMatchObject({ corriges: 0 });
  const united = await Promise.all(
    [lea, omar].map(async (path) => {
      const store = await openStore(path, 'lecture');
      const document = await stored(store);
      await store.close();
      return document;
    }),
  );
  expect(united[0]).toEqual(united[1]);
  expect(united[0]?.corrections.map(({ par, etat }) => [par, etat])).toEqual([
    ['Léa', 'appliquee'],
    ['Omar', 'appliquee'],
  ]);
  expect(third(united[0] ?? reading()).montant).toBe('500.00');
});

test('where a reader files a line is learned for the same and for a similar text, and forgotten when it is cancelled', async () => {
  const { store } = await baseWith();
  const ligne = only(linesOf(reading()));
  const text = { axeText: null, section: null, actionText: ligne.action_texte, description: ligne.description };
  const { correction } = await append(store, onLine(ligne.id, { type: 'corriger_action', axe: 6, action: '6.3' }), 0);
  expect(linesOf(await stored(store))[0]).toMatchObject({ axe: 6, action: '6.3', confiance_action: 0.99 });
  const learned = createExemples(await readExemples(store));
  expect(learned.find(text)).toMatchObject({ exemple: { action: '6.3', par: 'Léa', date: '2026-11-28' }, similarity: 1 });
  const { correction: undoing } = await append(
    store,
    { cible: correction.cible, geste: { type: 'annuler', correction: correction.id } },
    1,
  );
  expect(await readExemples(store)).toEqual([]);
  await append(store, { cible: correction.cible, geste: { type: 'annuler', correction: undoing.id } }, 2);
  expect((await readExemples(store)).map(({ action }) => action)).toEqual(['6.3']);
  await store.close();
});

test('a town that a reader names gets its official name and code', async () => {
  const { store } = await baseWith();
  const { id } = only(reading().programmes);
  const heading = {
    cible: { sorte: 'programme', id },
    geste: { type: 'corriger_entete', valeurs: { commune: 'LIEVIN', code_qp: null } },
  } as const;
  const { document } = await append(store, heading, 0);
  expect(document.programmes).toMatchObject([{ commune: 'Liévin', code_insee: '62510', code_qp: null }]);
  await store.close();
});

test('the explanation of a value shows who corrected it, when, from what to what', async () => {
  const { path, store } = await baseWith();
  const { id } = third(reading());
  await append(store, setAmount(id, '500.00'), 0);
  await store.close();
  expect((await explain(path, id)).corrections).toMatchObject([
    { par: 'Léa', date: '2026-11-28T10:00:00.000Z', avant: '700.00', apres: '500.00' },
  ]);
});

test('the queue lists what needs an eye, and no more once it is checked or adds up', async () => {
  const { store } = await baseWith();
  const before = await reviewQueue(store);
  expect(before).toMatchObject({
    nombre: 1,
    a_relire: 1,
    verifies: 0,
    items: [{ statut: 'ecart', totaux_en_ecart: 1, montants: 3, lignes: 3, corrections: 0 }],
  });
  expect(before.phrase).toMatch(/^1 à relire, environ \d+ min$/u);
  expect((await reviewQueue(store, { texte: 'nulle part' })).nombre).toBe(0);
  expect((await reviewQueue(store, { texte: 'forge OYONNAX', annee: 2026, statut: ['ecart'] })).nombre).toBe(1);
  await append(store, check(only(reading().programmes)), 0);
  expect(await reviewQueue(store)).toMatchObject({ nombre: 0, a_relire: 0, verifies: 1, phrase: 'Rien à relire' });
  expect(await reviewQueue(store, { tout: true })).toMatchObject({ nombre: 1, items: [{ verifie: { par: 'Léa' }, corrections: 1 }] });
  await store.close();
});

test.each([
  [0, 0, 'Rien à relire'],
  [1, 20, '1 à relire, environ 1 min'],
  [30, 1300, '30 à relire, environ 25 min'],
  [80, 3500, '80 à relire, environ 1 h'],
  [100, 5500, '100 à relire, environ 1 h 30'],
  [412, 10_700, '412 à relire, environ 3 h'],
  [2000, 100_000, '2\u202f000 à relire, environ 28 h'],
])('%i programmes of %i seconds: « %3$s »', (count, seconds, phrase) => {
  expect(phraseOf(count, seconds)).toBe(phrase);
});
