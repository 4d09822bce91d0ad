import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError, EXIT } from '../model/errors.ts';
import { asDatabaseError } from './errors.ts';
import { loadSqlite } from './open.ts';

/** Held for the length of an import. */
export interface ImportLock {
  release(): void;
}

/**
 * Takes the one import a database allows at a time, or throws (exit code 4). The lock is SQLite's own exclusive lock on a side file,
 * `<base>-import`: the system drops it when the process ends, however it ends, so no lock is ever stale. The empty file stays; deleting it
 * would let two imports hold two files of the same name.
 */
export async function acquireImportLock(base: string): Promise<ImportLock> {
  const Sqlite = await loadSqlite();
  try {
    const database = new Sqlite(`${canonical(base)}-import`, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
        throw new CommandError(
          'import_en_cours',
          `Un autre import utilise la base « ${base} ». Attendez sa fin, ou choisissez une autre base avec --base.`,
          EXIT.locked,
        );
      }
      throw error;
    }
    return { release: () => void database.close() };
  } catch (error) {
    throw asDatabaseError(error, base);
  }
}

/** The same file for every path that leads to it. */
function canonical(base: string): string {
  const path = resolve(base);
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}
