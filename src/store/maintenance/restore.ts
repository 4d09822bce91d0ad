import { existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, EXIT } from '../../model/errors.ts';
import { asDatabaseError } from '../errors.ts';
import { acquireImportLock } from '../lock.ts';
import { openStore } from '../open.ts';
import { copyDatabase } from './copy.ts';

/**
 * Puts a copy of a backup in the place of a database, brought up to date. The backup is checked and stays as it is. A database that is there already is moved
 * aside, never overwritten, and only when `replace` says so. Gives the path it was moved to, `null` when there was none.
 */
export async function restoreDatabase(backup: string, base: string, replace: boolean): Promise<string | null> {
  if (!existsSync(backup)) throw new CommandError('sauvegarde_absente', `La sauvegarde « ${backup} » n'existe pas.`, EXIT.usage);
  const path = resolve(base);
  if (resolve(backup) === path) throw new CommandError('usage', 'La sauvegarde et la base sont le même fichier.', EXIT.usage);
  if (existsSync(path) && !replace) {
    throw new CommandError(
      'base_existante',
      `La base « ${base} » existe déjà. Ajoutez --remplacer : elle sera mise de côté sous un autre nom.`,
      EXIT.usage,
    );
  }
  const aside = existsSync(path) ? await replaced(backup, base, path) : await copyDatabase(backup, base).then(() => null);
  await (await openStore(base, 'ecriture')).close();
  return aside;
}

async function replaced(backup: string, base: string, path: string): Promise<string> {
  const lock = await acquireImportLock(base);
  try {
    const aside = freeName(path);
    await setAside(base, path, aside);
    try {
      await copyDatabase(backup, base);
    } catch (error) {
      renameSync(aside, path);
      throw error;
    }
    return aside;
  } catch (error) {
    throw asDatabaseError(error, base);
  } finally {
    lock.release();
  }
}

/**
 * Moves the database, whole in one file: what stands in its log is folded in when the last connection closes. One that cannot be opened any more is moved with its
 * log, which may still hold something.
 */
async function setAside(base: string, path: string, aside: string): Promise<void> {
  await openStore(base, 'ecriture').then(
    (store) => store.close(),
    () => undefined,
  );
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, aside + end);
  renameSync(path, aside);
}

/** `base.avant-restauration-1.sqlite`, or the first number that is free. */
function freeName(path: string): string {
  const stem = path.replace(/\.sqlite$/u, '');
  for (let number = 1; ; number++) {
    const name = `${stem}.avant-restauration-${number}.sqlite`;
    if (!existsSync(name)) return name;
  }
}
