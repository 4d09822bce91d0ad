import { EXPORT_FORMATS, exportText, writeExport, type Counted, type Filter, type Profile } from '../../../pipelines/export-dataset.ts';
import { unknownNames } from '../../../pipelines/unknown-names.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { statutProgrammeSchema, type StatutProgramme } from '../../model/vocabulary.ts';
import { isLimiting, isOfBailleur, isOfCommune } from '../dataset/filter.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { refuseUnknownNames } from './unknown-names.ts';
import { counted } from './wording.ts';

interface ExportCliOptions extends CommonOptions {
  readonly format: string;
  readonly sortie?: string;
  readonly profil?: Profile;
  readonly annee?: readonly number[];
  readonly bailleur?: readonly string[];
  readonly commune?: readonly string[];
  readonly axe?: readonly number[];
  readonly statut?: readonly string[];
  readonly avecDoubles?: true;
  readonly sansDoubles?: true;
}

/** `tfpb export`: the dataset on the standard output, or in a folder. */
export const exportDataset: Run<ExportCliOptions> = async (_paths, { terminal, log, options, signal }) => {
  const { base, sortie, profil } = options;
  const format = EXPORT_FORMATS.find((candidate) => candidate === options.format) ?? 'json';
  if (profil !== undefined && format !== 'csv') {
    throw new CommandError('usage', `L'option --profil ne vaut que pour --format csv. Voir : tfpb export --help`, EXIT.usage);
  }
  if (options.avecDoubles === true && options.sansDoubles === true)
    throw new CommandError('usage', 'Les options --avec-doubles et --sans-doubles se contredisent.', EXIT.usage);
  const filter = filterOf(options);
  refuseUnknownNames(await unknownNames(base, filter, { bailleur: isOfBailleur, commune: isOfCommune }));
  const keepsDoubles = options.avecDoubles === true || (options.sansDoubles !== true && (format === 'json' || format === 'jsonl'));
  let written: Counted = { programmes: 0, doubles: 0 };
  const source = { base, filter, doubles: keepsDoubles, signal, onCounted: (all: Counted) => void (written = all) };
  try {
    if (sortie !== undefined) {
      const paths = await writeExport({ ...source, format, folder: sortie, ...(profil === undefined ? {} : { profile: profil }) });
      log.say(
        `Jeu de données écrit, ${counted(paths.length, 'fichier', 'fichiers')} :\n${paths.map((path) => `  ${printable(path)}`).join('\n')}`,
      );
      log.event('info', 'export', { chemins: paths, format });
    } else if (format === 'json' || format === 'jsonl') {
      for await (const chunk of exportText(source, format)) await terminal.out(chunk);
    } else {
      throw new CommandError('usage', `Le format ${format} s'écrit dans un dossier : ajoutez --sortie DOSSIER.`, EXIT.usage);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    log.say(`Export interrompu${sortie === undefined ? '' : " : rien n'a été écrit"}. Relancez la même commande.`);
    return EXIT.interrupted;
  }
  if (isLimiting(filter) && written.programmes === 0)
    log.say('Aucun programme de la base ne répond à ces critères : le jeu de données est vide.');
  if (written.doubles > 0) log.say(doublesText(written.doubles, keepsDoubles));
  return EXIT.done;
};

/** What is in the base more than once must not be counted more than once unawares. */
function doublesText(doubles: number, areKept: boolean): string {
  const what = `${counted(doubles, 'programme est', 'programmes sont')} en double : un autre fichier contient le même (bailleur, commune, quartier, années, nature)`;
  return areKept
    ? `${what}. Comptez chaque programme une fois, ou ajoutez --sans-doubles.`
    : `${what}. Laissé${doubles > 1 ? 's' : ''} de côté ; pour les garder : --avec-doubles.`;
}

function filterOf({ annee, bailleur, commune, axe, statut }: ExportCliOptions): Filter {
  const statuts: StatutProgramme[] | undefined = statut?.map((value) => statutProgrammeSchema.parse(value));
  return {
    ...(annee === undefined ? {} : { annee }),
    ...(bailleur === undefined ? {} : { bailleur }),
    ...(commune === undefined ? {} : { commune }),
    ...(axe === undefined ? {} : { axe }),
    ...(statuts === undefined ? {} : { statut: statuts }),
  };
}
