import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { readPages } from '../src/stages/read/read-pages.ts';
import { holdsLargePicture, pagesToRecognise } from '../src/stages/recognise/needs-recognition.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentAnswer, type DocumentJob } from './document-job.ts';
import { understandPages } from './read-document.ts';
import { withScans } from './with-scans.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
ignoreStrayRejections();
serve(read, (job) => documentJobSchema.parse(job));

async function read({ chemin, sha256, password, maxPages, scans }: DocumentJob): Promise<DocumentAnswer> {
  const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  const pages = await readPages(bytes, { ...(password === null ? {} : { password }), maxPages });
  const wanted = scans === null ? pagesToRecognise(pages, holdsLargePicture(bytes)) : [];
  if (wanted.length > 0) return { scans: wanted };
  return { document: understandPages(withScans(pages, scans ?? []), sha256).document };
}
