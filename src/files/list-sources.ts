import { DocumentRejected, rejectedFor } from '../model/errors.ts';
import { HEAD_LENGTH, kindOfBytes, kindOfName, type FileKind } from './file-kind.ts';
import type { PathBytes } from './file-name.ts';
import { findFiles } from './list-files.ts';
import { fileSource, type Source } from './source.ts';
import { headOfZipEntry, listZip, type ZippedFile } from './zip.ts';

/** One document to be, or something that cannot become one and must be said. */
export interface Listed {
  readonly source: Source;
  /** Why it cannot be read, known from its listing alone. */
  readonly refusal: DocumentRejected | null;
}

/** What stands under the paths a user named, archives opened. */
export interface SourceList {
  readonly sources: readonly Listed[];
  /** How many files of other kinds were left aside. */
  readonly others: number;
}

/** Kinds of file an import reads. */
const READ: ReadonlySet<FileKind> = new Set<FileKind>(['pdf', 'image']);

/** Files of one archive looked at together. */
const AT_ONCE = 64;

/** Lists files, folders and ZIP archives; see {@link findFiles} for what is found and in which order. */
export async function listSources(paths: readonly (string | PathBytes)[]): Promise<SourceList> {
  const sources: Listed[] = [];
  let others = 0;
  const count = (): void => {
    others += 1;
  };
  for (const { path, kind } of await findFiles(paths)) {
    if (kind === 'closed') sources.push({ source: fileSource(path), refusal: rejectedFor('dossier_illisible') });
    else if (kind === 'zip') await openArchive(path, sources, count);
    else if (READ.has(kind)) sources.push({ source: fileSource(path), refusal: null });
    else count();
  }
  return { sources, others };
}

async function openArchive(path: PathBytes, sources: Listed[], count: () => void): Promise<void> {
  try {
    const files = await listZip(path);
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const some = files.slice(start, start + AT_ONCE);
      const kinds = await Promise.all(some.map((file) => kindOfZipped(path, file)));
      for (const [index, file] of some.entries()) {
        const kind = kinds[index] ?? 'other';
        if (READ.has(kind)) sources.push({ source: { path, zipped: file, pieces: [] }, refusal: refusalOf(file) });
        else count();
      }
    }
  } catch (error) {
    if (!(error instanceof DocumentRejected)) throw error;
    sources.push({ source: fileSource(path), refusal: error });
  }
}

function refusalOf({ refusal }: ZippedFile): DocumentRejected | null {
  return refusal === null ? null : rejectedFor(refusal);
}

async function kindOfZipped(path: PathBytes, { name, entry, refusal }: ZippedFile): Promise<FileKind> {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const byName = kindOfName(base);
  // An archive in an archive is left aside, and counted.
  if (byName !== null) return byName;
  return refusal === null ? kindOfBytes(await headOfZipEntry(path, entry, HEAD_LENGTH), base) : 'other';
}
