import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import type { Recognised } from '../src/model/page-schema.ts';
import { openRecogniser, type OpenScan, type Recogniser } from '../src/stages/recognise/open-recogniser.ts';
import { openPdf, type OpenPdf } from '../src/stages/read/open-pdf.ts';
import { serve } from '../src/workers/pool.ts';
import { pageJobSchema, type PageJob } from './page-job.ts';
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
  recogniser ??= openRecogniser();
  const { scan, pdf } = await documentOf(job, await recogniser);
  return (await recogniser).read(scan, await pdf.readPage(job.page));
}

async function documentOf({ chemin, sha256, password }: PageJob, reader: Recogniser): Promise<Current> {
  if (current?.sha256 === sha256) return current;
  if (current !== null) {
    current.scan.close();
    await current.pdf.close();
    current = null;
  }
  const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  const secret = password === null ? {} : { password };
  const pdf = await openPdf(bytes, { maxPages: Infinity, ...secret });
  current = { sha256, pdf, scan: await reader.open(bytes, password ?? undefined) };
  return current;
}
