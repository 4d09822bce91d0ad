import { DocumentRejected } from '../../src/model/errors.ts';
import type { Exemple } from '../../src/model/exemple.ts';
import { createPool } from '../../src/workers/pool.ts';
import { IMPORT_DEFAULTS } from '../import-options.ts';
import type { PageOutcome } from '../page-job.ts';
import { REVIEW_WORKER } from '../worker-entries.ts';
import { viewAnswerSchema, type Lectures, type PageSizes, type ViewAnswer, type ViewJob } from './document-view-job.ts';

/** A document's bytes: every path they were met at, and what they are. */
export interface Bytes {
  readonly chemins: readonly string[];
  readonly sha256: string;
}

/** Looks into documents in processes that may die of one. `null` where the file is gone, has changed, or cannot be opened. */
export interface DocumentViews {
  pages(bytes: Bytes): Promise<PageSizes | null>;
  /** A page as displayed, as a PNG. */
  picture(bytes: Bytes, page: number, dpi: number): Promise<Buffer | null>;
  /** Every way the numbers of a document could have been read, where there are several. `scans`: its scanned pages as they were recognised. */
  lectures(bytes: Bytes, scans: readonly PageOutcome[], exemples: readonly Exemple[]): Promise<Lectures | null>;
  close(): Promise<void>;
}

/** One draws while the other reads. */
const PROCESSES = 2;
const RECYCLE_AFTER = 200;
/** Pictures kept, a few hundred kilobytes each: the pages around the one that is read. */
const KEPT_PICTURES = 40;
const KEPT_DOCUMENTS = 50;

/** The last so many answers; a failure is not kept. */
class Recent<T> {
  readonly #answers = new Map<string, Promise<T | null>>();
  constructor(private readonly most: number) {}

  get(key: string, ask: () => Promise<T | null>): Promise<T | null> {
    const known = this.#answers.get(key);
    const answer = known ?? ask();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (known === undefined)
      void answer.then(
        (value) => value === null && this.#answers.delete(key),
        () => this.#answers.delete(key),
      );
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}

type Asked = ViewJob extends infer Job ? (Job extends ViewJob ? Omit<Job, 'chemin' | 'sha256'> : never) : never;

export function openDocumentViews(): DocumentViews {
  const pool = createPool<ViewJob, ViewAnswer>({
    entry: REVIEW_WORKER,
    size: PROCESSES,
    timeoutMs: IMPORT_DEFAULTS.delaiMax * 1000,
    memoryMb: IMPORT_DEFAULTS.memoireMax,
    recycleAfter: RECYCLE_AFTER,
    parseResult: (result) => viewAnswerSchema.parse(result),
  });
  // Processes take a second or two to start: they are ready before the first page is asked for.
  for (let process = 0; process < PROCESSES; process += 1) pool.run({ sorte: 'pages', chemin: '', sha256: '' }).catch(() => undefined);
  const ask = async ({ chemins, sha256 }: Bytes, asked: Asked): Promise<ViewAnswer | null> => {
    for (const chemin of chemins) {
      try {
        return await pool.run({ ...asked, chemin, sha256 });
      } catch (error) {
        if (!(error instanceof DocumentRejected)) throw error;
      }
    }
    return null;
  };
  const sizes = new Recent<PageSizes>(KEPT_DOCUMENTS);
  const pictures = new Recent<Buffer>(KEPT_PICTURES);
  const readings = new Recent<Lectures>(KEPT_DOCUMENTS);
  return {
    pages: (bytes) =>
      sizes.get(bytes.sha256, async () => {
        const answer = await ask(bytes, { sorte: 'pages' });
        return answer?.sorte === 'pages' ? answer.pages : null;
      }),
    picture: (bytes, page, dpi) =>
      pictures.get(`${bytes.sha256}:${String(page)}:${String(dpi)}`, async () => {
        const answer = await ask(bytes, { sorte: 'image', page, dpi });
        return answer?.sorte === 'image' && answer.png !== null ? Buffer.from(answer.png, 'base64') : null;
      }),
    lectures: (bytes, scans, exemples) =>
      readings.get(bytes.sha256, async () => {
        const answer = await ask(bytes, { sorte: 'lectures', scans: [...scans], exemples: [...exemples] });
        return answer?.sorte === 'lectures' ? answer.lectures : null;
      }),
    close: () => pool.close(),
  };
}
