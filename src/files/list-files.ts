import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { CommandError, EXIT } from '../model/errors.ts';
import { HEAD_LENGTH, kindOfBytes, kindOfName, type FileKind } from './file-kind.ts';
import { nameText, type PathBytes } from './file-name.ts';

/** One file under the paths a user named. `closed`: a folder that could not be opened. Paths are absolute. */
export interface FoundFile {
  readonly path: PathBytes;
  readonly kind: FileKind | 'closed';
}

/** Entries of one folder looked at together. */
const AT_ONCE = 64;

/**
 * Every file under these paths, each once, in an order that depends on names alone. Links are followed, each folder entered once, so loops end. A named file
 * is a `pdf` unless its name or its bytes say otherwise, even when it cannot be opened: whoever reads it says why. Throws a `CommandError` (exit code 2) when a
 * named path does not exist: then nothing should be read at all.
 */
export async function findFiles(paths: readonly (string | PathBytes)[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const entered = new Set<string>();
  const add = (path: PathBytes, kind: FoundFile['kind']): void => {
    const key = path.toString('latin1');
    if (!found.has(key)) found.set(key, { path, kind });
  };

  const enter = async (folder: PathBytes): Promise<void> => {
    const real = (await realpath(folder, { encoding: 'buffer' })).toString('latin1');
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true });
    entries.sort((a, b) => Buffer.compare(a.name, b.name));
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      const some = entries.slice(start, start + AT_ONCE).map((entry) => ({ path: within(folder, entry.name), isFile: entry.isFile() }));
      const kinds = await Promise.all(some.map(({ path, isFile }) => kindOf(path, isFile)));
      for (const [index, { path }] of some.entries()) {
        const kind = kinds[index] ?? 'other';
        if (kind === 'folder') await enter(path).catch(() => add(path, 'closed'));
        else add(path, kind);
      }
    }
  };

  for (const path of await existing(paths)) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) await enter(path).catch(() => add(path, 'closed'));
    else add(path, await kindOfNamed(path));
  }
  return [...found.values()];
}

/** The PDFs and images under these paths and named files of any kind; `others` counts what else the folders hold. */
export async function listFiles(paths: readonly string[]): Promise<{ readonly files: readonly PathBytes[]; readonly others: number }> {
  const named = new Set((await existing(paths)).map((path) => path.toString('latin1')));
  const found = await findFiles(paths);
  const files = found.filter(
    ({ path, kind }) => kind === 'pdf' || kind === 'image' || kind === 'closed' || named.has(path.toString('latin1')),
  );
  return { files: files.map(({ path }) => path), others: found.length - files.length };
}

async function existing(paths: readonly (string | PathBytes)[]): Promise<PathBytes[]> {
  const absolute = await Promise.all(paths.map((path) => (typeof path === 'string' ? bytesOfArgument(path) : path)));
  const there = await Promise.all(absolute.map(exists));
  const missing = paths.filter((_, index) => there[index] === false).map((path) => `« ${path.toString()} »`);
  if (missing.length === 0) return absolute;
  const [subject, advice] =
    missing.length === 1
      ? [`${missing.join('')} n'existe pas`, 'Vérifiez le nom']
      : [`${missing.join(', ')} n'existent pas`, 'Vérifiez les noms'];
  throw new CommandError('chemin_absent', `${subject} : rien n'a été lu. ${advice} et relancez.`, EXIT.usage);
}

function within(folder: PathBytes, name: Buffer): PathBytes {
  const separator = folder.at(-1) === sep.charCodeAt(0) ? '' : sep;
  return Buffer.concat([folder, Buffer.from(separator), name]);
}

/** `isFile`: known to be a plain file; a name is then enough for most, and large folders are listed at once. */
async function kindOf(path: PathBytes, isFile: boolean): Promise<FileKind | 'folder'> {
  const name = nameText(path);
  const byName = kindOfName(name);
  try {
    const stats = isFile ? null : await stat(path);
    if (stats?.isDirectory() === true) return 'folder';
    if (stats?.isFile() === false) return 'other';
    return byName ?? kindOfBytes(await firstBytes(path), name);
  } catch {
    return byName ?? 'other';
  }
}

async function kindOfNamed(path: PathBytes): Promise<FileKind> {
  const kind = await kindOf(path, false);
  return kind === 'zip' || kind === 'image' ? kind : 'pdf';
}

async function firstBytes(path: PathBytes): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function exists(path: PathBytes): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * The absolute path that a command-line argument means. Node decodes arguments as UTF-8 and so loses the bytes of other encodings; when that
 * happened, the one entry of the folder that decodes the same way is meant.
 */
async function bytesOfArgument(argument: string): Promise<PathBytes> {
  const path = Buffer.from(resolve(argument));
  if (!argument.includes('\uFFFD') || (await exists(path))) return path;
  let found: PathBytes = Buffer.from(resolve('/'));
  for (const part of path.toString().split(sep).filter(Boolean)) {
    const names = await readdir(found, { encoding: 'buffer' }).catch(() => []);
    found = within(found, names.find((candidate) => candidate.toString() === part) ?? Buffer.from(part));
  }
  return found;
}
