import { CommandError, EXIT } from '../../model/errors.ts';
import type { Connection } from '../connection.ts';
import { initial } from './001-initial.ts';
import { reconnaissances } from './002-reconnaissances.ts';
import { views } from './004-views.ts';
import { auditTables } from './005-audit.ts';
import { precisionAndStages } from './006-precision-and-stages.ts';
import { corrections } from './007-corrections.ts';
import { doubles } from './008-doubles.ts';
import { horsSomme } from './009-hors-somme.ts';
import { doublesByLandlord } from './010-doubles-by-landlord.ts';

/** Every version of the schema, in order; the number of the last one applied is the file's `user_version`. Add at the end, never change one that was released. */
const MIGRATIONS: readonly (readonly [version: number, step: string | ((connection: Connection) => void)])[] = [
  [1, initial],
  [2, reconnaissances],
  [4, views],
  [5, auditTables],
  [6, precisionAndStages],
  [7, corrections],
  [8, doubles],
  [9, horsSomme],
  [10, doublesByLandlord],
];

/** The version this product reads and writes. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(([version]) => version));

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
  if (version > SCHEMA_VERSION) {
    throw new CommandError(
      'base_plus_recente',
      `La base « ${path} » a été écrite par une version plus récente de tfpb (schéma ${version}, attendu ${SCHEMA_VERSION} au plus). Mettez tfpb à jour.`,
      EXIT.database,
    );
  }
  return version === SCHEMA_VERSION;
}

/** Brings the schema up to date in one transaction: after a crash the file has either all of it or none. */
export function migrate(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const before = versionOf(connection);
    for (const [version, step] of MIGRATIONS) {
      if (version <= before) continue;
      if (typeof step === 'string') connection.exec(step);
      else step(connection);
    }
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(connection: Connection): number {
  return Number(connection.value('PRAGMA user_version'));
}
