import { existsSync, statSync } from 'node:fs';
import { CommandError, EXIT } from '../../model/errors.ts';
import { copyDatabase } from '../../store/maintenance/copy.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { size } from './wording.ts';

/** `tfpb sauvegarder`: a checked copy of the base in one file. */
export const sauvegarder: Run = async ([target = ''], { log, options: { base } }) => {
  if (!existsSync(base)) throw new CommandError('base_absente', `La base « ${base} » n'existe pas.`, EXIT.database);
  await copyDatabase(base, target);
  log.say(`Base sauvegardée et vérifiée : ${printable(target)} (${size(statSync(target).size)}).`);
  log.event('info', 'sauvegarde', { base, fichier: target });
  return EXIT.done;
};
