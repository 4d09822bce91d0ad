import type { Recognised } from '../src/model/page-schema.ts';
import { openRecogniser, type OpenScan, type Recogniser } from '../src/stages/recognise/open-recogniser.ts';
import { openPdf, type OpenPdf } from '../src/stages/read/open-pdf.ts';
import { serve } from '../src/workers/pool.ts';
import { pageJobSchema, type PageJob } from './page-job.ts';
import { bytesOfJob } from './source-job.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads scanned pages, one at a time. The recogniser and the last document stay open between pages. */
ignoreStrayRejections();
serve(read, (job) => pageJobSchema.parse(job));

interface Current {
  readonly sha256: string;
  readonly scan: OpenScan;
  readonly pdf: OpenPdf;
}

let recogniser: Promise<Recogniser> | null = null;
let current: Current | null = null;

async function read(job: PageJob): Promise<Recognised> {
  recogniser ??= openRecogniser(job.models);
  const { scan, pdf } = await documentOf(job, await recogniser);
  return (await recogniser).read(scan, await pdf.readPage(job.page));
}

async function documentOf(job: PageJob, reader: Recogniser): Promise<Current> {
  const { sha256, password } = job;
  if (current?.sha256 === sha256) return current;
  if (current !== null) {
    current.scan.close();
    await current.pdf.close();
    current = null;
  }
  const bytes = await bytesOfJob(job, Infinity);
  const secret = password === null ? {} : { password };
  const pdf = await openPdf(bytes, { maxPages: Infinity, ...secret });
  current = { sha256, pdf, scan: await reader.open(bytes, password ?? undefined) };
  return current;
}
