import { z } from 'zod';
import { documentExportSchema } from '../src/model/contract.ts';

/** What the parent asks of a worker process: read the document in this file. */
export const documentJobSchema = z.strictObject({
  /** The path's bytes, one character a byte (`latin1`): JSON has no bytes and a path need not be UTF-8. */
  chemin: z.string(),
  /** Of the bytes the parent hashed; a worker that finds others says `modifie_pendant_lecture`. */
  sha256: z.string(),
  password: z.string().nullable(),
  maxPages: z.int().min(1),
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/** What the reader says of a document it could read: the contract's document without what only the store knows. */
export const documentReadSchema = documentExportSchema.omit({ fichier: true, noms: true, statut: true, raison: true });
