import type { Cible, Geste } from '../../../model/correction.ts';
import type { DocumentAnswer } from './answers.ts';
import { reader } from './state.ts';

/** What the server refused, in its own French words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused(0, 'reseau', 'tfpb ne répond plus. Vérifiez que la fenêtre où « tfpb relecture » a été lancé est toujours ouverte.');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const { erreur, message } = (body ?? {}) as { erreur?: string; message?: string };
  throw new Refused(response.status, erreur ?? 'inconnu', message ?? `La demande a échoué (${String(response.status)}).`);
}

export function get<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}, signal?: AbortSignal): Promise<T> {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') parameters.set(key, String(value));
  const text = parameters.toString();
  return ask<T>(text === '' ? path : `${path}?${text}`, signal === undefined ? {} : { signal });
}

export function post<T>(path: string, body?: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'X-Tfpb': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export function upload<T>(file: File): Promise<T> {
  return ask<T>(`/api/depot?nom=${encodeURIComponent(file.name)}`, { method: 'POST', headers: { 'X-Tfpb': '1' }, body: file });
}

/** One correction, made on the version that the reader has before the eyes. */
export function correct(id: string, version: number, cible: Cible, geste: Geste, motif: string | null): Promise<DocumentAnswer> {
  return post<DocumentAnswer>(`/api/documents/${id}/corrections`, { demande: { cible, geste, motif }, par: reader(), version });
}
