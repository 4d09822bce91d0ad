import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { DocumentRejected, rejectedFor } from '../model/errors.ts';
import { nameText, pathText, type PathBytes } from './file-name.ts';
import { readZipEntry, type ZipEntry } from './zip.ts';

/** Where the bytes of one document stand: a file, or one of the files in a ZIP archive; then perhaps, step by step, an attachment of a PDF there. */
export interface Source {
  /** Of the file on the disk. */
  readonly path: PathBytes;
  /** Inside that file, when it is an archive. */
  readonly zipped: { readonly name: string; readonly entry: ZipEntry } | null;
  /** Inside the PDF found so far: the number of an attachment among its attachments, then of one inside that, and so on. */
  readonly pieces: readonly { readonly name: string; readonly index: number }[];
}

/** Between the path of a container and the name inside it, as Java and others write it. */
export const WITHIN = '!/';

export function fileSource(path: PathBytes): Source {
  return { path, zipped: null, pieces: [] };
}

/** The base name: what is shown and exported. */
export function sourceName({ path, zipped, pieces }: Source): string {
  const piece = pieces.at(-1);
  if (piece !== undefined) return innermost(piece.name);
  return zipped === null ? nameText(path) : innermost(zipped.name);
}

/** What tells this source from every other: the absolute path, and what stands inside after `!/`. */
export function sourcePath({ path, zipped, pieces }: Source): string {
  return [pathText(path), ...(zipped === null ? [] : [zipped.name]), ...pieces.map(({ name }) => name)].join(WITHIN);
}

/** What an attachment is called in a path: two may have one name. */
export function pieceName(index: number, nom: string): string {
  return `${String(index + 1)}-${nom}`;
}

function innermost(name: string): string {
  const base = posix.basename(name.replaceAll('\\', '/'));
  return base === '' ? basename(name) : base;
}

/** The bytes of a file, or of a file in an archive; attachments are for whoever reads PDFs. Throws a `DocumentRejected`. */
export async function readSource({ path, zipped }: Pick<Source, 'path' | 'zipped'>): Promise<Buffer> {
  if (zipped !== null) return readZipEntry(path, zipped.entry);
  try {
    // Without waiting: a pipe with nobody at its other end would never open.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) throw rejectedFor('pas_un_fichier');
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/** An error of the system as the rejection of the file it befell. */
export function unreadable(error: unknown): DocumentRejected {
  if (error instanceof DocumentRejected) return error;
  return new DocumentRejected('illisible', error instanceof Error ? error.message : String(error));
}
