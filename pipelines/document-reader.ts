import type { Source } from '../src/files/source.ts';
import type { Exemple } from '../src/model/exemple.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import type { Precision, RaisonRejet } from '../src/model/vocabulary.ts';
import { isDatabaseFailure } from '../src/store/errors.ts';
import { createPool } from '../src/workers/pool.ts';
import { documentAnswerSchema, type DocumentAnswer, type DocumentJob, type DocumentWithPieces } from './document-job.ts';
import { defaultCores, IMPORT_DEFAULTS, type ImportOptions } from './import-options.ts';
import { openPageReader, type PageReader, type RecognitionCache } from './recognise-pages.ts';
import { sourceJobOf } from './source-job.ts';
import { tablesAnswerSchema, type TablesAnswer, type TablesJob, type TablesRead } from './tables-job.ts';
import { DOCUMENT_WORKER, TABLES_WORKER } from './worker-entries.ts';

/** Documents after which a worker process is replaced: libraries leak a little with each. */
const RECYCLE_AFTER = 200;

/** What came of one file: what was read, or why nothing was. */
export type Outcome<Read> =
  | { readonly statut: 'lu'; readonly read: Read }
  | { readonly statut: 'rejete'; readonly raison: RaisonRejet; readonly precision: Precision | null; readonly detail: string | null };

/** Reads documents in processes that may die, as many at a time as it was opened for. */
export interface Reader {
  /** `null` when the signal stopped it. `onPages` is told how many of its scanned pages have been read. */
  read(source: Source, sha256: string, signal?: AbortSignal, onPages?: OnPages): Promise<Outcome<DocumentWithPieces> | null>;
  close(): Promise<void>;
}

export type OnPages = (done: number, total: number) => void;

type Limits = Pick<ImportOptions, 'password' | 'pagesMax' | 'delaiMax' | 'memoireMax'>;

export function openReader(
  options: Limits & {
    readonly size: number;
    readonly cache: RecognitionCache | null;
    readonly models: string | null;
    readonly exemples: readonly Exemple[];
  },
): Reader {
  const { password, pagesMax, cache, models, exemples } = options;
  const limits = poolLimits(options);
  const pool = createPool<DocumentJob, DocumentAnswer>({
    entry: DOCUMENT_WORKER,
    ...limits,
    recycleAfter: RECYCLE_AFTER,
    parseResult: (result) => documentAnswerSchema.parse(result),
  });
  const pages = openPageReader({ ...limits, cache, models });
  return {
    read: (source, sha256, signal, onPages) => {
      const file = sourceJobOf(source, sha256, password ?? null);
      const job = { ...file, maxPages: pagesMax ?? IMPORT_DEFAULTS.pagesMax, exemples: [...exemples] };
      return outcomeOf(async () => {
        const first = await pool.run({ ...job, scans: null }, signal);
        if ('document' in first) return first;
        const scans = await pages.read(file, first.scans, signal, (done) => onPages?.(done, first.scans.length));
        const second = await pool.run({ ...job, scans }, signal);
        if ('document' in second) return second;
        throw new Error('asked for the scanned pages twice');
      }, signal);
    },
    close: async () => {
      await Promise.all([pool.close(), pages.close()]);
    },
  };
}

/** Reads tables, one file at a time. */
export interface TablesReader {
  read(job: Omit<TablesJob, 'scans'>, signal?: AbortSignal): Promise<Outcome<TablesRead> | null>;
  close(): Promise<void>;
}

/** `models`: as `PageJob.models`. */
export function openTablesReader(models: string | null): TablesReader {
  const limits = poolLimits({ size: defaultCores() });
  const pool = createPool<TablesJob, TablesAnswer>({
    entry: TABLES_WORKER,
    ...limits,
    size: 1,
    recycleAfter: RECYCLE_AFTER,
    parseResult: (result) => tablesAnswerSchema.parse(result),
  });
  let pages: PageReader | null = null;
  return {
    read: (job, signal) =>
      outcomeOf(async () => {
        const first = await pool.run({ ...job, scans: null }, signal);
        if (!('scans' in first)) return first;
        pages ??= openPageReader({ ...limits, cache: null, models });
        const { chemin, password } = job;
        const scans = await pages.read({ chemin, zip: null, pieces: [], password, sha256: first.sha256 }, first.scans, signal);
        const second = await pool.run({ ...job, scans }, signal);
        if (!('scans' in second)) return second;
        throw new Error('asked for the scanned pages twice');
      }, signal),
    close: async () => {
      await Promise.all([pool.close(), pages?.close()]);
    },
  };
}

function poolLimits({ size, delaiMax, memoireMax }: Limits & { readonly size: number }) {
  return {
    size,
    timeoutMs: (delaiMax ?? IMPORT_DEFAULTS.delaiMax) * 1000,
    memoryMb: memoireMax ?? IMPORT_DEFAULTS.memoireMax,
  };
}

/** A worker that died, hung or grew too big rejects its document; a failing database ends the import; anything else is our own fault, and the document's reason says so. */
async function outcomeOf<Read>(read: () => Promise<Read>, signal?: AbortSignal): Promise<Outcome<Read> | null> {
  try {
    return { statut: 'lu', read: await read() };
  } catch (error) {
    if (signal?.aborted ?? false) return null;
    if (isDatabaseFailure(error)) throw error;
    if (error instanceof DocumentRejected)
      return { statut: 'rejete', raison: error.raison, precision: error.precision, detail: error.detail };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { statut: 'rejete', raison: 'erreur_interne', precision: null, detail };
  }
}
