import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { CommandError, EXIT } from '../model/errors.ts';
import { asDatabaseError } from './errors.ts';
import { isUpToDate, migrate } from './migrations/migrate.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process's transaction before giving up. */
const BUSY_MS = 10_000;

/** An open database. Close it when done: closing folds the write-ahead log back into the one file. */
export interface Store {
  readonly path: string;
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens (and for `ecriture` creates) the database. SQLite is loaded here, on first need, so that what never touches a database works
 * where the native module could not be built. Throws a {@link CommandError} with exit code 3 for whatever is wrong with the file.
 */
export async function openStore(base: string, mode: 'lecture' | 'ecriture'): Promise<Store> {
  const path = resolve(base);
  if (mode === 'lecture' && !existsSync(path)) {
    throw new CommandError(
      'base_absente',
      `La base « ${base} » n'existe pas. Créez-la avec : tfpb import DOSSIER --base ${base}`,
      EXIT.database,
    );
  }
  const Sqlite = await loadSqlite();
  try {
    if (mode === 'ecriture') mkdirSync(dirname(path), { recursive: true });
    const connect = (readonly: boolean): BetterSqlite3.Database =>
      new Sqlite(path, { readonly, fileMustExist: readonly, timeout: BUSY_MS });
    let database = connect(mode === 'lecture');
    try {
      if (!isUpToDate(database, base)) {
        if (mode === 'lecture') {
          database.close();
          database = connect(false);
        }
        database.pragma('journal_mode = WAL');
        migrate(database);
      }
      if (mode === 'ecriture') database.pragma('journal_mode = WAL');
      // A crash of the process loses nothing in WAL; NORMAL may lose the last commits on a power cut, and an import then reads those files again.
      database.pragma('synchronous = NORMAL');
      database.pragma('foreign_keys = ON');
    } catch (error) {
      database.close();
      throw error;
    }
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    return { path, db, close: () => db.destroy() };
  } catch (error) {
    throw asDatabaseError(error, base);
  }
}

/** The native module, or a French explanation of why it cannot be loaded. */
export async function loadSqlite(): Promise<typeof BetterSqlite3> {
  try {
    const { default: Sqlite } = await import('better-sqlite3');
    // The binary is loaded by the first connection, not by the import.
    new Sqlite(':memory:').close();
    return Sqlite;
  } catch (error) {
    throw new CommandError(
      'sqlite_absent',
      `Le module SQLite ne peut pas être chargé (${error instanceof Error ? error.message : String(error)}). Relancez : npm rebuild better-sqlite3`,
      EXIT.database,
    );
  }
}
