import { sha256Of } from '../src/files/hash-file.ts';
import type { Enclosed } from '../src/model/enclosed.ts';
import { readPdf } from '../src/stages/read/read-pages.ts';
import { holdsLargePicture, pagesToRecognise } from '../src/stages/recognise/needs-recognition.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentAnswer, type DocumentJob, type DocumentWithPieces } from './document-job.ts';
import { understandPages } from './read-document.ts';
import { bytesOfJob } from './source-job.ts';
import { withScans } from './with-scans.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
ignoreStrayRejections();
serve(read, (job) => documentJobSchema.parse(job));

async function read({ maxPages, exemples, scans, ...job }: DocumentJob): Promise<DocumentAnswer> {
  const bytes = await bytesOfJob(job, maxPages);
  const { pages, enclosed } = await readPdf(bytes, { ...(job.password === null ? {} : { password: job.password }), maxPages });
  const wanted = scans === null ? pagesToRecognise(pages, holdsLargePicture(bytes)) : [];
  if (wanted.length > 0) return { scans: wanted };
  const { document } = understandPages(withScans(pages, scans ?? []), { sha256: job.sha256, enclosed, exemples });
  return { document, pieces: piecesOf(enclosed) };
}

function piecesOf({ pieces }: Enclosed): DocumentWithPieces['pieces'] {
  return pieces.flatMap(({ name, bytes, isPdf }, index) =>
    isPdf ? [{ nom: name, index, sha256: sha256Of(bytes), taille: bytes.length }] : [],
  );
}
