import { readFile } from 'node:fs/promises';
import type { PathBytes } from '../src/files/file-name.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import type { DocumentResult } from './document-job.ts';
import { IMPORT_DEFAULTS, type ImportOptions } from './import-options.ts';
import { readDocument } from './read-document.ts';

/** Reads documents, as many at a time as it is asked to. */
export interface Reader {
  /** What the worker says of one document; `null` when the signal stopped it. */
  read(path: PathBytes, sha256: string, signal?: AbortSignal): Promise<DocumentResult | null>;
  close(): Promise<void>;
}

export function openReader(options: Pick<ImportOptions, 'password' | 'pagesMax'> & { readonly size: number }): Reader {
  return {
    async read(path, sha256) {
      try {
        const document = await readDocument(await readFile(path), { maxPages: options.pagesMax ?? IMPORT_DEFAULTS.pagesMax, sha256 });
        return { statut: 'importe', document };
      } catch (error) {
        if (error instanceof DocumentRejected) return { statut: 'rejete', raison: error.raison, detail: error.detail };
        throw error;
      }
    },
    close: () => Promise.resolve(),
  };
}
