import type { Source } from '../src/files/source.ts';
import type { Exemple } from '../src/model/exemple.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import type { Precision, RaisonRejet } from '../src/model/vocabulary.ts';
import { createPool, type Pool } from '../src/workers/pool.ts';
import { documentAnswerSchema, type DocumentAnswer, type DocumentJob } from './document-job.ts';
import { IMPORT_DEFAULTS, type ImportOptions } from './import-options.ts';
import { sourceJobOf } from './source-job.ts';
import { tablesReadSchema, type TablesJob, type TablesRead } from './tables-job.ts';
import { DOCUMENT_WORKER, TABLES_WORKER } from './worker-entries.ts';

/** Documents after which a worker process is replaced: libraries leak a little with each. */
const RECYCLE_AFTER = 200;

/** What came of one file: what was read, or why nothing was. */
export type Outcome<Read> =
  | { readonly statut: 'lu'; readonly read: Read }
  | { readonly statut: 'rejete'; readonly raison: RaisonRejet; readonly precision: Precision | null; readonly detail: string | null };

/** Reads documents in processes that may die, as many at a time as it was opened for. */
export interface Reader {
  /** `null` when the signal stopped it. */
  read(source: Source, sha256: string, signal?: AbortSignal): Promise<Outcome<DocumentAnswer> | null>;
  close(): Promise<void>;
}

type Limits = Pick<ImportOptions, 'password' | 'pagesMax' | 'delaiMax' | 'memoireMax'>;

export function openReader(options: Limits & { readonly size: number; readonly exemples: readonly Exemple[] }): Reader {
  const { password, pagesMax, exemples } = options;
  const pool = createPool<DocumentJob, DocumentAnswer>({
    entry: DOCUMENT_WORKER,
    ...poolLimits(options),
    parseResult: (result) => documentAnswerSchema.parse(result),
  });
  return {
    read: (source, sha256, signal) =>
      run(
        pool,
        { ...sourceJobOf(source, sha256, password ?? null), maxPages: pagesMax ?? IMPORT_DEFAULTS.pagesMax, exemples: [...exemples] },
        signal,
      ),
    close: () => pool.close(),
  };
}

/** Reads tables, one file at a time. */
export interface TablesReader {
  read(job: TablesJob, signal?: AbortSignal): Promise<Outcome<TablesRead> | null>;
  close(): Promise<void>;
}

export function openTablesReader(): TablesReader {
  const pool = createPool<TablesJob, TablesRead>({
    entry: TABLES_WORKER,
    ...poolLimits({ size: 1 }),
    parseResult: (result) => tablesReadSchema.parse(result),
  });
  return { read: (job, signal) => run(pool, job, signal), close: () => pool.close() };
}

function poolLimits({ size, delaiMax, memoireMax }: Limits & { readonly size: number }) {
  return {
    size,
    timeoutMs: (delaiMax ?? IMPORT_DEFAULTS.delaiMax) * 1000,
    memoryMb: memoireMax ?? IMPORT_DEFAULTS.memoireMax,
    recycleAfter: RECYCLE_AFTER,
  };
}

/** A worker that died, hung or grew too big rejects its document; anything else is our own fault, and the document's reason says so. */
async function run<Job, Read>(pool: Pool<Job, Read>, job: Job, signal?: AbortSignal): Promise<Outcome<Read> | null> {
  try {
    return { statut: 'lu', read: await pool.run(job, signal) };
  } catch (error) {
    if (signal?.aborted ?? false) return null;
    if (error instanceof DocumentRejected)
      return { statut: 'rejete', raison: error.raison, precision: error.precision, detail: error.detail };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { statut: 'rejete', raison: 'erreur_interne', precision: null, detail };
  }
}
