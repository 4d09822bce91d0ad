import type { PathBytes } from '../src/files/file-name.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { createPool, type Pool } from '../src/workers/pool.ts';
import { documentResultSchema, type DocumentJob, type DocumentResult } from './document-job.ts';
import { IMPORT_DEFAULTS, type ImportOptions } from './import-options.ts';
import { tablesResultSchema, type TablesJob, type TablesResult } from './tables-job.ts';
import { DOCUMENT_WORKER, TABLES_WORKER } from './worker-entries.ts';

/** Documents after which a worker process is replaced: libraries leak a little with each. */
const RECYCLE_AFTER = 200;

/** Reads documents in processes that may die, as many at a time as it was opened for. */
export interface Reader {
  /** What the worker says of one document; `null` when the signal stopped it. */
  read(path: PathBytes, sha256: string, signal?: AbortSignal): Promise<DocumentResult | null>;
  close(): Promise<void>;
}

type Limits = Pick<ImportOptions, 'password' | 'pagesMax' | 'delaiMax' | 'memoireMax'>;

export function openReader(options: Limits & { readonly size: number }): Reader {
  const { password, pagesMax } = options;
  const pool = createPool<DocumentJob, DocumentResult>({
    entry: DOCUMENT_WORKER,
    ...poolLimits(options),
    parseResult: (result) => documentResultSchema.parse(result),
  });
  return {
    read: (path, sha256, signal) =>
      run(
        pool,
        { chemin: path.toString('latin1'), sha256, password: password ?? null, maxPages: pagesMax ?? IMPORT_DEFAULTS.pagesMax },
        signal,
      ),
    close: () => pool.close(),
  };
}

/** Reads tables, one file at a time. */
export interface TablesReader {
  read(job: TablesJob, signal?: AbortSignal): Promise<TablesResult | null>;
  close(): Promise<void>;
}

export function openTablesReader(): TablesReader {
  const pool = createPool<TablesJob, TablesResult>({
    entry: TABLES_WORKER,
    ...poolLimits({ size: 1 }),
    parseResult: (result) => tablesResultSchema.parse(result),
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

interface Refused {
  readonly statut: 'rejete';
  readonly raison: DocumentRejected['raison'];
  readonly detail: string | null;
}

/** A worker that died, hung or grew too big rejects its document; anything else is our own fault, and the document's reason says so. */
async function run<Job, Result>(pool: Pool<Job, Result>, job: Job, signal?: AbortSignal): Promise<Result | Refused | null> {
  if (signal?.aborted === true) return null;
  try {
    return await pool.run(job, signal);
  } catch (error) {
    if (signal?.aborted === true) return null;
    if (error instanceof DocumentRejected) return { statut: 'rejete', raison: error.raison, detail: error.detail };
    return { statut: 'rejete', raison: 'erreur_interne', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
