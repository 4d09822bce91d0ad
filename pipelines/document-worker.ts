import { sha256Of } from '../src/files/hash-file.ts';
import type { Enclosed } from '../src/model/enclosed.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentAnswer, type DocumentJob } from './document-job.ts';
import { understandDocument } from './read-document.ts';
import { bytesOfJob } from './source-job.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
ignoreStrayRejections();
serve(read, (job) => documentJobSchema.parse(job));

async function read({ maxPages, exemples, ...job }: DocumentJob): Promise<DocumentAnswer> {
  const bytes = await bytesOfJob(job, maxPages);
  const options = { ...(job.password === null ? {} : { password: job.password }), maxPages, sha256: job.sha256, exemples };
  const { document, enclosed } = await understandDocument(bytes, options);
  return { document, pieces: piecesOf(enclosed) };
}

function piecesOf({ pieces }: Enclosed): DocumentAnswer['pieces'] {
  return pieces.flatMap(({ name, bytes, isPdf }, index) =>
    isPdf ? [{ nom: name, index, sha256: sha256Of(bytes), taille: bytes.length }] : [],
  );
}
