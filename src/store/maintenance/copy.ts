import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError, EXIT } from '../../model/errors.ts';
import { connect, type Connection } from '../connection.ts';
import { asDatabaseError, isNotWritable } from '../errors.ts';
import { isUpToDate } from '../migrations/migrate.ts';

const BUSY_MS = 10_000;

/**
 * Copies a database, as it is at this moment, into one new file: whole, compact, without a log beside it, and checked. An import may go on meanwhile; the
 * database is only read, and an older one stays of its version. The file appears under its name only when it is complete. Throws a `CommandError` when a file of
 * that name exists, or when the database is not sound.
 */
export async function copyDatabase(base: string, target: string): Promise<void> {
  const path = resolve(target);
  if (existsSync(path)) {
    throw new CommandError(
      'fichier_existant',
      `Le fichier « ${target} » existe déjà. Choisissez un autre nom, ou déplacez-le.`,
      EXIT.usage,
    );
  }
  const draft = join(dirname(path), `.tfpb-${randomUUID()}.sqlite`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    await snapshot(base, draft);
    renameSync(draft, path);
  } catch (error) {
    throw asDatabaseError(error, target);
  } finally {
    removeDatabase(draft);
  }
}

/** Writes a checked copy of a database where nothing is yet. */
export async function snapshot(base: string, target: string): Promise<void> {
  try {
    const connection = await connect(resolve(base), { mustExist: true, timeout: BUSY_MS });
    try {
      isUpToDate(connection, base);
      writeCopy(connection, target);
    } finally {
      connection.close();
    }
    const copy = await connect(target, { mustExist: true, timeout: BUSY_MS });
    try {
      check(copy, base);
    } finally {
      copy.close();
    }
  } catch (error) {
    throw asDatabaseError(error, base);
  }
}

/** A copy that has no place to stand is no fault of the database. */
function writeCopy(connection: Connection, target: string): void {
  try {
    connection.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    if (isNotWritable(error)) throw new CommandError('copie', `La copie ne peut pas être écrite dans « ${dirname(target)} ».`, EXIT.usage);
    throw error;
  }
}

/** Reads a database through and through: it is whole, and nothing in it leads nowhere. */
function check(connection: Connection, shown: string): void {
  const isWhole = connection.value('PRAGMA integrity_check') === 'ok' && connection.prepare('PRAGMA foreign_key_check').get() === undefined;
  if (!isWhole)
    throw new CommandError('base_endommagee', `La base « ${shown} » est endommagée. Prenez une autre sauvegarde.`, EXIT.database);
}

/** Removes a database file and what SQLite may have left beside it. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}
