import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { documentExportSchema } from '../model/contract.ts';
import { precisionSchema, type Precision, type RaisonRejet } from '../model/vocabulary.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

/** A file as an import met it. */
export interface ReadFile {
  /** Base name, as shown and exported. */
  readonly nom: string;
  /** Absolute path. */
  readonly chemin: string;
  /** Size and times of the file when it was hashed: while they stay, its bytes need not be read again. */
  readonly empreinte: string;
}

/** What the store knows of a document before reading it again. */
export interface KnownDocument {
  readonly id: string;
  readonly statut: 'importe' | 'rejete';
  readonly raison: RaisonRejet | null;
  readonly precision: Precision | null;
  /** What made the reading; see `Marks`. */
  readonly etapes: string | null;
}

/** A document and the state its file was in when it was last met. */
export interface KnownFile extends KnownDocument {
  readonly empreinte: string;
}

const knownSchema = documentExportSchema
  .pick({ statut: true, raison: true })
  .extend({ id: z.string(), precision: precisionSchema.nullable(), etapes: z.string().nullable() });
const knownFileSchema = knownSchema.extend({ chemin: z.string(), empreinte: z.string() });

/** Adds a name to a document; nothing changes when it has it already. */
export async function addName(db: Kysely<Tables>, document: string, nom: string): Promise<void> {
  const rang = sql<number>`(SELECT count(*) FROM noms WHERE document = ${document})`;
  await db
    .insertInto('noms')
    .values({ document, rang, nom })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Notes which document a file holds. A rejected document that no file leads to any more (its file was copied again, intact, or read at last)
 * is removed: what it said is no longer so.
 */
export async function rememberFile(db: Kysely<Tables>, document: string, { chemin, empreinte }: ReadFile): Promise<void> {
  const before = await db.selectFrom('fichiers').select('document').where('chemin', '=', chemin).executeTakeFirst();
  await db
    .insertInto('fichiers')
    .values({ chemin, document, empreinte })
    .onConflict((conflict) => conflict.column('chemin').doUpdateSet({ document, empreinte }))
    .execute();
  if (before === undefined || before.document === document) return;
  await db
    .deleteFrom('documents')
    .where('id', '=', before.document)
    .where('statut', '=', 'rejete')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fichiers').select('chemin').whereRef('fichiers.document', '=', 'documents.id'))),
    )
    .execute();
}

/** Notes a further file, and its name, for a document that is already stored; one transaction. */
export async function addFile(store: Store, document: string, file: ReadFile): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    await addName(trx, document, file.nom);
    await rememberFile(trx, document, file);
  });
}

/** Every file the store has met, by its path: what an import asks of each file in turn, asked once. */
export async function knownFiles(store: Store): Promise<ReadonlyMap<string, KnownFile>> {
  const rows = await store.db
    .selectFrom('fichiers')
    .innerJoin('documents', 'documents.id', 'fichiers.document')
    .select(['chemin', 'empreinte', 'documents.id', 'documents.statut', 'documents.raison', 'documents.precision', 'documents.etapes'])
    .orderBy('chemin')
    .execute();
  return new Map(
    rows.map((row) => {
      const { chemin, ...known } = knownFileSchema.parse(row);
      return [chemin, known];
    }),
  );
}

export async function knownDocument(store: Store, id: string): Promise<KnownDocument | null> {
  const row = await store.db
    .selectFrom('documents')
    .select(['id', 'statut', 'raison', 'precision', 'etapes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : knownSchema.parse(row);
}

/** Every path at which each document's bytes were met, by the document's id (its bytes' hash). */
export async function filePaths({ db }: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('fichiers').select(['document', 'chemin']).orderBy('chemin').execute();
  const found = new Map<string, string[]>();
  for (const { document, chemin } of rows) {
    const paths = found.get(document);
    if (paths === undefined) found.set(document, [chemin]);
    else paths.push(chemin);
  }
  return found;
}

/** Every path at which the bytes of one document were met. */
export async function pathsOf({ db }: Store, document: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('fichiers').select('chemin').where('document', '=', document).orderBy('chemin').execute();
  return rows.map(({ chemin }) => chemin);
}
