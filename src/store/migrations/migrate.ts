import type { Database } from 'better-sqlite3';
import { CommandError, EXIT } from '../../model/errors.ts';
import { initial } from './001-initial.ts';

/** Every version of the schema in order; the number of those applied is the file's `user_version`. Add at the end, never change one. */
const MIGRATIONS: readonly string[] = [initial];

/** Marks the file as ours (`PRAGMA application_id`): "TFPB" in ASCII. */
const APPLICATION_ID = 0x54465042;

/** Whether the open database is ours and up to date, after checking that this version of the product can use it. */
export function isUpToDate(database: Database, path: string): boolean {
  const version = Number(database.pragma('user_version', { simple: true }));
  const application = Number(database.pragma('application_id', { simple: true }));
  const isEmpty = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isEmpty && application !== APPLICATION_ID) {
    throw new CommandError(
      'base_etrangere',
      `« ${path} » est une base SQLite d'un autre logiciel : tfpb n'y touche pas. Choisissez un autre fichier avec --base.`,
      EXIT.database,
    );
  }
  if (version > MIGRATIONS.length) {
    throw new CommandError(
      'base_plus_recente',
      `La base « ${path} » a été écrite par une version plus récente de tfpb (schéma ${version}, attendu ${MIGRATIONS.length} au plus). Mettez tfpb à jour.`,
      EXIT.database,
    );
  }
  return version === MIGRATIONS.length;
}

/** Brings the schema up to date in one transaction: after a crash the file has either all of it or none. */
export function migrate(database: Database): void {
  database
    .transaction(() => {
      const version = Number(database.pragma('user_version', { simple: true }));
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}
