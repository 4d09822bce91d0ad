import { readFileSync } from 'node:fs';
import { documentJobSchema, type DocumentJob } from '../../pipelines/document-job.ts';
import { serve } from '../../src/workers/pool.ts';

/** A worker that does to a document what the document's own text says: dies, hangs, grows, or answers nonsense. */
const kept: Buffer[] = [];

serve(
  ({ chemin, sha256 }: DocumentJob): unknown => {
    const text = readFileSync(Buffer.from(chemin, 'latin1'), 'latin1');
    if (text.includes('meurt')) process.kill(process.pid, 'SIGKILL');
    if (text.includes('sort')) process.exit(0);
    if (text.includes('lance')) throw new Error('une erreur imprévue');
    while (text.includes('pend')) kept.length = 0;
    while (text.includes('gonfle')) kept.push(Buffer.alloc(16_000_000, 1));
    if (text.includes('ment')) return { pages: 'beaucoup' };
    return {
      document: { sha256, pages: 1, nature: 'autre', convention: null, faits: [], programmes: [], constats: [], corrections: [] },
      pieces: [],
    };
  },
  (job) => documentJobSchema.parse(job),
);
