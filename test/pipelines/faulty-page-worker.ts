import { appendFileSync, readFileSync } from 'node:fs';
import { pageJobSchema, type PageJob } from '../../pipelines/page-job.ts';
import { serve } from '../../src/workers/pool.ts';

/**
 * A page worker that notes each page it is asked for in the file it is given as the document, and does what the page's number says: 2 dies, 3 hangs, 4 lies,
 * 5 throws. Asked for a page again, it reads it.
 */
serve(
  ({ chemin, page }: PageJob): unknown => {
    appendFileSync(chemin, `${String(page)}\n`);
    const times = readFileSync(chemin, 'utf8')
      .split('\n')
      .filter((line) => line === String(page)).length;
    if (times === 1) {
      if (page === 2) process.kill(process.pid, 'SIGKILL');
      while (page === 3);
      if (page === 4) return { words: 'beaucoup' };
      if (page === 5) throw new Error('une image impossible');
    }
    if (page === 6) return null;
    return { number: page, width: 595, height: 842, source: 'ocr', words: [], rules: [], fills: [], defect: 'page_sans_texte' };
  },
  (job) => pageJobSchema.parse(job),
);
