import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentJob, type DocumentResult } from './document-job.ts';
import { readDocument } from './read-document.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
serve(answer, (job) => documentJobSchema.parse(job));

async function answer({ chemin, sha256, password, maxPages }: DocumentJob): Promise<DocumentResult> {
  try {
    const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
      throw new DocumentRejected('illisible', String(error));
    });
    if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
    return { statut: 'importe', document: await readDocument(bytes, { ...(password === null ? {} : { password }), maxPages, sha256 }) };
  } catch (error) {
    if (error instanceof DocumentRejected) return { statut: 'rejete', raison: error.raison, detail: error.detail };
    throw error;
  }
}
