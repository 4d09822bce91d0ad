import type { AmountReading } from '../../src/model/draft.ts';
import { stableId } from '../../src/model/ids.ts';
import { drawOnePage, pageSizes } from '../../src/people/overlay/one-page.ts';
import { asPdf } from '../../src/stages/read/images/image-to-pdf.ts';
import { readPdf } from '../../src/stages/read/read-pages.ts';
import { serve } from '../../src/workers/pool.ts';
import { understandPages } from '../read-document.ts';
import { ignoreStrayRejections } from '../stray-rejections.ts';
import { withScans } from '../with-scans.ts';
import { viewJobSchema, type Lectures, type ViewAnswer, type ViewJob } from './document-view-job.ts';
import { bytesAt } from '../locate-bytes.ts';

/** The process that opens documents for the review page, and may die of one. */
ignoreStrayRejections();
serve(view, (job) => viewJobSchema.parse(job));

async function view(job: ViewJob): Promise<ViewAnswer> {
  const bytes = asPdf(await bytesAt(job.chemin, job.sha256));
  switch (job.sorte) {
    case 'pages':
      return { sorte: 'pages', pages: await pageSizes(bytes).catch(() => []) };
    case 'image': {
      const png = await drawOnePage(bytes, job.page, job.dpi).catch(() => null);
      return { sorte: 'image', png: png === null ? null : png.toString('base64') };
    }
    case 'lectures':
      return { sorte: 'lectures', lectures: await readingsOf(bytes, job) };
  }
}

async function readingsOf(bytes: Uint8Array, { sha256, scans, exemples }: Extract<ViewJob, { sorte: 'lectures' }>): Promise<Lectures> {
  const { pages, enclosed } = await readPdf(bytes, { maxPages: 10_000 });
  const { decided } = understandPages(withScans(pages, scans ?? []), { sha256, enclosed, exemples });
  const found: Lectures = {};
  const keep = (kind: 'montant' | 'total', id: string, readings: readonly AmountReading[]): void => {
    if (readings.length > 1) found[stableId(sha256, kind, id)] = readings.map(shown);
  };
  for (const { lines, totals } of decided.programmes) {
    for (const { amounts } of lines) for (const { draft } of amounts) keep('montant', draft.id, draft.readings);
    for (const { draft } of totals) keep('total', draft.id, draft.readings);
  }
  return found;
}

function shown({ text, amount, cost }: AmountReading): Lectures[string][number] {
  return { texte: text, montant: amount === null ? null : amount.toFixed(2), cout: cost };
}
