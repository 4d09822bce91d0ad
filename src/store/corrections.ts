import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { documentExportSchema, type DocumentExport } from '../model/contract.ts';
import { correctionSchema, type Correction } from '../model/correction.ts';
import type { Store } from './open.ts';
import type { CorrectionRow, Tables } from './tables.ts';

/** What an import has to say about one file: the document without the names, which are the store's own knowledge. */
export type DocumentToSave = Omit<DocumentExport, 'fichier' | 'noms'>;

const readingSchema = documentExportSchema.omit({ fichier: true, noms: true });
const json = z.string().transform((text): unknown => JSON.parse(text));

function fromRow({ cible_sorte, cible, geste: _geste, contenu, reperes, ...columns }: CorrectionRow): Correction {
  return correctionSchema.parse({
    ...columns,
    cible: { sorte: cible_sorte, id: cible },
    geste: json.parse(contenu),
    reperes: json.parse(reperes),
  });
}

function toRow({ cible, geste, reperes, ...columns }: Correction): CorrectionRow {
  return {
    ...columns,
    cible_sorte: cible.sorte,
    cible: cible.id,
    geste: geste.type,
    contenu: JSON.stringify(geste),
    reperes: JSON.stringify(reperes),
  };
}

/** The journal of a document, oldest first. */
export async function journalOf(db: Kysely<Tables>, document: string): Promise<readonly Correction[]> {
  const rows = await db.selectFrom('corrections').selectAll().where('document', '=', document).orderBy('date').orderBy('id').execute();
  return rows.map(fromRow);
}

/** The journals of all documents: by document, then date. */
export async function allJournals({ db }: Store): Promise<readonly Correction[]> {
  const rows = await db.selectFrom('corrections').selectAll().orderBy('document').orderBy('date').orderBy('id').execute();
  return rows.map(fromRow);
}

export async function addCorrection(trx: Transaction<Tables>, correction: Correction): Promise<void> {
  await trx.insertInto('corrections').values(toRow(correction)).execute();
}

/** Keeps what was read of a document beside what its journal made of it. */
export async function keepReading(trx: Transaction<Tables>, document: string, reading: DocumentToSave): Promise<void> {
  await trx
    .replaceInto('lectures')
    .values({ document, lecture: JSON.stringify(reading) })
    .execute();
}

/** The reading last asked for, by the text it was made from: a reader corrects one document many times over, and its reading stays the same. */
let last: { readonly text: string; readonly reading: DocumentToSave } | null = null;

/** What was read of a document before any correction; `null` where none was made: the tables hold it then. Not to be changed: the same may be given again. */
export async function keptReading(db: Kysely<Tables>, document: string): Promise<DocumentToSave | null> {
  const row = await db.selectFrom('lectures').select('lecture').where('document', '=', document).executeTakeFirst();
  if (row === undefined) return null;
  if (last?.text !== row.lecture) last = { text: row.lecture, reading: readingSchema.parse(JSON.parse(row.lecture)) };
  return last.reading;
}

/** Documents whose journal holds what was not applied yet: it was brought in from another database. */
export async function pendingDocuments({ db }: Store): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('corrections as c')
    .leftJoin('corrections_etats as e', 'e.correction', 'c.id')
    .select('c.document')
    .distinct()
    .where('e.correction', 'is', null)
    .orderBy('c.document')
    .execute();
  return rows.map(({ document }) => document);
}
