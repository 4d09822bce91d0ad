import type { ServerResponse } from 'node:http';

/**
 * What every answer carries. Nothing but this server's own files may run or be fetched, no text can become a script even by mistake (trusted types), nobody may
 * frame the page, nothing is kept in a cache.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
};

/** What a route answers. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function picture(png: Uint8Array): Answer {
  // The picture of one page of these very bytes never changes: the address holds their hash.
  return { status: 200, type: 'image/png', body: png, headers: { 'Cache-Control': 'private, max-age=3600' } };
}

/** A file to keep, under a name of our own making. */
export function download(text: string, type: string, name: string): Answer {
  return { status: 200, type, body: text, headers: { 'Content-Disposition': `attachment; filename="${name}"` } };
}

/** A refusal that the page shows as it is: a stable code and a French sentence. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** What the page needs beside the words. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export function send(response: ServerResponse, { status, type, body, headers = {} }: Answer, isHead: boolean): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { ...HEADERS, 'Content-Type': type, 'Content-Length': bytes.length, ...headers });
  response.end(isHead ? undefined : bytes);
}
