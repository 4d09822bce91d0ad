import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Listed } from '../src/files/list-sources.ts';
import { listSources } from '../src/files/list-sources.ts';
import { sourcePath, WITHIN } from '../src/files/source.ts';
import type { PathBytes } from '../src/files/file-name.ts';
import type { KnownFile } from '../src/store/files.ts';
import type { ToTake } from './import-run.ts';

/** What was rejected and can be tried again, and what is not there any more. */
export interface RejectedAgain {
  readonly sources: readonly ToTake[];
  readonly missing: readonly { readonly nom: string; readonly chemin: string }[];
}

/** The files of the database that hold rejected documents, but for those listed already. An attachment is tried again with the PDF that holds it. */
export async function listRejected(known: ReadonlyMap<string, KnownFile>, listed: readonly Listed[]): Promise<RejectedAgain> {
  const named = new Set(listed.map(({ source }) => sourcePath(source)));
  const rejected = [...known].filter(([chemin, { statut }]) => statut === 'rejete' && !named.has(chemin)).map(([chemin]) => chemin);
  const missing: { nom: string; chemin: string }[] = [];
  const files = new Map<string, PathBytes>();
  for (const chemin of rejected) {
    const path = fileOf(chemin);
    if (path === null) missing.push({ nom: basename(chemin), chemin });
    else files.set(path.toString('latin1'), path);
  }
  const { sources } = await listSources([...files.values()]);
  const again = sources.filter(({ source }) => {
    const chemin = sourcePath(source);
    return !named.has(chemin) && rejected.some((each) => each === chemin || each.startsWith(chemin + WITHIN));
  });
  return { sources: again.map((each) => ({ ...each, isForced: true })), missing };
}

/** The file on the disk that a path of the database means: the whole of it, or what stands before the first `!/` that leads to one. */
function fileOf(chemin: string): PathBytes | null {
  for (let end = chemin.length; end > 0; end = chemin.lastIndexOf(WITHIN, end - 1)) {
    const path = bytesOf(chemin.slice(0, end));
    if (existsSync(path)) return path;
  }
  return null;
}

/** Undoes `pathText`: a byte that is no UTF-8 is written `\xE9`. */
function bytesOf(text: string): PathBytes {
  const path = Buffer.from(text);
  if (existsSync(path)) return path;
  const parts = text.split(/\\x([0-9A-F]{2})/u);
  return Buffer.concat(parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part, 'hex'))));
}
