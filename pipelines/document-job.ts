import { z } from 'zod';
import { documentExportSchema } from '../src/model/contract.ts';
import { scansSchema } from './page-job.ts';

/** What the parent asks of a worker process: read the document in this file. */
export const documentJobSchema = z.strictObject({
  /** The path's bytes, one character a byte (`latin1`): JSON has no bytes and a path need not be UTF-8. */
  chemin: z.string(),
  /** Of the bytes the parent hashed; a worker that finds others says `modifie_pendant_lecture`. */
  sha256: z.string(),
  password: z.string().nullable(),
  maxPages: z.int().min(1),
  /** What looking at the pictures of its pages gave; `null` at first: then a document with scans only says which pages they are. */
  scans: scansSchema,
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/** What the reader says of a document it could read: the contract's document without what only the store knows. */
export const documentReadSchema = documentExportSchema.omit({ fichier: true, noms: true, statut: true, raison: true });

/** What a worker answers: the document, or the pages whose pictures must be read first. */
export const documentAnswerSchema = z.union([
  z.strictObject({ scans: z.array(z.int().min(1)) }),
  z.strictObject({ document: documentReadSchema }),
]);
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
