import { z } from 'zod';
import { exempleSchema } from '../src/model/exemple.ts';
import { documentExportSchema } from '../src/model/contract.ts';
import { sourceJobSchema } from './source-job.ts';

/** What the parent asks of a worker process: read the document that stands here. */
export const documentJobSchema = sourceJobSchema.extend({
  maxPages: z.int().min(1),
  /** Readers' decisions on where lines belong. */
  exemples: z.array(exempleSchema),
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/** What the reader says of a document it could read: the contract's document without what only the store knows. */
export const documentReadSchema = documentExportSchema.omit({ fichier: true, noms: true, statut: true, raison: true });

/** What a worker answers: what it read, and the PDFs attached to it, which are documents of their own. */
export const documentAnswerSchema = z.strictObject({
  document: documentReadSchema,
  pieces: z.array(z.strictObject({ nom: z.string(), index: z.int().min(0), sha256: z.string(), taille: z.int().min(0) })),
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
