import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { nameText, type PathBytes } from './file-name.ts';

/** What stands under the paths a user named. */
export interface FileList {
  /** Absolute paths to read, each once, in an order that depends on names alone. */
  readonly files: readonly PathBytes[];
  /** Files of other kinds that the folders hold, left aside. */
  readonly others: number;
}

/** A PDF may begin after some junk; readers look for its mark in this many first bytes. */
const MARK_WITHIN = 8192;

const APPLE_DOUBLE = Buffer.from([0x00, 0x05, 0x16, 0x07]);

/**
 * Lists files and, for folders, everything below them: files named `.pdf` and any other that begins like a PDF. Links are followed, each
 * folder entered once, so loops end. A named file is listed whatever it is, even when it cannot be opened: whoever reads it says why.
 */
export async function listFiles(paths: readonly string[]): Promise<FileList> {
  const files = new Map<string, PathBytes>();
  const entered = new Set<string>();
  let others = 0;
  const add = (path: PathBytes): void => void files.set(path.toString('latin1'), path);

  const enter = async (folder: PathBytes): Promise<void> => {
    const real = (await realpath(folder, { encoding: 'buffer' })).toString('latin1');
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true });
    for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
      const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
      const kind = await kindOf(path, entry.isFile());
      if (kind === 'folder') await enter(path).catch(() => add(path));
      else if (kind === 'pdf') add(path);
      else others += 1;
    }
  };

  for (const path of paths) {
    const bytes = await bytesOfArgument(path);
    const isFolder = await stat(bytes).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) await enter(bytes).catch(() => add(bytes));
    else add(bytes);
  }
  return { files: [...files.values()], others };
}

/** `isFile`: known to be a plain file; a name is then enough for most, and large folders are listed at once. */
async function kindOf(path: PathBytes, isFile: boolean): Promise<'folder' | 'pdf' | 'other'> {
  const name = nameText(path);
  const isNamedPdf = /\.pdf$/iu.test(name);
  // macOS leaves a "._name.pdf" beside each file it copies: attributes, not a document.
  const isSuspect = name.startsWith('._');
  try {
    const stats = isFile ? null : await stat(path);
    if (stats?.isDirectory() === true) return 'folder';
    if (stats?.isFile() === false) return 'other';
    if (isNamedPdf && !isSuspect) return 'pdf';
    const head = await firstBytes(path);
    if (isSuspect && head.subarray(0, 4).equals(APPLE_DOUBLE)) return 'other';
    return isNamedPdf || head.includes('%PDF-') ? 'pdf' : 'other';
  } catch {
    return isNamedPdf ? 'pdf' : 'other';
  }
}

async function firstBytes(path: PathBytes): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MARK_WITHIN), 0, MARK_WITHIN, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The absolute path that a command-line argument means. Node decodes arguments as UTF-8 and so loses the bytes of other encodings; when that
 * happened, the one entry of the folder that decodes the same way is meant.
 */
async function bytesOfArgument(argument: string): Promise<PathBytes> {
  const path = Buffer.from(resolve(argument));
  const exists = await lstat(path).then(
    () => true,
    () => false,
  );
  if (exists || !argument.includes('\uFFFD')) return path;
  let found = Buffer.from(resolve('/'));
  for (const part of path.toString().split(sep).filter(Boolean)) {
    const names = await readdir(found, { encoding: 'buffer' }).catch(() => []);
    const name = names.find((candidate) => candidate.toString() === part) ?? Buffer.from(part);
    found = Buffer.concat([found, Buffer.from(found.at(-1) === sep.charCodeAt(0) ? '' : sep), name]);
  }
  return found;
}
