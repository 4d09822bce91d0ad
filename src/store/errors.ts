import { CommandError, EXIT } from '../model/errors.ts';

/** What went wrong with the database file and what to do, by the start of SQLite's or the system's error code; first match wins. */
const CAUSES: readonly (readonly [code: string, explanation: string])[] = [
  ['SQLITE_NOTADB', "n'est pas une base SQLite. Choisissez un autre fichier avec --base."],
  ['SQLITE_CORRUPT', 'est endommagée. Restaurez une sauvegarde, ou importez de nouveau dans une autre base.'],
  ['SQLITE_READONLY', 'est en lecture seule. Vérifiez les droits du fichier et de son dossier.'],
  ['SQLITE_CANTOPEN', "ne peut pas être ouverte. Vérifiez que le dossier existe et que vous avez le droit d'y écrire."],
  ['SQLITE_PERM', "ne peut pas être ouverte. Vérifiez que vous avez le droit d'y écrire."],
  ['SQLITE_FULL', 'ne peut plus grandir : le disque est plein. Libérez de la place et relancez.'],
  ['SQLITE_BUSY', 'est tenue par un autre programme. Fermez-le et relancez.'],
  ['SQLITE_LOCKED', 'est tenue par un autre programme. Fermez-le et relancez.'],
  ['SQLITE_IOERR', "a provoqué une erreur de lecture ou d'écriture du disque. Vérifiez le support et relancez."],
  ['EACCES', "ne peut pas être créée. Vérifiez que vous avez le droit d'écrire dans ce dossier."],
  ['EPERM', "ne peut pas être créée. Vérifiez que vous avez le droit d'écrire dans ce dossier."],
  ['EROFS', 'ne peut pas être créée : ce support est en lecture seule.'],
  ['ENOTDIR', "ne peut pas être créée : un élément de son chemin n'est pas un dossier."],
  ['EEXIST', "ne peut pas être créée : un élément de son chemin n'est pas un dossier."],
  ['ENOSPC', 'ne peut pas être créée : le disque est plein.'],
];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** The file, or the side files that opening it takes, cannot be written where it stands. */
export function isNotWritable(error: unknown): boolean {
  return /^SQLITE_(?:CANTOPEN|READONLY)/u.test(codeOf(error));
}

/** Turns an error of SQLite or of the file system into one a user can act on; anything else comes back as it is. */
export function asDatabaseError(error: unknown, base: string): unknown {
  const code = codeOf(error);
  const cause = CAUSES.find(([start]) => code.startsWith(start));
  if (cause === undefined) return error;
  return new CommandError('base_inutilisable', `La base « ${base} » ${cause[1]}`, EXIT.database);
}

/** True for an error of the database file itself, that would hit the next document too; false for one of the row being written. */
export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof CommandError || asDatabaseError(error, '') !== error;
}
