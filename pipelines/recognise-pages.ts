import PQueue from 'p-queue';
import { DocumentRejected } from '../src/model/errors.ts';
import { recognisedSchema, type Recognised } from '../src/model/page-schema.ts';
import type { RaisonRejet } from '../src/model/vocabulary.ts';
import { createPool } from '../src/workers/pool.ts';
import type { PageJob, PageOutcome } from './page-job.ts';
import type { SourceJob } from './source-job.ts';
import { PAGE_WORKER } from './worker-entries.ts';

/** Pages after which a process is replaced: recognisers learn from what they read, and leak. */
const RECYCLE_AFTER = 60;

/** Where pages that have been read are kept, so that none is read twice. */
export interface RecognitionCache {
  /** By page number, what was read of this document with today's recogniser. */
  known(sha256: string): Promise<ReadonlyMap<number, Recognised>>;
  keep(sha256: string, page: number, recognised: Recognised): Promise<void>;
}

export interface PageReader {
  /** All of these pages of one document. `onPage` is told after each. Rejects only when the signal stopped it or the cache failed. */
  read(job: SourceJob, pages: readonly number[], signal?: AbortSignal, onPage?: (done: number) => void): Promise<PageOutcome[]>;
  close(): Promise<void>;
}

export interface PageReaderOptions {
  readonly size: number;
  /** For one page. */
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly cache: RecognitionCache | null;
  /** As `PageJob.models`. */
  readonly models: string | null;
  /** The process that reads pages; another one in tests of faults. */
  readonly entry?: URL;
}

/** Reads scanned pages in processes that may die, as many at a time as `size`; each page is kept as soon as it is read. */
export function openPageReader({ cache, models, entry = PAGE_WORKER, ...limits }: PageReaderOptions): PageReader {
  const pool = createPool<PageJob, Recognised>({
    entry,
    ...limits,
    recycleAfter: RECYCLE_AFTER,
    parseResult: (result) => recognisedSchema.parse(result),
  });
  const queue = new PQueue({ concurrency: limits.size });
  const readOne = async (job: PageJob, signal?: AbortSignal): Promise<PageOutcome> => {
    const { page } = job;
    let recognised: Recognised;
    try {
      recognised = await pool.run(job, signal);
    } catch (error) {
      signal?.throwIfAborted();
      // A page that cannot be read is one page; a file that changed or went away is the whole document.
      if (error instanceof DocumentRejected && !WHOLE_DOCUMENT.has(error.raison)) return { page, raison: error.raison };
      throw error;
    }
    await cache?.keep(job.sha256, page, recognised);
    return { page, recognised };
  };
  return {
    read: async (job, pages, signal, onPage) => {
      const known = (await cache?.known(job.sha256)) ?? new Map<number, Recognised>();
      let done = 0;
      const tell = <T>(outcome: T): T => {
        onPage?.(++done);
        return outcome;
      };
      return Promise.all(
        pages.map(async (page) => {
          const recognised = known.get(page);
          return tell(recognised === undefined ? await queue.add(() => readOne({ ...job, page, models }, signal)) : { page, recognised });
        }),
      );
    },
    close: () => pool.close(),
  };
}

const WHOLE_DOCUMENT: ReadonlySet<RaisonRejet> = new Set(['illisible', 'modifie_pendant_lecture']);
