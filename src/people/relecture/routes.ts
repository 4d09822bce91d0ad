import type { IncomingMessage } from 'node:http';
import { CorrectionRefused } from '../../../pipelines/corrections.ts';
import { corpusCsv } from '../../../pipelines/review/corpus.ts';
import { UploadRefused, type DropBox } from '../../../pipelines/review/drop-box.ts';
import type { ImportJob } from '../../../pipelines/review/import-job.ts';
import type { Review } from '../../../pipelines/review/open-review.ts';
import { referentiel } from '../../../pipelines/review/referentiel.ts';
import { download, HttpError, json, picture, type Answer } from './http/answer.ts';
import { checked, readJson } from './http/body.ts';
import { corpusQuerySchema, correctionBodySchema, findingsQuerySchema, queueQuerySchema, uploadQuerySchema } from './queries.ts';

/** What the routes work on. */
export interface Services {
  readonly review: Review;
  readonly dropBox: DropBox;
  readonly imports: ImportJob;
  /** What the page shows of where it is: the base's file name, the version, who reads unless somebody says otherwise. */
  readonly facts: { readonly base: string; readonly version: string; readonly lecteur: string };
}

export interface Asked {
  readonly request: IncomingMessage;
  readonly query: Readonly<Record<string, string>>;
  /** What stands where the pattern has a group: ids and numbers, nothing else can. */
  readonly parts: readonly string[];
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  readonly run: (services: Services, asked: Asked) => Promise<Answer>;
}

const DOCUMENT = '([a-z0-9-]{1,100})';
/** Enough to read small print at its own size, and enlarged. */
const DPIS: Readonly<Record<string, number>> = { '1': 110, '2': 200 };
const MOST_UPLOADS = 2;

const ROUTES: readonly Route[] = [
  get('/api/etat', async ({ review, facts }) => json({ ...facts, resume: await review.summary(), referentiel: referentiel() })),
  get('/api/file', async ({ review }, { query }) => {
    const { tout, ...filter } = checked(queueQuerySchema, query);
    return json(await review.queue({ ...filter, tout: tout === '1' }));
  }),
  get('/api/constats', async ({ review }, { query }) => json(await review.findings(checked(findingsQuerySchema, query)))),
  get('/api/corpus', async ({ review }, { query }) => {
    const { doubles, ...filter } = checked(corpusQuerySchema, query);
    return json(await review.corpus({ ...filter, doubles: doubles === '1' }));
  }),
  get('/api/corpus\\.csv', async ({ review }, { query }) => {
    const { doubles, par, ...filter } = checked(corpusQuerySchema, query);
    const corpus = await review.corpus({ ...filter, par, doubles: doubles === '1' });
    return download(corpusCsv(corpus, par), 'text/csv; charset=utf-8', `corpus-par-${par}.csv`);
  }),
  get(`/api/documents/${DOCUMENT}`, async ({ review }, { parts: [id = ''] }) => json(known(await review.document(id)))),
  get(`/api/documents/${DOCUMENT}/pages`, async ({ review }, { parts: [id = ''] }) => json({ pages: await review.pages(id) })),
  get(`/api/documents/${DOCUMENT}/pages/(\\d{1,5})/([12])\\.png`, async ({ review }, { parts: [id = '', page = '1', size = '1'] }) => {
    const png = Number(page) < 1 ? null : await review.picture(id, Number(page), DPIS[size] ?? 110);
    if (png === null) throw new HttpError(404, 'image', "L'image de cette page ne peut pas être faite.");
    return picture(png);
  }),
  get(`/api/documents/${DOCUMENT}/lectures`, async ({ review }, { parts: [id = ''] }) => json({ lectures: await review.lectures(id) })),
  post(`/api/documents/${DOCUMENT}/corrections`, async ({ review }, { request, parts: [id = ''] }) => {
    const { demande, par, version } = await readJson(request, correctionBodySchema);
    try {
      const corrected = await review.correct(id, demande, { par, expected: version });
      return json(corrected);
    } catch (error) {
      if (error instanceof CorrectionRefused)
        throw new HttpError(error.code === 'document_change' ? 409 : 422, error.code, error.message, { version: error.version });
      throw error;
    }
  }),
  get('/api/import', ({ imports }) => Promise.resolve(json(imports.state))),
  post('/api/import', ({ imports }) => {
    imports.start();
    return Promise.resolve(json(imports.state, 202));
  }),
  post('/api/import/arret', ({ imports }) => {
    imports.stop();
    return Promise.resolve(json(imports.state, 202));
  }),
  post('/api/depot', upload()),
];

function get(path: string, run: Route['run']): Route {
  return { method: 'GET', pattern: new RegExp(`^${path}$`, 'u'), run };
}

function post(path: string, run: Route['run']): Route {
  return { method: 'POST', pattern: new RegExp(`^${path}$`, 'u'), run };
}

function known<T>(value: T | null): T {
  if (value === null) throw new HttpError(404, 'inconnu', 'La base ne contient pas (ou plus) ce document.');
  return value;
}

function upload(): Route['run'] {
  let underWay = 0;
  return async ({ dropBox }, { request, query }) => {
    const { nom } = checked(uploadQuerySchema, query);
    if (underWay >= MOST_UPLOADS)
      throw new HttpError(429, 'occupe', 'Des fichiers sont déjà en train d’arriver : réessayez dans un instant.');
    underWay += 1;
    try {
      return json(await dropBox.take(nom, request as AsyncIterable<Buffer>), 201);
    } catch (error) {
      if (error instanceof UploadRefused) throw new HttpError(error.status, 'depot', error.message);
      throw error;
    } finally {
      underWay -= 1;
    }
  };
}

/** What answers a request of the page; throws {@link HttpError}. */
export async function answerTo(services: Services, request: IncomingMessage, url: URL): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  for (const route of ROUTES) {
    const match = route.pattern.exec(url.pathname);
    if (match === null || route.method !== method) continue;
    return route.run(services, { request, query: Object.fromEntries(url.searchParams), parts: match.slice(1) });
  }
  throw new HttpError(404, 'inconnu', "Il n'y a rien à cette adresse.");
}
