import { request } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { openDropBox } from '../../pipelines/review/drop-box.ts';
import { openImportJob } from '../../pipelines/review/import-job.ts';
import { openReview, type Review } from '../../pipelines/review/open-review.ts';
import { Progress } from '../../src/people/cli/progress.ts';
import { openReviewServer } from '../../src/people/relecture/server.ts';
import { makePdf } from '../read/make-pdf.ts';

export const NO_TERMINAL = {
  out: () => Promise.resolve(),
  err: () => undefined,
  isInteractive: false,
  paint: { strong: String, good: String, bad: String, warn: String, faint: String },
};

export interface Served {
  readonly url: string;
  readonly port: number;
  readonly base: string;
  readonly review: Review;
  /** Errors that nobody foresaw. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** The review page over a base, as the command serves it. */
export async function serveReview(
  base: string,
  { token = null, host = '127.0.0.1' }: { token?: string | null; host?: string } = {},
): Promise<Served> {
  const review = await openReview(base);
  const dropBox = openDropBox(base, { fichierMo: 1, dossierMo: 10 });
  const imports = openImportJob(base, dropBox.folder, () => new Progress(NO_TERMINAL, false));
  const errors: unknown[] = [];
  const facts = { base: 'essai.sqlite', version: '0', lecteur: 'essai' };
  const server = await openReviewServer(
    { review, dropBox, imports, facts },
    { host, port: 0, token, onError: (error) => errors.push(error) },
  );
  const { port } = new URL(server.url);
  return {
    url: server.url,
    port: Number(port),
    base,
    review,
    errors,
    close: async () => {
      await server.close();
      await imports.close();
      await review.close();
    },
  };
}

/** {@link serveReview} for one test. */
export async function served(base: string, options: { token?: string | null; host?: string } = {}): Promise<Served> {
  const server = await serveReview(base, options);
  onTestFinished(() => server.close());
  return server;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request with whatever headings, as no browser would let a page send it. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answered> {
  return new Promise((done, fail) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: `127.0.0.1:${String(port)}`, ...headers }, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}

const COLUMNS = [40, 180, 330, 560, 660] as const;
const [TOP, ROW] = [480, 30];

/**
 * A programme of one page with a ruled table, three lines and a total that is printed 100 € too high. `description` stands in a cell. WinAnsi.
 */
export function wrongTotalPdf(description: string): Uint8Array {
  const rows = [
    ['Axe', 'Action', 'Description', 'Montant 2023'],
    ['2. Sur-entretien', 'Renforcement du nettoyage', description, '1 500 \\200'],
    ['4. Tranquillit\\351', 'Dispositif de tranquillit\\351', 'M\\351diation en soir\\351e', '2 810 \\200'],
    ['6. Animation', "Soutien aux actions d'animation", 'F\\352te de quartier', '4 120 \\200'],
    ['TOTAL', '', '', '8 530 \\200'],
  ];
  const escaped = (text: string): string => text.replace(/[()]/gu, '\\$&');
  const text = (x: number, y: number, content: string): string =>
    content === '' ? '' : `BT /F1 9 Tf ${String(x)} ${String(y)} Td (${escaped(content)}) Tj ET`;
  const bottom = TOP - rows.length * ROW;
  const content = [
    text(40, 540, "Programme d'actions TFPB - Ann\\351e : 2023"),
    text(40, 522, 'Ville : LENS    Quartier prioritaire : Grande R\\351sidence    Organisme : Pas-de-Calais Habitat'),
    ...rows.flatMap((row, r) => row.map((cell, c) => text((COLUMNS[c] ?? 40) + 4, TOP - r * ROW - 18, cell))),
    '0.8 w',
    ...Array.from({ length: rows.length + 1 }, (_, r) => `40 ${String(TOP - r * ROW)} m 660 ${String(TOP - r * ROW)} l S`),
    ...COLUMNS.map((x) => `${String(x)} ${String(TOP)} m ${String(x)} ${String(bottom)} l S`),
  ];
  return makePdf({ pages: [{ mediaBox: [0, 0, 720, 580], content: content.join('\n') }] });
}

export const HOSTILE_NAME = '<script>document.title=`pirate`<!-- "onerror=alert(1).pdf';
export const HOSTILE_TEXT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

/** A base with one document whose total is wrong, and whose file name and cell hold scripts. */
export async function hostileBase(folder: string): Promise<string> {
  const [base, file] = [join(folder, 'essai.sqlite'), join(folder, HOSTILE_NAME)];
  writeFileSync(file, wrongTotalPdf(HOSTILE_TEXT));
  await importDocuments({ base, paths: [file], coeurs: 1 });
  return base;
}
