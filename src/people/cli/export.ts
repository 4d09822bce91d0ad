import { EXPORT_FORMATS, exportText, writeExport, type Filter, type Profile } from '../../../pipelines/export-dataset.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { statutProgrammeSchema, type StatutProgramme } from '../../model/vocabulary.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
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
}

/** `tfpb export`: the dataset on the standard output, or in a folder. */
export const exportDataset: Run<ExportCliOptions> = async (_paths, { terminal, log, options, signal }) => {
  const { base, sortie, profil } = options;
  const format = EXPORT_FORMATS.find((candidate) => candidate === options.format) ?? 'json';
  if (profil !== undefined && format !== 'csv') {
    throw new CommandError('usage', `L'option --profil ne vaut que pour --format csv. Voir : tfpb export --help`, EXIT.usage);
  }
  const source = { base, filter: filterOf(options), signal };
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
  return EXIT.done;
};

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
