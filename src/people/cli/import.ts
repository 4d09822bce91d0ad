import { importDocuments } from '../../../pipelines/import-documents.ts';
import type { ImportEvent, ImportReport } from '../../../pipelines/import-options.ts';
import { EXIT, RAISONS } from '../../model/errors.ts';
import { openStore } from '../../store/open.ts';
import { summarise, type Summary } from '../../store/summary.ts';
import { baseArguments, type CommonOptions, type Log } from './common-options.ts';
import type { Context, Run } from './context.ts';
import { Progress } from './progress.ts';
import { printable } from './terminal.ts';
import { counted, duration, number, shellWord, statuts } from './wording.ts';

interface ImportCliOptions extends CommonOptions {
  readonly refaire?: true;
  readonly motDePasse?: string;
  readonly coeurs?: number;
  readonly delaiMax: number;
  readonly memoireMax: number;
  readonly pagesMax: number;
  readonly tailleMax: number;
}

/** `tfpb import`: reads, shows how far it is, and ends with what the database holds and what to type next. */
export const importPaths: Run<ImportCliOptions> = async (paths, context) => {
  const { terminal, log, options, signal } = context;
  const start = performance.now();
  const progress = new Progress(terminal, !log.isSilent);
  const { motDePasse, coeurs, refaire, base, delaiMax, memoireMax, pagesMax, tailleMax } = options;
  log.event('info', 'import_debut', { chemins: paths, base });
  const report = await importDocuments({
    paths,
    base,
    delaiMax,
    memoireMax,
    pagesMax,
    tailleMax,
    refaire: refaire === true,
    ...(motDePasse === undefined ? {} : { password: motDePasse }),
    ...(coeurs === undefined ? {} : { coeurs }),
    signal,
    onProgress: (event) => show(event, progress, log),
  }).finally(() => progress.clear());
  const ms = performance.now() - start;
  log.event('info', 'import_fin', { ...report, ms: Math.round(ms) });

  const store = await openStore(base, 'lecture');
  const summary = await summarise(store).finally(() => store.close());
  await terminal.out(summaryText(report, summary, ms, context));
  if (report.interrompu) {
    log.say('Import interrompu. Ce qui est lu est gardé : relancez la même commande pour continuer.');
    return EXIT.interrupted;
  }
  return report.rejetes > 0 ? EXIT.doneWithRejects : EXIT.done;
};

function show(event: ImportEvent, progress: Progress, log: Log): void {
  const { type, ...facts } = event;
  switch (event.type) {
    case 'trouve':
      log.event('info', type, facts);
      log.say(`${counted(event.fichiers, 'fichier', 'fichiers')} à examiner.`);
      return progress.begin(event.fichiers);
    case 'debut':
      return log.event('info', type, facts);
    case 'pages':
      return progress.page();
    case 'rejete': {
      progress.clear();
      log.event('alerte', type, facts);
      const { message, conseil } = RAISONS[event.raison];
      const kept = event.conserve ? ' La lecture précédente est gardée.' : '';
      log.say(`Rejeté : ${printable(event.nom)} (${event.raison}). ${message} ${conseil}${kept}`);
      if (log.isVerbose && event.detail !== null) log.say(`  détail : ${printable(event.detail)}`);
      return progress.advance(true);
    }
    case 'deja_lu':
    case 'lu': {
      if (log.isVerbose) progress.clear();
      log.event(
        'info',
        type,
        facts,
        `${event.type === 'lu' ? `Lu : ${printable(event.nom)}, ${detail(event)}` : `Déjà lu : ${printable(event.nom)}`}`,
      );
      return progress.advance(false);
    }
  }
}

function detail({ pages, programmes, ms }: Extract<ImportEvent, { type: 'lu' }>): string {
  return `${counted(pages, 'page', 'pages')}, ${counted(programmes, 'programme', 'programmes')}, ${duration(ms)}`;
}

function summaryText(
  report: ImportReport,
  summary: Summary,
  ms: number,
  { terminal: { paint }, options }: Context<ImportCliOptions>,
): string {
  const { lus, rejetes, dejaLus, autres } = report;
  const files = [
    counted(lus, 'fichier lu', 'fichiers lus'),
    counted(rejetes, 'rejeté', 'rejetés'),
    ...(dejaLus > 0 ? [`${number(dejaLus)} déjà dans la base`] : []),
    ...(autres > 0 ? [`${number(autres)} d'un autre type, laissé${autres > 1 ? 's' : ''} de côté`] : []),
  ];
  const { programmes, conformes, ecarts, nonVerifiables } = summary;
  const programmeCount = Object.values(programmes).reduce((sum, value) => sum + value, 0);
  return [
    `${paint.strong(report.interrompu ? 'Import interrompu' : 'Import terminé')} en ${duration(ms)} : ${files.join(', ')}.`,
    '',
    `La base ${printable(options.base)} contient :`,
    `  documents   ${number(summary.documents)}${summary.rejetes > 0 ? `, dont ${counted(summary.rejetes, 'rejeté', 'rejetés')}` : ''}`,
    `  programmes  ${number(programmeCount)}${programmeCount > 0 ? ` : ${statuts(programmes)}` : ''}`,
    `  lignes      ${number(summary.lignes)}, ${counted(summary.montants, 'montant', 'montants')}`,
    `  totaux      ${counted(conformes, 'conforme', 'conformes')}, ${number(ecarts)} en écart, ${counted(nonVerifiables, 'non vérifiable', 'non vérifiables')}`,
    '',
    `Ensuite : ${nextCommand(summary, options)}`,
    '',
  ].join('\n');
}

/** What is most worth looking at: rejected files, then totals that disagree, then the data. */
function nextCommand(summary: Summary, options: CommonOptions): string {
  const base = baseArguments(options).map(shellWord);
  if (summary.rejetes > 0) return ['tfpb etat', ...base, '  (pourquoi des fichiers sont rejetés, que faire)'].join(' ');
  if (summary.ecarts > 0) return ['tfpb audit', ...base, '  (les totaux qui ne tombent pas juste)'].join(' ');
  return ['tfpb export --format json', ...base, '> programmes.json'].join(' ');
}
