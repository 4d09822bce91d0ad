import { z } from 'zod';
import { exempleSchema } from '../src/model/exemple.ts';
import { documentExportSchema } from '../src/model/contract.ts';
import { scansSchema } from './page-job.ts';
import { sourceJobSchema } from './source-job.ts';

/** What the parent asks of a worker process: read the document that stands here. */
export const documentJobSchema = sourceJobSchema.extend({
  maxPages: z.int().min(1),
  /** What looking at the pictures of its pages gave; `null` at first: then a document with scans only says which pages they are. */
  scans: scansSchema,
  /** Readers' decisions on where lines belong. */
  exemples: z.array(exempleSchema),
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/** What the reader says of a document it could read: the contract's document without what only the store knows. */
export const documentReadSchema = documentExportSchema.omit({ fichier: true, noms: true, statut: true, raison: true });

/** What a worker read, and the PDFs attached to it, which are documents of their own. */
const documentWithPiecesSchema = z.strictObject({
  document: documentReadSchema,
  pieces: z.array(z.strictObject({ nom: z.string(), index: z.int().min(0), sha256: z.string(), taille: z.int().min(0) })),
});
export type DocumentWithPieces = z.infer<typeof documentWithPiecesSchema>;

/** What a worker answers: the document, or the pages whose pictures must be read first. */
export const documentAnswerSchema = z.union([z.strictObject({ scans: z.array(z.int().min(1)) }), documentWithPiecesSchema]);
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
