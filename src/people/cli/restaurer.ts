import { EXIT } from '../../model/errors.ts';
import { restoreDatabase } from '../../store/maintenance/restore.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';

interface RestaurerOptions extends CommonOptions {
  readonly remplacer?: true;
}

/** `tfpb restaurer`: a backup in the place of the base. */
export const restaurer: Run<RestaurerOptions> = async ([backup = ''], { log, options: { base, remplacer } }) => {
  const aside = await restoreDatabase(backup, base, remplacer === true);
  const before = aside === null ? '' : ` La base d'avant est dans ${printable(aside)}.`;
  log.say(`Sauvegarde remise en place : ${printable(base)}.${before}`);
  log.event('info', 'restauration', { sauvegarde: backup, base, mise_de_cote: aside });
  return EXIT.done;
};
