import { z } from 'zod';
import type { Source } from '../src/files/source.ts';
import { documentExportSchema } from '../src/model/contract.ts';

const count = z.int().min(0);

/** What the parent asks of a worker process: read the document that stands here. */
export const documentJobSchema = z.strictObject({
  /** The path's bytes, one character a byte (`latin1`): JSON has no bytes and a path need not be UTF-8. */
  chemin: z.string(),
  /** Where in that file, when it is a ZIP archive. */
  zip: z.strictObject({ offset: count, compressedSize: count, size: count, method: count, crc32: count }).nullable(),
  /** Which attachment of the PDF found so far, and which inside that. */
  pieces: z.array(count),
  /** Of the bytes the parent hashed; a worker that finds others says `modifie_pendant_lecture`. */
  sha256: z.string(),
  password: z.string().nullable(),
  maxPages: z.int().min(1),
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/** What the reader says of a document it could read: the contract's document without what only the store knows. */
export const documentReadSchema = documentExportSchema.omit({ fichier: true, noms: true, statut: true, raison: true });

/** What a worker answers: what it read, and the PDFs attached to it, which are documents of their own. */
export const documentAnswerSchema = z.strictObject({
  document: documentReadSchema,
  pieces: z.array(z.strictObject({ nom: z.string(), index: count, sha256: z.string(), taille: count })),
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

export function jobOf({ path, zipped, pieces }: Source, options: Pick<DocumentJob, 'sha256' | 'password' | 'maxPages'>): DocumentJob {
  return {
    chemin: path.toString('latin1'),
    zip: zipped === null ? null : zipped.entry,
    pieces: pieces.map(({ index }) => index),
    ...options,
  };
}
