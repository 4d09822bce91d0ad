import { createHash } from 'node:crypto';
import { understandDocument } from '../../pipelines/read-document.ts';
import type { GeneratedDocument } from '../generator/index.ts';
import { pdfjsBeside, startPdfjsAlone } from './pdfjs-alone.ts';
import type { Times } from './report.ts';
import { scoreDocument } from './score.ts';
import type { DocumentRead, Score } from './score.ts';

export interface Result {
  readonly generated: GeneratedDocument;
  readonly pdf: Uint8Array;
  /** Null when the product refused or broke. */
  readonly read: DocumentRead | null;
  readonly score: Score;
}

export interface Run {
  readonly results: readonly Result[];
  readonly times: Times;
}

const NOTHING: DocumentRead = { nature: null, convention: null, programmes: [], constats: [] };
const MAX_PAGES = 500;

/** Documents read before the clock starts: a warm process is what the pool offers. */
const WARM_UP = 3;

/** Reads every document with the product, one after the other in this process, and scores it. */
export async function runAll(documents: readonly { generated: GeneratedDocument; pdf: Uint8Array }[]): Promise<Run> {
  const stages = new Map<string, number>();
  let pages = 0;
  let pdfjs = 0;
  let beside = 0;
  let peakMemory = 0;
  const read = async (pdf: Uint8Array, clock: boolean): Promise<{ document: DocumentRead; pages: number }> => {
    const own = new Map<string, number>();
    const options = { maxPages: MAX_PAGES, sha256: createHash('sha256').update(pdf).digest('hex') };
    const understood = await understandDocument(pdf.slice(), options, (stage, milliseconds) => own.set(stage, milliseconds));
    if (clock) for (const [stage, milliseconds] of own) stages.set(stage, (stages.get(stage) ?? 0) + milliseconds);
    return { document: understood.document, pages: understood.pages.length };
  };
  const alone = startPdfjsAlone();
  for (const { pdf } of documents.slice(0, WARM_UP)) {
    await alone.time(pdf);
    await pdfjsBeside(pdf);
    await read(pdf, false).catch(() => null);
  }
  const results: Result[] = [];
  for (const { generated, pdf } of documents) {
    try {
      const { document, pages: own } = await read(pdf, true);
      pdfjs += await alone.time(pdf);
      beside += await pdfjsBeside(pdf);
      pages += own;
      results.push({ generated, pdf, read: document, score: scoreDocument(generated.truth, document) });
    } catch (error) {
      const score = scoreDocument(generated.truth, NOTHING);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      results.push({ generated, pdf, read: null, score: { ...score, differences: [`NOT READ: ${reason}`, ...score.differences] } });
    }
    peakMemory = Math.max(peakMemory, process.memoryUsage().rss);
  }
  await alone.close();
  return { results, times: { pages, stages, pdfjs, beside, peakMemory } };
}
