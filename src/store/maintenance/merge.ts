import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { DocumentExport } from '../../model/contract.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { connect, type Connection } from '../connection.ts';
import { asDatabaseError } from '../errors.ts';
import { keptReading, type DocumentToSave } from '../corrections.ts';
import { acquireImportLock } from '../lock.ts';
import { openStore } from '../open.ts';
import { readStoredDocuments } from '../read.ts';
import { removeDatabase, snapshot } from './copy.ts';
import { ownedTables } from './owned-tables.ts';

/** A document both databases have read, differently. The reading of the database merged into stays. */
export interface Conflict {
  readonly id: string;
  readonly fichier: string;
  /** Which versions of the product made the two readings. */
  readonly garde: string;
  readonly ecarte: string;
}

export interface MergeReport {
  /** Documents that only the other database had. */
  readonly ajoutes: number;
  /** Rejected here, read there: the reading was taken. */
  readonly remplaces: number;
  /** In both, once now. */
  readonly communs: number;
  readonly conflits: readonly Conflict[];
}

const BUSY_MS = 10_000;

/**
 * Brings what another database holds into `base`, in one transaction. The same bytes are one document: their names are put together, and a reading wins over a
 * rejection. Where both were read and the readings differ, the one in `base` stays and the difference is reported. The other database is only read; one of an older
 * version is brought up to date in a copy. The journals of both are kept; those of documents that both have wait to be applied (`pendingDocuments`).
 */
export async function mergeDatabase(base: string, other: string): Promise<MergeReport> {
  if (!existsSync(other)) throw new CommandError('base_absente', `La base « ${other} » n'existe pas.`, EXIT.usage);
  if (resolve(other) === resolve(base)) throw new CommandError('usage', 'Les deux bases sont le même fichier.', EXIT.usage);
  const copy = join(tmpdir(), `tfpb-${randomUUID()}.sqlite`);
  try {
    await snapshot(other, copy);
    await (await openStore(base, 'ecriture')).close();
    const lock = await acquireImportLock(base);
    try {
      const theirs = await fingerprints(copy);
      const ours = await fingerprints(base, new Set(theirs.keys()));
      return await bringIn(base, copy, ours, theirs);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw asDatabaseError(error, base);
  } finally {
    removeDatabase(copy);
  }
}

/** What each document was read as, whatever its names: equal readings have equal fingerprints. Opening brings the file up to date. */
async function fingerprints(path: string, ids?: ReadonlySet<string>): Promise<Map<string, string>> {
  const store = await openStore(path, 'ecriture');
  try {
    const prints = new Map<string, string>();
    for await (const { id, document } of readStoredDocuments(store, ids)) prints.set(id, fingerprint(document));
    // What readers made of a reading is no other reading.
    for (const id of prints.keys()) {
      const reading = await keptReading(store.db, id);
      if (reading !== null) prints.set(id, fingerprint(reading));
    }
    return prints;
  } finally {
    await store.close();
  }
}

function fingerprint(document: DocumentToSave & Partial<DocumentExport>): string {
  const { fichier: _fichier, noms: _noms, corrections: _corrections, ...reading } = document;
  return createHash('sha256').update(JSON.stringify(reading)).digest('hex');
}

const pairSchema = z.object({
  id: z.string(),
  fichier: z.string(),
  ici: z.string(),
  la: z.string(),
  lu_ici: z.string(),
  lu_la: z.string(),
});

async function bringIn(
  base: string,
  copy: string,
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): Promise<MergeReport> {
  const connection = await connect(resolve(base), { mustExist: false, timeout: BUSY_MS });
  try {
    connection.prepare('ATTACH ? AS autre').run(copy);
    connection.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE');
    try {
      const report = merge(connection, ours, theirs);
      connection.exec('COMMIT');
      return report;
    } catch (error) {
      connection.exec('ROLLBACK');
      throw error;
    }
  } finally {
    connection.close();
  }
}

function merge(connection: Connection, ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): MergeReport {
  const pairs = z.array(pairSchema).parse(
    connection
      .prepare(
        `SELECT d.id, d.fichier, d.statut AS ici, a.statut AS la, d.lu_par AS lu_ici, a.lu_par AS lu_la
         FROM main.documents d JOIN autre.documents a ON a.id = d.id ORDER BY d.fichier, d.id`,
      )
      .all(),
  );
  const replaced = pairs.filter(({ ici, la }) => ici === 'rejete' && la === 'importe');
  const conflits = pairs
    .filter(({ id, ici, la }) => ici === 'importe' && la === 'importe' && ours.get(id) !== theirs.get(id))
    .map(({ id, fichier, lu_ici, lu_la }) => ({ id, fichier, garde: lu_ici, ecarte: lu_la }));

  const tables = ownedTables(connection, 'autre');
  connection.exec(`
    CREATE TEMP TABLE apportes AS SELECT id FROM autre.documents WHERE id NOT IN (SELECT id FROM main.documents);
    CREATE TEMP TABLE noms_gardes AS SELECT document, rang, nom FROM main.noms;
    CREATE TEMP TABLE corrections_gardees AS SELECT * FROM main.corrections;
    CREATE TEMP TABLE fichiers_gardes AS SELECT chemin, document, empreinte FROM main.fichiers;`);
  const before = connection.value('SELECT count(*) FROM temp.apportes');
  for (const { id } of replaced) {
    connection.prepare('DELETE FROM main.documents WHERE id = ?').run(id);
    connection.prepare('INSERT INTO temp.apportes VALUES (?)').run(id);
  }
  for (const { name, columns, document, isLoose } of tables) {
    // What was found at a path here stays so; elsewhere the same path may be another file. What is kept by hash serves documents of both.
    // A journal is of the document, whoever read it: the entries of both are kept.
    const isJournal = name === 'corrections';
    const verb = isLoose || isJournal || name === 'fichiers' ? 'INSERT OR IGNORE' : 'INSERT';
    const wanted = isLoose || isJournal ? 'main.documents' : 'temp.apportes';
    connection.exec(
      `${verb} INTO main.${name} (${columns.join(', ')}) SELECT ${columns.map((column) => `${name}.${column}`).join(', ')}
       FROM autre.${name} AS ${name} WHERE ${document} IN (SELECT id FROM ${wanted})`,
    );
  }
  connection.exec(`
    INSERT OR IGNORE INTO main.corrections SELECT * FROM temp.corrections_gardees WHERE document IN (SELECT id FROM main.documents);
    INSERT INTO main.exemples (cle, action_texte, description, action, par, date)
      SELECT cle, action_texte, description, action, par, date FROM autre.exemples WHERE true
      ON CONFLICT (cle) DO UPDATE SET action_texte = excluded.action_texte, description = excluded.description, action = excluded.action,
        par = excluded.par, date = excluded.date WHERE excluded.date > exemples.date;
    INSERT OR IGNORE INTO main.fichiers SELECT chemin, document, empreinte FROM temp.fichiers_gardes WHERE document IN (SELECT id FROM main.documents);
    INSERT OR IGNORE INTO main.noms (document, rang, nom)
      SELECT n.document, (SELECT count(*) FROM main.noms o WHERE o.document = n.document) + n.rang, n.nom
      FROM (SELECT document, rang, nom FROM temp.noms_gardes UNION ALL SELECT document, rang, nom FROM autre.noms) n
      WHERE n.document IN (SELECT id FROM main.documents);
    DROP TABLE temp.apportes; DROP TABLE temp.noms_gardes; DROP TABLE temp.corrections_gardees; DROP TABLE temp.fichiers_gardes;`);
  return { ajoutes: Number(before), remplaces: replaced.length, communs: pairs.length - replaced.length, conflits };
}
