import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { overlayDocument } from '../src/people/overlay/overlay-page.ts';
import { rolesByCell } from '../src/people/overlay/roles.ts';
import { pagePictures } from '../src/people/overlay/page-picture.ts';
import { pageTables } from '../src/people/tables/tables-json.ts';
import { readPages } from '../src/stages/read/read-pages.ts';
import { tabulate } from '../src/stages/tabulate/tabulate.ts';
import { serve } from '../src/workers/pool.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';
import { understandDocument } from './read-document.ts';
import { tablesJobSchema, type TablesJob, type TablesRead } from './tables-job.ts';

/** The process that reads tables for `tfpb tables`, one file at a time. */
ignoreStrayRejections();
serve(read, (job) => tablesJobSchema.parse(job));

async function read({ chemin, fichier, password, maxPages, overlay }: TablesJob): Promise<TablesRead> {
  const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  const options = { maxPages, ...(password === null ? {} : { password }) };
  if (overlay === 'none') {
    const pages = await readPages(bytes, options);
    return { pages: pageTables(pages, tabulate(pages)[0].value.grids), overlay: null };
  }
  const { pages, layout, decided } = await understandDocument(bytes, { ...options, sha256: sha256Of(bytes) });
  const pictures = overlay === 'pictures' ? await pagePictures(bytes, password ?? undefined) : [];
  const views = pages.map((page) => ({
    page,
    grids: layout.grids.filter((grid) => grid.page === page.number),
    picture: pictures[page.number - 1] ?? null,
  }));
  return { pages: pageTables(pages, layout.grids), overlay: overlayDocument(fichier, views, rolesByCell(layout, decided.roles)) };
}
