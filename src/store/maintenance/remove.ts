import { sql } from 'kysely';
import { z } from 'zod';
import { resolve } from 'node:path';
import { connect } from '../connection.ts';
import { asDatabaseError } from '../errors.ts';
import type { Store } from '../open.ts';
import { ownedTables } from './owned-tables.ts';

const BUSY_MS = 10_000;

/** A document that is to be removed, and how much comes from it. */
const targetSchema = z.object({
  id: z.string(),
  fichier: z.string(),
  statut: z.enum(['importe', 'rejete']),
  programmes: z.int(),
  lignes: z.int(),
  constats: z.int(),
});
export type Target = z.infer<typeof targetSchema>;

/** The shortest part of a hash that may name a document. */
const SHORTEST_HASH = 8;

/** The documents a word may mean: one of their names, a path they were imported from, or the beginning of their hash. */
export async function findDocuments({ db }: Store, word: string, path: string): Promise<Target[]> {
  const hash = /^[0-9a-f]+$/u.test(word) && word.length >= SHORTEST_HASH ? word : null;
  const { rows } = await sql`
    SELECT id, fichier, statut,
           (SELECT count(*) FROM programmes WHERE document = documents.id) AS programmes,
           (SELECT count(*) FROM lignes JOIN programmes ON programmes.id = lignes.programme WHERE programmes.document = documents.id) AS lignes,
           (SELECT count(*) FROM constats WHERE document = documents.id) AS constats
    FROM documents
    WHERE id = ${word}
       OR (${hash} IS NOT NULL AND substr(id, 1, length(${hash})) = ${hash})
       OR id IN (SELECT document FROM noms WHERE nom = ${word})
       OR id IN (SELECT document FROM fichiers WHERE chemin = ${path})
    ORDER BY fichier, id`.execute(db);
  return z.array(targetSchema).parse(rows);
}

/**
 * Removes documents and everything that came from them, in one transaction, then rewrites the file so that no trace of their content is left in it: freed pages
 * are gone, the write-ahead log is folded in. Throws a `CommandError` when the database cannot be used.
 */
export async function removeDocuments(base: string, ids: readonly string[]): Promise<void> {
  try {
    const connection = await connect(resolve(base), { mustExist: false, timeout: BUSY_MS });
    try {
      const tables = ownedTables(connection, 'main').filter(({ name, isLoose }) => isLoose || name === 'documents');
      connection.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE');
      try {
        for (const { name, document } of tables) {
          for (const id of ids) connection.prepare(`DELETE FROM ${name} WHERE ${document} = ?`).run(id);
        }
        connection.exec('COMMIT');
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
      connection.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      connection.close();
    }
  } catch (error) {
    throw asDatabaseError(error, base);
  }
}
