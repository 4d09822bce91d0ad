import { showTables, type ShownFile } from '../../../pipelines/show-tables.ts';
import type { OcrEngine } from '../../../pipelines/import-options.ts';
import { listFiles } from '../../files/list-files.ts';
import { CommandError, EXIT, explainRejection } from '../../model/errors.ts';
import { overlayHead, overlayTail } from '../overlay/overlay-page.ts';
import { explicationHtml, explicationText } from '../tables/explication/render.ts';
import { tablesCsv, tablesCsvHeader, widest } from '../tables/tables-csv.ts';
import type { CommonOptions } from './common-options.ts';
import type { Context, Run } from './context.ts';
import { printable, type Paint } from './terminal.ts';

interface TablesOptions extends CommonOptions {
  readonly format?: string;
  readonly expliquer?: true;
  readonly motDePasse?: string;
  readonly ocr: OcrEngine;
}

/** `tfpb tables`: what was read, before it was understood; with `--expliquer`, how it was understood too. One file gives one JSON object, several an array. */
export const tables: Run<TablesOptions> = async (paths, context) => {
  const { terminal, options, signal } = context;
  const explain = options.expliquer === true;
  const format = options.format ?? (explain ? 'texte' : 'json');
  if (explain && format === 'csv')
    throw new CommandError('usage', "L'option --expliquer ne vaut pas pour --format csv. Voir : tfpb tables --help", EXIT.usage);
  const { files } = await listFiles(paths);
  const shown = report(
    showTables({
      files,
      overlay: format === 'html',
      explain,
      ocr: options.ocr,
      signal,
      ...(options.motDePasse === undefined ? {} : { password: options.motDePasse }),
    }),
    context,
  );
  const write = { json: writeJson, csv: writeCsv, html: writeHtml, texte: writeText(terminal.paint) }[format] ?? writeJson;
  const rejected = await write(shown, terminal.out, paths.length === 1 && files.length === 1);
  if (signal.aborted) return EXIT.interrupted;
  return rejected > 0 ? EXIT.doneWithRejects : EXIT.done;
};

type Write = (files: AsyncIterable<ShownFile>, out: (text: string) => Promise<void>, isSingle: boolean) => Promise<number>;

/** Says on the diagnostics stream which files could not be read. */
async function* report(files: AsyncIterable<ShownFile>, { terminal, log }: Context<TablesOptions>): AsyncGenerator<ShownFile> {
  for await (const file of files) {
    const { fichier, raison, pages } = file.tables;
    log.event(raison === null ? 'info' : 'alerte', 'tables', { nom: fichier, raison, detail: file.detail, pages: pages.length });
    if (raison !== null) {
      const { message, conseil } = explainRejection(raison, file.precision);
      terminal.err(`${printable(fichier)} (${raison}) : ${message} ${conseil}\n`);
    }
    if (log.isVerbose && file.detail !== null) log.say(`  détail : ${printable(file.detail)}`);
    yield file;
  }
}

const writeJson: Write = async (files, out, isSingle) => {
  let rejected = 0;
  let separator = isSingle ? '' : '[\n';
  for await (const { tables: file } of files) {
    if (file.raison !== null) rejected += 1;
    await out(separator + JSON.stringify(file));
    separator = ',\n';
  }
  await out(isSingle ? '\n' : separator.startsWith('[') ? '[]\n' : '\n]\n');
  return rejected;
};

const writeCsv: Write = async (files, out) => {
  const all = [];
  for await (const { tables: file } of files) all.push(file);
  await out(tablesCsvHeader(widest(all)));
  for (const file of all) await out(tablesCsv(file));
  return all.filter(({ raison }) => raison !== null).length;
};

/** How each file was understood; why one could not be read is said on the diagnostics stream. */
function writeText(paint: Paint): Write {
  return async (files, out) => {
    let rejected = 0;
    let separator = '';
    for await (const { tables: file } of files) {
      if (file.raison !== null) rejected += 1;
      if (file.explication === undefined) continue;
      await out(`${separator}${paint.strong(printable(file.fichier))}\n${explicationText(file.explication, paint)}`);
      separator = '\n';
    }
    return rejected;
  };
}

const writeHtml: Write = async (files, out) => {
  let rejected = 0;
  await out(overlayHead('Ce que la machine a lu'));
  for await (const { tables: file, overlay } of files) {
    if (file.raison !== null) rejected += 1;
    await out(overlay);
    if (file.explication !== undefined) await out(explicationHtml(file.explication));
  }
  await out(overlayTail());
  return rejected;
};
