import type { DocumentExport } from '../../src/model/contract.ts';
import type { Demande } from '../../src/model/correction.ts';
import type { Corpus, ReviewQueue } from '../../src/model/review.ts';
import { readExemples } from '../../src/store/exemples.ts';
import { pathsOf } from '../../src/store/files.ts';
import { findingsPage, type FindingsFilter, type FindingsPage } from '../../src/store/findings-page.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { readStoredDocuments } from '../../src/store/read.ts';
import { summarise, type Summary } from '../../src/store/summary.ts';
import { appendCorrection, type Corrected } from '../corrections.ts';
import { recognisedBefore } from '../recognition-cache.ts';
import { reviewQueue, type QueueFilter } from '../review-queue.ts';
import { corpusOf, type CorpusFilter } from './corpus.ts';
import type { Lectures, PageSizes } from './document-view-job.ts';
import { openDocumentViews, type Bytes } from './document-views.ts';

/** A document as it stands now, and the version that the next correction must expect. */
export interface DocumentState {
  readonly document: DocumentExport;
  readonly version: number;
}

/** A database open for review: all that the page asks, and the one thing it may do to it, a correction. */
export interface Review {
  summary(): Promise<Summary>;
  queue(filter: QueueFilter): Promise<ReviewQueue>;
  findings(filter: FindingsFilter): Promise<FindingsPage>;
  corpus(filter: CorpusFilter): Promise<Corpus>;
  /** `null` when the base holds no such document. */
  document(id: string): Promise<DocumentState | null>;
  correct(id: string, demande: Demande, by: { readonly par: string; readonly expected: number }): Promise<Corrected>;
  /** The three that look into the file itself: `null` when it is gone or has changed. */
  pages(id: string): Promise<PageSizes | null>;
  picture(id: string, page: number, dpi: number): Promise<Buffer | null>;
  lectures(id: string): Promise<Lectures | null>;
  close(): Promise<void>;
}

/** Opens a database for review. Throws a `CommandError` when it cannot be used. */
export async function openReview(base: string): Promise<Review> {
  const store = await openStore(base, 'ecriture');
  const views = openDocumentViews();
  return {
    summary: () => summarise(store),
    queue: (filter) => reviewQueue(store, filter),
    findings: (filter) => findingsPage(store, filter),
    corpus: (filter) => corpusOf(store, filter),
    document: (id) => readState(store, id),
    correct: (id, demande, { par, expected }) => appendCorrection(store, id, demande, { par, expected, now: new Date() }),
    pages: async (id) => views.pages(await bytesOf(store, id)),
    picture: async (id, page, dpi) => views.picture(await bytesOf(store, id), page, dpi),
    async lectures(id) {
      const recognised = [...(await recognisedBefore(store, id))].map(([page, each]) => ({ page, recognised: each }));
      return views.lectures(await bytesOf(store, id), recognised, await readExemples(store));
    },
    async close() {
      await views.close();
      await store.close();
    },
  };
}

async function readState(store: Store, id: string): Promise<DocumentState | null> {
  const found: DocumentExport[] = [];
  for await (const { document } of readStoredDocuments(store, new Set([id]))) found.push(document);
  const [document] = found;
  return document === undefined ? null : { document, version: document.corrections.length };
}

async function bytesOf(store: Store, id: string): Promise<Bytes> {
  return { sha256: id, chemins: await pathsOf(store, id) };
}
