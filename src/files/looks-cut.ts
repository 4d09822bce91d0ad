import { open } from 'node:fs/promises';
import type { PathBytes } from './file-name.ts';

/** How a PDF and a ZIP begin and end; their end stands within so many bytes of the last. */
const KINDS = [
  { begins: /%PDF/u, ends: '%%EOF', within: 2048 },
  { begins: /^PK/u, ends: 'PK\u0005\u0006', within: 66_000 },
] as const;

/**
 * Whether a file that changed less than `quiet` milliseconds ago begins as a PDF or a ZIP and does not end as one: a copy that has paused. One that stays so for longer
 * is cut. Never throws: what cannot be asked is no copy.
 */
export async function looksCut(path: PathBytes, quiet: number): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { size, ctimeMs } = await file.stat();
      if (Date.now() - ctimeMs > quiet) return false;
      const at = async (length: number, position: number): Promise<string> => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
        return buffer.toString('latin1', 0, bytesRead);
      };
      const head = await at(1024, 0);
      const kind = KINDS.find(({ begins }) => begins.test(head));
      return kind !== undefined && !(await at(kind.within, Math.max(0, size - kind.within))).includes(kind.ends);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
