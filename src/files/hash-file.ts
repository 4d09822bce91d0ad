import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { DocumentRejected, rejectedFor } from '../model/errors.ts';
import type { PathBytes } from './file-name.ts';
import { unreadable } from './source.ts';

const CHUNK = 1 << 20;

/** Size and times of a file: as long as they are the same, so are its bytes. */
export interface FileState {
  readonly size: number;
  readonly empreinte: string;
}

/** Throws {@link DocumentRejected} `illisible` when there is no such file, or it is something else than a file. */
export async function fileState(path: PathBytes): Promise<FileState> {
  try {
    const stats = await stat(path, { bigint: true });
    if (!stats.isFile()) throw rejectedFor('pas_un_fichier');
    return stateOf(stats);
  } catch (error) {
    if (await isBrokenLink(path, error)) throw rejectedFor('lien_casse');
    throw unreadable(error);
  }
}

/** SHA-256 of the file's bytes, in hexadecimal; memory does not grow with the file. Throws {@link DocumentRejected} when it changes meanwhile. */
export async function hashFile(path: PathBytes): Promise<string> {
  try {
    // Without waiting: a pipe that took the file's place would never open.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const before = stateOf(await file.stat({ bigint: true }));
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK, before.size + 1)));
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
        hash.update(buffer.subarray(0, bytesRead));
      }
      const after = stateOf(await file.stat({ bigint: true }));
      if (after.empreinte !== before.empreinte || length !== before.size) throw new DocumentRejected('modifie_pendant_lecture');
      return hash.digest('hex');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function stateOf(stats: BigIntStats): FileState {
  return { size: Number(stats.size), empreinte: `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.ino}` };
}

async function isBrokenLink(path: PathBytes, error: unknown): Promise<boolean> {
  if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP'))) return false;
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
