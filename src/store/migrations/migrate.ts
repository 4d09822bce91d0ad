import { CommandError, EXIT } from '../../model/errors.ts';
import type { Connection } from '../connection.ts';
import { initial } from './001-initial.ts';
import { precisionAndStages } from './006-precision-and-stages.ts';

/** Every version of the schema in order; the number of those applied is the file's `user_version`. Add at the end, never change one. */
const MIGRATIONS: readonly string[] = [initial, precisionAndStages];

/** Marks the file as ours (`PRAGMA application_id`): "TFPB" in ASCII. */
const APPLICATION_ID = 0x54465042;

/** Whether the open database is ours and up to date, after checking that this version of the product can use it. */
export function isUpToDate(connection: Connection, path: string): boolean {
  const version = versionOf(connection);
  const application = Number(connection.value('PRAGMA application_id'));
  const isEmpty = connection.value('SELECT count(*) AS n FROM sqlite_schema') === 0;
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
export function migrate(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of MIGRATIONS.slice(versionOf(connection))) connection.exec(migration);
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(connection: Connection): number {
  return Number(connection.value('PRAGMA user_version'));
}
