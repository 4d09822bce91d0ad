import { CommandError, explainRejection } from '../../src/model/errors.ts';
import type { ImportState } from '../../src/model/review.ts';
import { importDocuments } from '../import-documents.ts';
import { defaultCores, type ImportEvent, type ImportReport } from '../import-options.ts';

/** What counts the steps and says them, as the command does. */
export interface Counter {
  begin(total: number): void;
  add(count: number): void;
  advance(step: { readonly pages: number } | 'rejete' | 'deja_lu'): void;
  page(): void;
  readonly text: string;
}

/** The one import that the page may start at a time. */
export interface ImportJob {
  readonly state: ImportState;
  /** Imports what the folder holds; when one is under way, once more after it. */
  start(): void;
  stop(): void;
  /** Stops it and waits for its end. */
  close(): Promise<void>;
}

const MOST_SHOWN = 200;
const NOTHING: ImportState = { etat: 'aucun', phrase: '', total: 0, faits: 0, rejetes: [], message: null };

export function openImportJob(base: string, folder: string, newCounter: () => Counter): ImportJob {
  let state = NOTHING;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let abort = new AbortController();

  const pass = async (): Promise<void> => {
    const counter = newCounter();
    const rejected: { nom: string; explication: string }[] = [];
    let [total, faits] = [0, 0];
    const show = (etat: ImportState['etat'], message: string | null = null): void => {
      state = { etat, phrase: counter.text, total, faits, rejetes: rejected.slice(0, MOST_SHOWN), message };
    };
    const onProgress = (event: ImportEvent): void => {
      if (event.type === 'trouve') counter.begin((total = event.fichiers));
      else if (event.type === 'pieces') {
        total += event.fichiers;
        counter.add(event.fichiers);
      } else if (event.type === 'pages') counter.page();
      else if (event.type === 'rejete') {
        const { message, conseil } = explainRejection(event.raison, event.precision);
        rejected.push({ nom: event.nom, explication: `${message} ${conseil}` });
        counter.advance('rejete');
      } else if (event.type === 'deja_lu') counter.advance('deja_lu');
      else if (event.type === 'lu') counter.advance(event);
      if (event.type === 'rejete' || event.type === 'deja_lu' || event.type === 'lu') faits += 1;
      show('en_cours');
    };
    show('en_cours');
    try {
      // One core is left to whoever reads meanwhile.
      const coeurs = Math.max(1, defaultCores() - 1);
      const report = await importDocuments({ base, paths: [folder], coeurs, signal: abort.signal, onProgress });
      show(report.interrompu ? 'interrompu' : 'termine', sentence(report));
    } catch (error) {
      show(
        'refuse',
        error instanceof CommandError ? error.message : 'L’import s’est arrêté sur une erreur imprévue. Les fichiers déposés sont gardés.',
      );
      if (!(error instanceof CommandError)) process.emitWarning(error instanceof Error ? error : String(error));
    }
  };

  const loop = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await pass();
    } while (isAskedAgain && !abort.signal.aborted);
    running = null;
  };

  return {
    get state() {
      return state;
    },
    start() {
      if (running !== null) {
        isAskedAgain = true;
        return;
      }
      abort = new AbortController();
      state = { ...NOTHING, etat: 'en_cours' };
      running = loop();
    },
    stop: () => abort.abort(),
    async close() {
      abort.abort();
      await running;
    },
  };
}

function sentence({ lus, rejetes, dejaLus }: ImportReport): string {
  const some = (count: number, one: string, more: string): string => `${String(count)} ${count < 2 ? one : more}`;
  const parts = [some(lus, 'fichier lu', 'fichiers lus'), some(rejetes, 'rejeté', 'rejetés')];
  if (dejaLus > 0) parts.push(some(dejaLus, 'déjà dans la base', 'déjà dans la base'));
  return `${parts.join(', ')}.`;
}
