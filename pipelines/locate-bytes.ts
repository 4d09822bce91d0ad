import { existsSync } from 'node:fs';
import { listSources } from '../src/files/list-sources.ts';
import { sha256Of } from '../src/files/hash-file.ts';
import { fileSource, pieceName, readSource, sourcePath, WITHIN } from '../src/files/source.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { readEnclosed } from '../src/stages/read/read-pages.ts';

/**
 * The bytes of a document that the database knows, from the path it was met at: a file, a file in a ZIP archive, an attachment of a PDF. Throws a
 * `DocumentRejected` when they are not there any more or have changed.
 */
export async function bytesAt(chemin: string, sha256: string): Promise<Uint8Array> {
  const bytes = await found(chemin);
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  return bytes;
}

async function found(chemin: string): Promise<Uint8Array> {
  if (existsSync(chemin)) return readSource(fileSource(Buffer.from(chemin)));
  // The longest beginning that is a file holds the rest.
  for (let end = chemin.lastIndexOf(WITHIN); end > 0; end = chemin.lastIndexOf(WITHIN, end - 1)) {
    const container = chemin.slice(0, end);
    if (!existsSync(container)) continue;
    const { sources } = await listSources([container]);
    const zipped = sources.find(({ source }) => source.zipped !== null && startsAt(chemin, sourcePath(source)));
    const outer = zipped?.source ?? fileSource(Buffer.from(container));
    return inside(await readSource(outer), chemin.slice(sourcePath(outer).length));
  }
  throw new DocumentRejected('illisible', 'the file is not there any more');
}

function startsAt(chemin: string, path: string): boolean {
  return chemin === path || chemin.startsWith(path + WITHIN);
}

/** `!/1-annexe.pdf!/1-x.pdf`: attachment by attachment. */
async function inside(bytes: Uint8Array, rest: string): Promise<Uint8Array> {
  if (rest === '') return bytes;
  const { pieces } = await readEnclosed(bytes, { maxPages: 10_000 });
  const index = pieces.findIndex(({ name }, at) => startsAt(rest, WITHIN + pieceName(at, name)));
  const piece = pieces[index];
  if (piece === undefined) throw new DocumentRejected('illisible', 'the attachment is not there any more');
  return inside(piece.bytes, rest.slice(WITHIN.length + pieceName(index, piece.name).length));
}
