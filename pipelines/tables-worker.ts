import { readFile } from 'node:fs/promises';
import { sha256Of } from '../src/files/hash-file.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { overlayDocument } from '../src/people/overlay/overlay-page.ts';
import { rolesByCell } from '../src/people/overlay/roles.ts';
import { pagePictures } from '../src/people/overlay/page-picture.ts';
import { pageTables } from '../src/people/tables/tables-json.ts';
import { asPdf } from '../src/stages/read/images/image-to-pdf.ts';
import { readPdf } from '../src/stages/read/read-pages.ts';
import { upright } from '../src/stages/read/upright.ts';
import { holdsLargePicture, pagesToRecognise } from '../src/stages/recognise/needs-recognition.ts';
import { tabulate } from '../src/stages/tabulate/tabulate.ts';
import { serve } from '../src/workers/pool.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';
import { gridsAsDisplayed, pageAsDisplayed, tablesAsDisplayed } from './as-displayed.ts';
import { explainTables } from './explain-tables.ts';
import { understandPages, type DocumentUnderstood } from './read-document.ts';
import { withScans } from './with-scans.ts';
import { tablesJobSchema, type TablesAnswer, type TablesJob } from './tables-job.ts';

/** The process that reads tables for `tfpb tables`, one file at a time. */
ignoreStrayRejections();
serve(read, (job) => tablesJobSchema.parse(job));

async function read({ chemin, fichier, password, maxPages, overlay, explain, scans }: TablesJob): Promise<TablesAnswer> {
  const file = await readFile(Buffer.from(chemin, 'latin1')).catch((error: unknown) => {
    throw new DocumentRejected('illisible', String(error));
  });
  const [bytes, sha256] = [asPdf(file), sha256Of(file)];
  const { pages: native, enclosed } = await readPdf(bytes, { maxPages, ...(password === null ? {} : { password }) });
  const wanted = scans === null ? pagesToRecognise(native, holdsLargePicture(bytes)) : [];
  if (wanted.length > 0) return { scans: wanted, sha256 };
  const pages = withScans(native, scans ?? []).map(upright);
  if (overlay === 'none' && !explain)
    return { pages: tablesAsDisplayed(pageTables(pages, tabulate(pages)[0].value.grids), pages), overlay: null, explication: null };
  const understood = understandPages(pages, { sha256, enclosed, exemples: [] });
  const { layout } = understood;
  return {
    pages: tablesAsDisplayed(pageTables(pages, layout.grids), pages),
    overlay: overlay === 'none' ? null : await overlayOf(understood, fichier, overlay === 'pictures' ? bytes : null, password),
    explication: explain ? explainTables(understood) : null,
  };
}

/** `bytes`: of the PDF, where its pictures are wanted. */
async function overlayOf(
  { pages, layout, decided }: DocumentUnderstood,
  fichier: string,
  bytes: Uint8Array | null,
  password: string | null,
): Promise<string> {
  const pictures = bytes === null ? [] : await pagePictures(bytes, password ?? undefined);
  const views = pages.map((page) => ({
    page: pageAsDisplayed(page),
    grids: gridsAsDisplayed(
      layout.grids.filter((grid) => grid.page === page.number),
      page,
    ),
    picture: pictures[page.number - 1] ?? null,
  }));
  return overlayDocument(fichier, views, rolesByCell(layout, decided.roles));
}
