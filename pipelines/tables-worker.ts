import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { overlayDocument } from '../src/people/overlay/overlay-page.ts';
import { pagePictures } from '../src/people/overlay/page-picture.ts';
import { pageTables } from '../src/people/tables/tables-json.ts';
import { readPages } from '../src/stages/read/read-pages.ts';
import { tabulate } from '../src/stages/tabulate/tabulate.ts';
import { serve } from '../src/workers/pool.ts';
import { understandDocument } from './read-document.ts';
import { tablesJobSchema, type TablesJob, type TablesResult } from './tables-job.ts';

/** The process that reads tables for `tfpb tables`, one file at a time. */
serve(answer, (job) => tablesJobSchema.parse(job));

async function answer(job: TablesJob): Promise<TablesResult> {
  try {
    return await readTables(job);
  } catch (error) {
    if (error instanceof DocumentRejected) return { statut: 'rejete', raison: error.raison, detail: error.detail };
    throw error;
  }
}

async function readTables({ chemin, fichier, password, maxPages, overlay }: TablesJob): Promise<TablesResult> {
  const bytes = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  if (bytes.length === 0) throw new DocumentRejected('vide');
  const options = { maxPages, ...(password === null ? {} : { password }) };
  // Copies: the PDF library takes the buffer it is given for itself.
  if (!overlay) {
    const pages = await readPages(Uint8Array.from(bytes), options);
    return { statut: 'lu', pages: pageTables(pages, tabulate(pages)[0].value.grids), overlay: null };
  }
  const { pages, layout, decided } = await understandDocument(Uint8Array.from(bytes), { ...options, sha256: sha256Of(bytes) });
  const pictures = await pagePictures(bytes, password ?? undefined);
  const views = pages.map((page) => ({
    page,
    grids: layout.grids.filter((grid) => grid.page === page.number),
    picture: pictures[page.number - 1] ?? null,
  }));
  const roles = new Map(decided.roles.map(({ cell, role }) => [cell, role]));
  return { statut: 'lu', pages: pageTables(pages, layout.grids), overlay: overlayDocument(fichier, views, roles) };
}
