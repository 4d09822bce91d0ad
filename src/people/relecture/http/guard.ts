import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { sha256Of } from '../../../files/hash-file.ts';

/** Who may speak to the review page. */
export interface Guard {
  /** Names (with port) under which this server is reached. Any other `Host` is somebody else's name that points here (DNS rebinding). */
  readonly hosts: ReadonlySet<string>;
  /** What every request must show; `null` on the loopback address alone. */
  readonly token: string | null;
}

export const TOKEN_COOKIE = 'tfpb_jeton';

/** Why a request is turned away, before anything of it is looked at; `null` lets it in. */
export function refusal({ hosts, token }: Guard, request: IncomingMessage): { readonly status: number; readonly message: string } | null {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (host === undefined || !hosts.has(host.toLowerCase()))
    return { status: 421, message: "Ce nom n'est pas celui de la page de relecture. Utilisez l'adresse que tfpb a affichée." };
  if (!isOwnOrigin(origin, host)) return { status: 403, message: 'Cette demande vient d’une autre page : elle est refusée.' };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // A page of another site cannot set this heading without being asked first, and is then refused; a form cannot at all.
    if (request.headers['x-tfpb'] !== '1' || (site !== undefined && site !== 'same-origin'))
      return { status: 403, message: 'Cette demande ne vient pas de la page de relecture : elle est refusée.' };
  }
  if (token !== null && !isSame(tokenOf(request), token))
    return { status: 401, message: "Le jeton manque ou n'est pas le bon. Ouvrez l'adresse complète que tfpb a affichée." };
  return null;
}

/** Absent on plain navigation; else it must be this very server. */
function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}

/** The token that a request shows: in its cookie, or once in the address that the command prints. */
function tokenOf(request: IncomingMessage): string {
  const cookie = /(?:^|;\s*)tfpb_jeton=([\w-]+)/u.exec(request.headers.cookie ?? '')?.[1];
  return cookie ?? tokenInAddress(request) ?? '';
}

export function tokenInAddress({ url }: IncomingMessage): string | null {
  return /^\/\?jeton=([\w-]+)$/u.exec(url ?? '')?.[1] ?? null;
}

/** Takes as long whatever differs. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Of(given)), Buffer.from(sha256Of(expected)));
}
