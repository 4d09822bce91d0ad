import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError, EXIT } from '../model/errors.ts';
import { connect } from './connection.ts';
import { asDatabaseError, isBusy } from './errors.ts';

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
  try {
    const connection = await connect(`${canonical(base)}-import`, { mustExist: false, timeout: 0 });
    try {
      connection.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      connection.close();
      if (!isBusy(error)) throw error;
      throw new CommandError(
        'import_en_cours',
        `Un autre import utilise la base « ${base} ». Attendez sa fin, ou choisissez une autre base avec --base.`,
        EXIT.locked,
      );
    }
    return { release: () => connection.close() };
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
