import type { Transaction } from 'kysely';
import type { Box } from '../model/geometry.ts';
import type { DocumentExport, FaitExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../model/contract.ts';
import type { Correction } from '../model/correction.ts';
import type { Periode, Precision } from '../model/vocabulary.ts';
import { toCents, toCentsOrNull } from './cents.ts';
import { journalOf, keepReading, type DocumentToSave } from './corrections.ts';

import { addName, rememberFile, type ReadFile } from './files.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

export type { DocumentToSave } from './corrections.ts';

/** What an import notes of a document beside what it says. */
export interface Marks {
  /** The state of the stages that had a say in it, for telling a reading that a newer version would make otherwise. */
  readonly etapes?: string;
  /** What a rejection says beyond its reason. */
  readonly precision?: Precision | null;
  /** Applies the document's journal, if it has one, to what was read; without it the journal waits. */
  readonly correct?: Corrector;
}

/** What applies journals, and its mark among the stages that made a document. */
export interface Corrector {
  readonly mark: string;
  /** A reading as its journal changes it. */
  apply(reading: DocumentToSave, corrections: readonly Correction[]): DocumentToSave;
}

/** Leaves journals for later. */
const NO_CORRECTOR: Corrector = { mark: '', apply: (reading) => reading };

/** Rows a statement inserts: few sizes, so that few statements are ever prepared; together under SQLite's bound on parameters. */
const ROWS_AT_ONCE = [64, 8, 1] as const;

/**
 * Writes one document and all that was read in it, in one transaction. An earlier reading under the same `id` is replaced; the names and files
 * it is known by stay. Rejected documents that no file leads to any more (the file was copied again, intact) are removed with it.
 *
 * @param lu_par the product and version that read it, for telling old readings from new ones.
 */
export async function saveDocument(
  store: Store,
  id: string,
  document: DocumentToSave,
  file: ReadFile,
  lu_par: string,
  { etapes = '', precision = null, correct = NO_CORRECTOR }: Marks = {},
): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const { sha256, pages, statut, raison, nature } = document;
    const columns = { sha256, pages, statut, raison, nature, lu_par, etapes: etapes === '' ? null : etapes, precision };
    await trx
      .insertInto('documents')
      .values({ id, fichier: file.nom, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await writeReading(trx, id, document, correct);
    await addName(trx, id, file.nom);
    await rememberFile(trx, id, file);
  });
}

/** What a document says, in place of what it said: its journal is applied, and the reading kept beside where there is one. */
export async function writeReading(trx: Transaction<Tables>, id: string, reading: DocumentToSave, correct: Corrector): Promise<void> {
  const corrections = await journalOf(trx, id);
  await trx.deleteFrom('lectures').where('document', '=', id).execute();
  if (corrections.length > 0) await keepReading(trx, id, reading);
  const document = corrections.length === 0 ? reading : correct.apply(reading, corrections);
  if (corrections.length > 0) await markCorrected(trx, id, correct.mark);
  await trx.deleteFrom('conventions').where('document', '=', id).execute();
  await trx.deleteFrom('constats').where('document', '=', id).execute();
  await trx.deleteFrom('faits').where('document', '=', id).execute();
  await trx.deleteFrom('programmes').where('document', '=', id).execute();
  await trx.deleteFrom('corrections_etats').where('document', '=', id).execute();
  await insertConvention(trx, id, document.convention);
  await insertProgrammes(trx, id, document.programmes);
  await insertAll(
    trx,
    'faits',
    document.faits.map((fait, rang) => factRow(id, rang, fait)),
  );
  await insertAll(
    trx,
    'constats',
    document.constats.map(({ boite, ...constat }, rang) => ({
      ...constat,
      document: id,
      rang,
      ...(boite === null ? { x0: null, y0: null, x1: null, y1: null } : edges(boite)),
    })),
  );
  await insertAll(
    trx,
    'corrections_etats',
    document.corrections.map(({ id: correction, numero, programme, cible, etat }) => ({
      correction,
      document: id,
      numero,
      programme,
      cible,
      etat,
    })),
  );
}

/** The stage that corrected a document is one of those that made it: when it changes, the next import makes the document again. */
async function markCorrected(trx: Transaction<Tables>, id: string, mark: string): Promise<void> {
  const { etapes } = await trx.selectFrom('documents').select('etapes').where('id', '=', id).executeTakeFirstOrThrow();
  if (etapes === null || mark === '') return;
  const [name = ''] = mark.split(':');
  const others = etapes.split(' ').filter((stage) => !stage.startsWith(`${name}:`));
  await trx
    .updateTable('documents')
    .set({ etapes: [...others, mark].join(' ') })
    .where('id', '=', id)
    .execute();
}

async function insertConvention(trx: Transaction<Tables>, document: string, convention: DocumentExport['convention']): Promise<void> {
  if (convention === null) return;
  const { communes, quartiers, ...columns } = convention;
  await trx
    .insertInto('conventions')
    .values({ document, ...columns })
    .execute();
  await insertAll(
    trx,
    'convention_communes',
    communes.map((nom, rang) => ({ document, rang, nom })),
  );
  await insertAll(
    trx,
    'convention_quartiers',
    quartiers.map((quartier, rang) => ({ document, rang, ...quartier })),
  );
}

async function insertProgrammes(trx: Transaction<Tables>, document: string, programmes: readonly ProgrammeExport[]): Promise<void> {
  const lines = programmes.flatMap(({ id, lignes }) => lignes.map((ligne, rang) => ({ programme: id, rang, ligne })));
  const amounts = lines.flatMap(({ ligne }) => ligne.montants.map((montant, rang) => ({ ligne: ligne.id, rang, montant })));
  await insertAll(
    trx,
    'programmes',
    programmes.map(({ pages: _pages, lignes: _lignes, totaux: _totaux, doutes: _doutes, verifie, ...columns }, rang) => ({
      document,
      rang,
      ...columns,
      verifie_par: verifie?.par ?? null,
      verifie_date: verifie?.date ?? null,
    })),
  );
  await insertAll(
    trx,
    'programme_pages',
    programmes.flatMap(({ id, pages }) => pages.map((page, rang) => ({ programme: id, rang, page }))),
  );
  await insertAll(
    trx,
    'lignes',
    lines.map(({ programme, rang, ligne }) => lineRow(programme, rang, ligne)),
  );
  await insertAll(
    trx,
    'suites',
    lines.flatMap(({ ligne }) => ligne.suites.map(({ page, boite }, rang) => ({ ligne: ligne.id, rang, page, ...edges(boite) }))),
  );
  await insertAll(
    trx,
    'totaux',
    programmes.flatMap(({ id, totaux }) => totaux.map((total, rang) => totalRow(id, rang, total))),
  );
  await insertAll(
    trx,
    'montants',
    amounts.map(({ ligne, rang, montant }) => amountRow(ligne, rang, montant)),
  );
  await insertAll(
    trx,
    'doutes',
    programmes.flatMap(({ id, doutes }) => doutes.map((doute, rang) => ({ programme: id, rang, doute }))),
  );
  await insertAll(
    trx,
    'termes',
    programmes.flatMap(({ totaux }) => totaux.flatMap(({ id, termes }) => termes.map((montant, rang) => ({ total: id, rang, montant })))),
  );
  await insertAll(
    trx,
    'preuves',
    amounts.flatMap(({ montant }) => montant.preuves.map((total, rang) => ({ montant: montant.id, rang, total }))),
  );
}

function lineRow(programme: string, rang: number, ligne: LigneExport): Tables['lignes'] {
  const { boite, suites: _suites, montants: _montants, ...columns } = ligne;
  return { programme, rang, ...columns, ...edges(boite) };
}

function amountRow(ligne: string, rang: number, amount: MontantExport): Tables['montants'] {
  const { boite, periode, montant, corrige, preuves: _preuves, ...columns } = amount;
  return {
    ligne,
    rang,
    ...columns,
    ...span(periode),
    montant_centimes: toCentsOrNull(montant),
    corrige_par: corrige?.par ?? null,
    corrige_avant_centimes: toCentsOrNull(corrige?.avant ?? null),
    ...edges(boite),
  };
}

function totalRow(programme: string, rang: number, total: TotalExport): Tables['totaux'] {
  const { boite, periode, declare, recalcule, ecart, termes: _termes, ...columns } = total;
  return {
    programme,
    rang,
    ...columns,
    ...span(periode),
    declare_centimes: toCents(declare),
    recalcule_centimes: toCentsOrNull(recalcule),
    ecart_centimes: toCentsOrNull(ecart),
    ...edges(boite),
  };
}

function factRow(document: string, rang: number, { boite, periode, montant, ...columns }: FaitExport): Tables['faits'] {
  return { document, rang, ...columns, montant_centimes: toCentsOrNull(montant), ...span(periode), ...edges(boite) };
}

function edges([x0, y0, x1, y1]: Box): { x0: number; y0: number; x1: number; y1: number } {
  return { x0, y0, x1, y1 };
}

function span(periode: Periode | null): { periode_debut: number | null; periode_fin: number | null } {
  return { periode_debut: periode?.debut ?? null, periode_fin: periode?.fin ?? null };
}

async function insertAll<T extends keyof Tables & string>(trx: Transaction<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
  let start = 0;
  for (const size of ROWS_AT_ONCE) {
    for (; rows.length - start >= size; start += size) {
      await (trx as unknown as Transaction<Record<string, Record<string, unknown>>>)
        .insertInto(table)
        .values(rows.slice(start, start + size) as Record<string, unknown>[])
        .execute();
    }
  }
}
