import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { CommandError, EXIT } from '../model/errors.ts';
import { connect, type Connection } from './connection.ts';
import { asDatabaseError } from './errors.ts';
import { isUpToDate, migrate } from './migrations/migrate.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process's transaction before giving up. */
const BUSY_MS = 10_000;

/** An open database. Close it when done: closing folds the write-ahead log back into the one file. */
export interface Store {
  readonly path: string;
  readonly db: Kysely<Tables>;
  /** The same connection, for what must be quick: rows as arrays. */
  readonly connection: Connection;
  close(): Promise<void>;
}

/** Opens (and for `ecriture` creates) the database. Throws a {@link CommandError} with exit code 3 for whatever is wrong with the file. */
export async function openStore(base: string, mode: 'lecture' | 'ecriture'): Promise<Store> {
  const path = resolve(base);
  if (mode === 'lecture' && !existsSync(path)) {
    throw new CommandError(
      'base_absente',
      `La base « ${base} » n'existe pas. Créez-la avec : tfpb import DOSSIER --base ${base}`,
      EXIT.database,
    );
  }
  try {
    if (mode === 'ecriture') mkdirSync(dirname(path), { recursive: true });
    const connection = await openConnection(path, base, mode);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
    // Kysely closes only what it has used.
    return { path, db, connection, close: () => db.destroy().then(() => connection.close()) };
  } catch (error) {
    throw asDatabaseError(error, base);
  }
}

async function openConnection(path: string, base: string, mode: 'lecture' | 'ecriture'): Promise<Connection> {
  let connection = await connect(path, { readonly: mode === 'lecture', timeout: BUSY_MS });
  try {
    if (!isUpToDate(connection, base)) {
      if (mode === 'lecture') {
        connection.close();
        connection = await connect(path, { readonly: false, timeout: BUSY_MS });
      }
      connection.exec('PRAGMA journal_mode = WAL');
      migrate(connection);
    }
    if (mode === 'ecriture') connection.exec('PRAGMA journal_mode = WAL');
    // A crash of the process loses nothing in WAL; NORMAL may lose the last commits on a power cut, and an import then reads those files again.
    connection.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
