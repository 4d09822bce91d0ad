import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { importDocuments } from '../../../pipelines/import-documents.ts';
import type { ImportEvent, ImportOptions, ImportReport, OcrEngine } from '../../../pipelines/import-options.ts';
import { watchPaths } from '../../../pipelines/watch-paths.ts';
import { CommandError, EXIT, explainRejection, type ExitCode } from '../../model/errors.ts';
import { openStore } from '../../store/open.ts';
import { summarise, type Summary } from '../../store/summary.ts';
import { baseArguments, type CommonOptions, type Log } from './common-options.ts';
import type { Context, Run } from './context.ts';
import { Progress } from './progress.ts';
import { shownPath } from './shown-path.ts';
import { printable } from './terminal.ts';
import { counted, duration, number, shellWord, statuts } from './wording.ts';

interface ImportCliOptions extends CommonOptions {
  readonly refaire?: true;
  readonly reprendreRejets?: true;
  readonly surveiller?: true;
  readonly motDePasse?: string;
  readonly coeurs?: number;
  readonly ocr: OcrEngine;
  readonly delaiMax: number;
  readonly memoireMax: number;
  readonly pagesMax: number;
  readonly tailleMax: number;
}

/** `tfpb import`: reads, shows how far it is, and ends with what the database holds and what to type next. */
export const importPaths: Run<ImportCliOptions> = async (paths, context) => {
  const { log, options } = context;
  if (paths.length === 0 && options.reprendreRejets !== true) {
    const message =
      "Il manque l'argument chemins. Dites quoi lire : des fichiers, des dossiers ou des archives ZIP. Voir : tfpb import --help";
    throw new CommandError('usage', message, EXIT.usage);
  }
  log.event('info', 'import_debut', { chemins: paths, base: options.base });
  const folder = dirname(resolve(options.base));
  if (!existsSync(folder)) log.say(`Le dossier ${printable(folder)} n'existe pas : il est créé pour la base.`);
  return options.surveiller === true ? watch(paths, context) : once(paths, context);
};

async function once(paths: readonly string[], context: Context<ImportCliOptions>): Promise<ExitCode> {
  const { terminal, log } = context;
  const start = performance.now();
  const progress = new Progress(terminal, !log.isSilent);
  const report = await importDocuments({ ...asked(paths, context), onProgress: (event) => show(event, progress, log) }).finally(() =>
    progress.clear(),
  );
  await conclude(report, performance.now() - start, context);
  if (!report.interrompu) return report.rejetes > 0 ? EXIT.doneWithRejects : EXIT.done;
  log.say('Import interrompu. Ce qui est lu est gardé : relancez la même commande pour continuer.');
  return EXIT.interrupted;
}

/** Until Ctrl-C, which is how this ends when it has nothing left to read. */
async function watch(paths: readonly string[], context: Context<ImportCliOptions>): Promise<ExitCode> {
  const { terminal, log } = context;
  let progress = new Progress(terminal, !log.isSilent);
  const sum = { lus: 0, relus: 0, rejetes: 0, dejaLus: 0, autres: 0, interrompu: false };
  const start = performance.now();
  const { reprendreRejets: _once, ...options } = asked(paths, context);
  await watchPaths({
    ...options,
    onProgress: (event) => show(event, progress, log),
    onPass: (report) => {
      progress.clear();
      progress = new Progress(terminal, !log.isSilent);
      log.event('info', 'passage', { ...report });
      for (const key of ['lus', 'relus', 'rejetes', 'dejaLus'] as const) sum[key] += report[key];
      sum.interrompu = report.interrompu;
    },
    onIdle: () => log.say('À jour. En attente de nouveaux fichiers (Ctrl-C pour arrêter)…'),
  }).finally(() => progress.clear());
  await conclude(sum, performance.now() - start, context);
  if (!sum.interrompu) return sum.rejetes > 0 ? EXIT.doneWithRejects : EXIT.done;
  log.say('Import interrompu. Ce qui est lu est gardé : relancez la même commande pour continuer.');
  return EXIT.interrupted;
}

function asked(paths: readonly string[], { options, signal }: Context<ImportCliOptions>): ImportOptions {
  const { motDePasse, coeurs, ocr, refaire, reprendreRejets, base, delaiMax, memoireMax, pagesMax, tailleMax } = options;
  return {
    paths,
    base,
    ocr,
    delaiMax,
    memoireMax,
    pagesMax,
    tailleMax,
    refaire: refaire === true,
    reprendreRejets: reprendreRejets === true,
    ...(motDePasse === undefined ? {} : { password: motDePasse }),
    ...(coeurs === undefined ? {} : { coeurs }),
    signal,
  };
}

async function conclude(report: ImportReport, ms: number, context: Context<ImportCliOptions>): Promise<void> {
  context.log.event('info', 'import_fin', { ...report, ms: Math.round(ms) });
  const { base } = context.options;
  // A watch that was stopped before its first pass has made none.
  if (!existsSync(base)) return;
  const store = await openStore(base, 'lecture');
  const summary = await summarise(store).finally(() => store.close());
  await context.terminal.out(summaryText(report, summary, ms, context));
}

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
    case 'pieces':
      log.event('info', type, facts);
      return progress.add(event.fichiers);
    case 'introuvable':
      progress.clear();
      log.event('alerte', type, facts);
      return log.say(`Introuvable, n'a pas été essayé de nouveau : ${shownPath(event.chemin)}`);
    case 'rejete': {
      progress.clear();
      log.event('alerte', type, facts);
      const { message, conseil } = explainRejection(event.raison, event.precision);
      const kept = event.conserve ? ' La lecture précédente est gardée.' : '';
      log.say(`Rejeté : ${shownPath(event.chemin)} (${event.raison}). ${message} ${conseil}${kept}`);
      if (log.isVerbose && event.detail !== null) log.say(`  détail : ${printable(event.detail)}`);
      return progress.advance('rejete');
    }
    case 'deja_lu':
      if (log.isVerbose) progress.clear();
      log.event('info', type, facts, `Déjà lu : ${printable(event.nom)}`);
      return progress.advance('deja_lu');
    case 'lu':
      if (log.isVerbose) progress.clear();
      log.event('info', type, facts, `${event.relu ? 'Relu' : 'Lu'} : ${printable(event.nom)}, ${detail(event)}`);
      return progress.advance(event);
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
  const { lus, relus, rejetes, dejaLus, autres } = report;
  const files = [
    `${counted(lus, 'fichier lu', 'fichiers lus')}${relus > 0 ? ` (dont ${number(relus)} de nouveau, tfpb ayant changé depuis)` : ''}`,
    counted(rejetes, 'rejeté', 'rejetés'),
    ...(dejaLus > 0 ? [`${number(dejaLus)} déjà dans la base`] : []),
    ...(autres > 0 ? [`${number(autres)} d'un autre type, laissé${autres > 1 ? 's' : ''} de côté`] : []),
  ];
  const { programmes, conformes, ecarts, nonVerifiables } = summary;
  const next = report.interrompu ? null : nextCommand(summary, options);
  const programmeCount = Object.values(programmes).reduce((sum, value) => sum + value, 0);
  return [
    `${paint.strong(report.interrompu ? 'Import interrompu' : 'Import terminé')} en ${duration(ms)} : ${files.join(', ')}.`,
    '',
    `La base ${printable(options.base)} contient :`,
    `  documents   ${number(summary.documents)}${summary.rejetes > 0 ? `, dont ${counted(summary.rejetes, 'rejeté', 'rejetés')}` : ''}`,
    `  programmes  ${number(programmeCount)}${programmeCount > 0 ? ` : ${statuts(programmes)}` : ''}`,
    `  lignes      ${number(summary.lignes)}, ${counted(summary.montants, 'montant', 'montants')}`,
    `  totaux      ${counted(conformes, 'conforme', 'conformes')}, ${number(ecarts)} en écart, ${counted(nonVerifiables, 'non vérifiable', 'non vérifiables')}`,
    ...(next === null ? [] : ['', `Ensuite : ${next}`]),
    '',
  ].join('\n');
}

/** What is most worth looking at: rejected files, then totals that disagree, then the data; `null` where there is nothing to look at. */
function nextCommand(summary: Summary, options: CommonOptions): string | null {
  const base = baseArguments(options).map(shellWord);
  if (summary.rejetes > 0) return ['tfpb etat', ...base, '  (pourquoi des fichiers sont rejetés, que faire)'].join(' ');
  if (summary.ecarts > 0 || summary.programmes.ecart > 0) return ['tfpb audit', ...base, '  (ce qui ne tombe pas juste)'].join(' ');
  if (summary.documents === 0) return null;
  return ['tfpb export --format json', ...base, '> programmes.json'].join(' ');
}
