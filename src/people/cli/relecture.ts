import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { openDropBox } from '../../../pipelines/review/drop-box.ts';
import { DROP_DEFAULTS } from '../../../pipelines/review/drop-options.ts';
import { openImportJob } from '../../../pipelines/review/import-job.ts';
import { openReview } from '../../../pipelines/review/open-review.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { productVersion } from '../../product.ts';
import { isLoopback, openReviewServer, type ReviewServer } from '../relecture/server.ts';
import type { CommonOptions } from './common-options.ts';
import type { Context, Run } from './context.ts';
import { Progress } from './progress.ts';
import { printable } from './terminal.ts';

interface RelectureOptions extends CommonOptions {
  readonly port: number;
  readonly hote: string;
  readonly ouvrir?: true;
  readonly lecteur?: string;
  readonly nouvelle?: true;
  readonly depotMax: number;
}

/** `tfpb relecture`: serves the review page until Ctrl-C. */
export const relecture: Run<RelectureOptions> = async (_paths, context) => {
  const { terminal, log, options, signal } = context;
  const { base, hote, port } = options;
  if (options.nouvelle !== true && !existsSync(base))
    throw new CommandError(
      'base_absente',
      `La base « ${base} » n'existe pas. Créez-la avec : tfpb import DOSSIER --base ${base}, ou partez d'une base vide avec --nouvelle.`,
      EXIT.database,
    );
  const review = await openReview(base);
  const dropBox = openDropBox(base, { ...DROP_DEFAULTS, fichierMo: options.depotMax });
  const imports = openImportJob(base, dropBox.folder, () => new Progress(terminal, false));
  try {
    const facts = { base: basename(base), version: productVersion(), lecteur: options.lecteur ?? userName() };
    const token = isLoopback(hote) ? null : randomBytes(24).toString('base64url');
    const server = await openReviewServer(
      { review, dropBox, imports, facts },
      {
        host: hote,
        port,
        token,
        onError: (error) => {
          log.event('erreur', 'relecture', { erreur: detail(error) });
          log.say(`Erreur imprévue : ${log.isVerbose ? detail(error) : printable(String(error))}`);
        },
      },
    ).catch((error: unknown) => {
      throw listenError(error, hote, port);
    });
    try {
      await serve(server, context);
    } finally {
      await server.close();
    }
    if (!signal.aborted) return EXIT.done;
    log.say('Relecture terminée. Tout ce qui a été corrigé est dans la base.');
    return EXIT.done;
  } finally {
    await imports.close();
    await review.close();
  }
};

async function serve({ url }: ReviewServer, { terminal, log, options, signal }: Context<RelectureOptions>): Promise<void> {
  log.event('info', 'relecture_debut', { base: options.base });
  await terminal.out(`Page de relecture : ${url}\n`);
  if (!isLoopback(options.hote))
    log.say(
      'Attention : toute personne qui connaît cette adresse, jeton compris, peut lire et corriger la base ; ce qui circule n’est pas chiffré.',
    );
  log.say(`Base ${printable(options.base)}. Gardez cette fenêtre ouverte pendant la relecture ; Ctrl-C pour arrêter.`);
  if (options.ouvrir === true) openBrowser(url, () => log.say('Aucun navigateur n’a pu être ouvert : copiez l’adresse ci-dessus.'));
  if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
}

function openBrowser(url: string, onFailure: () => void): void {
  const [program, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  spawn(program, args, { stdio: 'ignore', detached: true }).on('error', onFailure).unref();
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'lecteur';
  }
}

function listenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Le port ${String(port)} est déjà pris, peut-être par une autre relecture. Choisissez-en un autre avec --port.`,
    EACCES: `Le port ${String(port)} est réservé au système. Choisissez-en un au-dessus de 1024 avec --port.`,
    EADDRNOTAVAIL: `L'adresse ${host} n'est pas celle de cette machine.`,
    ENOTFOUND: `L'adresse ${host} est inconnue.`,
  };
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  return reason === undefined ? error : new CommandError('adresse', reason, EXIT.usage);
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
