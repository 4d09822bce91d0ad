import { DocumentRejected } from '../src/model/errors.ts';
import type { z } from 'zod';
import type { documentReadSchema } from './document-job.ts';

export type DocumentRead = z.infer<typeof documentReadSchema>;

/** What one document says, from its bytes. Throws {@link DocumentRejected} when it cannot be read. */
export async function readDocument(
  bytes: Uint8Array,
  { sha256 }: { readonly password?: string; readonly maxPages: number; readonly sha256: string },
): Promise<DocumentRead> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new DocumentRejected('pas_un_pdf');
  return Promise.resolve({ sha256, pages: null, nature: 'autre', convention: null, programmes: [], constats: [] });
}
