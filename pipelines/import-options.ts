import { availableParallelism } from 'node:os';
import type { PathBytes } from '../src/files/file-name.ts';
import type { Precision, RaisonRejet } from '../src/model/vocabulary.ts';

/** What recognises text on scanned pages: the embedded engine, or the `tesseract` program of this machine. */
export const OCR_ENGINES = ['embarque', 'natif'] as const;
export type OcrEngine = (typeof OCR_ENGINES)[number];

/** What an import is asked to do. */
export interface ImportOptions {
  /** Files, folders and ZIP archives to read. */
  readonly paths: readonly (string | PathBytes)[];
  /** The SQLite file; created when absent. */
  readonly base: string;
  /** Opens protected documents. Never stored. */
  readonly password?: string;
  /** Reads again what has been read already. Default `false`. */
  readonly refaire?: boolean;
  /** Also tries again every file that the database holds as rejected, wherever it is. Default `false`. */
  readonly reprendreRejets?: boolean;
  /** Processes that read at the same time. Default: one a core. */
  readonly coeurs?: number;
  /** Longest time for one document, and for each of its scanned pages, in seconds. Default 120. */
  readonly delaiMax?: number;
  /** Most memory for one document, in megabytes. Default 1024. */
  readonly memoireMax?: number;
  /** Most pages of one document. Default 2000. */
  readonly pagesMax?: number;
  /** Largest file, in megabytes. Default 500. */
  readonly tailleMax?: number;
  /** What reads scanned pages. Default: the embedded engine. */
  readonly ocr?: OcrEngine;
  /** Told of every step; must not throw. */
  readonly onProgress?: (event: ImportEvent) => void;
  /** Stops the import: documents under way are dropped, those stored stay. */
  readonly signal?: AbortSignal;
}

export const IMPORT_DEFAULTS = { delaiMax: 120, memoireMax: 1024, pagesMax: 2000, tailleMax: 500 } as const;

export function defaultCores(): number {
  return availableParallelism();
}

/** What becomes of each file. `nom` is its base name, `chemin` its absolute path. */
export type ImportEvent =
  | { readonly type: 'trouve'; readonly fichiers: number; readonly autres: number }
  /** A PDF holds others, which are documents too. */
  | { readonly type: 'pieces'; readonly nom: string; readonly chemin: string; readonly fichiers: number }
  /** A file rejected earlier that was to be tried again is not there any more. */
  | { readonly type: 'introuvable'; readonly nom: string; readonly chemin: string }
  | { readonly type: 'debut'; readonly nom: string; readonly chemin: string }
  /** Scanned pages of one document: how many of them have been read. */
  | { readonly type: 'pages'; readonly nom: string; readonly chemin: string; readonly lues: number; readonly total: number }
  | {
      readonly type: 'lu';
      readonly nom: string;
      readonly chemin: string;
      readonly pages: number;
      readonly programmes: number;
      readonly ms: number;
      /** It was in the database, read by other stages than today's. */
      readonly relu: boolean;
    }
  | { readonly type: 'deja_lu'; readonly nom: string; readonly chemin: string }
  | {
      readonly type: 'rejete';
      readonly nom: string;
      readonly chemin: string;
      readonly raison: RaisonRejet;
      /** What there is to say beyond the reason; `null` when the reason's own words will do. */
      readonly precision: Precision | null;
      readonly detail: string | null;
      /** An earlier reading of the same bytes is in the database and stays. */
      readonly conserve: boolean;
    };

/** What an import did. */
export interface ImportReport {
  /** Files read in this run. */
  readonly lus: number;
  /** How many of them had been read by an earlier version, of which a stage has changed. */
  readonly relus: number;
  readonly rejetes: number;
  /** Files whose bytes were in the database already. */
  readonly dejaLus: number;
  /** Files of other kinds in the folders. */
  readonly autres: number;
  /** Stopped by its signal before the end. */
  readonly interrompu: boolean;
}
