import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { CommandError, EXIT } from '../model/errors.ts';
import { connect, connectCopy, type Connection } from './connection.ts';
import { asDatabaseError, isNotWritable } from './errors.ts';
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
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const message = `La base « ${base} » ne peut pas être ouverte : c'est un dossier. Donnez le nom d'un fichier avec --base.`;
    throw new CommandError('base_dossier', message, EXIT.database);
  }
  if (mode === 'ecriture') return prepare(await connect(path, { mustExist: false, timeout: BUSY_MS }), base, mode);
  try {
    return prepare(await connect(path, { mustExist: true, timeout: BUSY_MS }), base, mode);
  } catch (error) {
    const copy = isNotWritable(error) ? await connectCopy(path) : null;
    if (copy === null) throw error;
    return prepare(copy, base, mode);
  }
}

function prepare(connection: Connection, base: string, mode: 'lecture' | 'ecriture'): Connection {
  try {
    if (!isUpToDate(connection, base)) {
      connection.exec('PRAGMA journal_mode = WAL');
      migrate(connection);
    }
    if (mode === 'ecriture') connection.exec('PRAGMA journal_mode = WAL');
    // A crash of the process loses nothing in WAL; NORMAL may lose the last commits on a power cut, and an import then reads those files again.
    connection.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    // Opened to write although only read: the last to close such a database folds its log into it and removes the side files; a mere reader leaves them.
    if (mode === 'lecture') connection.exec('PRAGMA query_only = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
