import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a folder and its parents one by one: Node's recursive mkdir never ends where a parent refuses (/proc). */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder);
}

/**
 * Writes files into a folder so that nobody meets a half-written one: `write` fills a hidden folder inside it, and what it left there takes its place in the
 * folder only when all is done. Files of the same names are replaced, others stay. Whatever goes wrong, the hidden folder is removed. Gives the paths
 * written, in the order of their names.
 */
export async function fillFolder(folder: string, write: (draft: string) => Promise<void>): Promise<string[]> {
  await makeFolder(folder);
  const draft = join(folder, `.tfpb-${randomUUID()}`);
  await mkdir(draft);
  try {
    await write(draft);
    const names = (await readdir(draft)).sort();
    for (const name of names) await rename(join(draft, name), join(folder, name));
    return names.map((name) => join(folder, name));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
