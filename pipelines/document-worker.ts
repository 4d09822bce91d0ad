import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentJob } from './document-job.ts';
import { readDocument, type DocumentRead } from './read-document.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
ignoreStrayRejections();
serve(read, (job) => documentJobSchema.parse(job));

async function read({ chemin, sha256, password, maxPages }: DocumentJob): Promise<DocumentRead> {
  const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  return readDocument(bytes, { ...(password === null ? {} : { password }), maxPages, sha256 });
}
