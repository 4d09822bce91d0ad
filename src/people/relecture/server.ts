import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import { loadAssets, type Asset } from './assets.ts';
import { HttpError, json, send, type Answer } from './http/answer.ts';
import { refusal, TOKEN_COOKIE, tokenInAddress, type Guard } from './http/guard.ts';
import { answerTo, type Services } from './routes.ts';

export interface ServerOptions {
  /** The address listened on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Needed unless `host` is a loopback address. */
  readonly token: string | null;
  /** Told of errors nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

export interface ReviewServer {
  /** What to open in a browser. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const EVERYWHERE = new Set(['0.0.0.0', '::']);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Serves the review page. Throws what listening throws (`EADDRINUSE`, `EADDRNOTAVAIL`, …). */
export async function openReviewServer(services: Services, { host, port, token, onError }: ServerOptions): Promise<ReviewServer> {
  if (!isLoopback(host) && token === null) throw new Error('a server that others can reach needs a token');
  const assets = await loadAssets();
  let guard: Guard = { hosts: new Set(), token };
  const server = createServer({ requestTimeout: 600_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 }, (request, response) => {
    void answer(services, assets, guard, request)
      .catch((error: unknown) => failure(error, onError))
      .then((result) => {
        // What was not read of a refused body is not waited for.
        if (!request.complete) response.setHeader('Connection', 'close');
        send(response as ServerResponse, result, request.method === 'HEAD');
      })
      .catch(onError);
  });
  await listen(server, host, port);
  const { port: given } = server.address() as AddressInfo;
  guard = { hosts: new Set(namesOf(host).map((name) => `${name}:${String(given)}`)), token };
  const shown = EVERYWHERE.has(host) ? hostname().toLowerCase() : bracketed(host);
  return {
    url: `http://${shown}:${String(given)}/${token === null ? '' : `?jeton=${token}`}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(services: Services, assets: ReadonlyMap<string, Asset>, guard: Guard, request: IncomingMessage): Promise<Answer> {
  const refused = refusal(guard, request);
  if (refused !== null) throw new HttpError(refused.status, 'refuse', refused.message);
  const token = tokenInAddress(request);
  if (token !== null && guard.token !== null) return remembered(token);
  const url = addressOf(request);
  const asset = request.method === 'GET' || request.method === 'HEAD' ? assets.get(url.pathname) : undefined;
  if (asset !== undefined) return { status: 200, ...asset };
  return answerTo(services, request, url);
}

/** What is asked for. */
function addressOf({ url = '/' }: IncomingMessage): URL {
  // Two slashes at the beginning would name another server.
  const path = url.replace(/^[/\\]+/u, '/');
  if (!URL.canParse(path, 'http://localhost')) throw new HttpError(400, 'forme', 'Cette adresse n’est pas comprise.');
  return new URL(path, 'http://localhost');
}

/** The token goes from the address, which ends in histories, into a cookie that no script reads. */
function remembered(token: string): Answer {
  const cookie = `${TOKEN_COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`;
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { Location: '/', 'Set-Cookie': cookie } };
}

function failure(error: unknown, onError: (error: unknown) => void): Answer {
  if (error instanceof HttpError) return json({ erreur: error.code, message: error.message, ...error.facts }, error.status);
  onError(error);
  return json({ erreur: 'interne', message: 'tfpb a rencontré une erreur imprévue. Ce qui était enregistré le reste.' }, 500);
}

/** The names a browser may use for this server. */
function namesOf(host: string): readonly string[] {
  if (isLoopback(host)) return ['127.0.0.1', 'localhost', '[::1]'];
  if (!EVERYWHERE.has(host)) return [bracketed(host).toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => bracketed(address)));
  return ['localhost', hostname().toLowerCase(), ...addresses];
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}
