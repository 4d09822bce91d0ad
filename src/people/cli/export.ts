import { EXPORT_FORMATS, exportText, writeExport } from '../../../pipelines/export-dataset.ts';
import { EXIT } from '../../model/errors.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';

interface ExportCliOptions extends CommonOptions {
  readonly format: string;
  readonly sortie?: string;
}

/** `tfpb export`: the dataset on the standard output, or in a folder. */
export const exportDataset: Run<ExportCliOptions> = async (_paths, { terminal, log, options: { base, format, sortie } }) => {
  const chosen = EXPORT_FORMATS.find((candidate) => candidate === format) ?? 'json';
  if (sortie === undefined) {
    for await (const chunk of exportText(base, chosen)) await terminal.out(chunk);
  } else {
    const path = await writeExport(base, chosen, sortie);
    log.say(`Jeu de données écrit : ${printable(path)}`);
    log.event('info', 'export', { chemin: path, format: chosen });
  }
  return EXIT.done;
};
