import { z } from 'zod';
import { montantStringSchema } from '../../src/model/contract.ts';
import { exempleSchema } from '../../src/model/exemple.ts';
import { scansSchema } from '../page-job.ts';

const where = { chemin: z.string(), sha256: z.string() };

/** What the review asks of a worker about one document: the sizes of its pages, the picture of one, or every way its numbers could have been read. */
export const viewJobSchema = z.discriminatedUnion('sorte', [
  z.strictObject({ sorte: z.literal('pages'), ...where }),
  z.strictObject({ sorte: z.literal('image'), ...where, page: z.int().min(1), dpi: z.int().min(36).max(300) }),
  z.strictObject({ sorte: z.literal('lectures'), ...where, scans: scansSchema, exemples: z.array(exempleSchema) }),
]);
export type ViewJob = z.infer<typeof viewJobSchema>;

/** In points, as displayed. */
export const pageSizesSchema = z.array(z.strictObject({ largeur: z.number(), hauteur: z.number() }));
export type PageSizes = z.infer<typeof pageSizesSchema>;

/** Every way one number could have been read, surest first. `cout`: 0 is surest. */
export const lecturesSchema = z.record(
  z.string(),
  z.array(z.strictObject({ texte: z.string(), montant: montantStringSchema.nullable(), cout: z.number() })),
);
/** By the id of the amount or total. */
export type Lectures = z.infer<typeof lecturesSchema>;

export const viewAnswerSchema = z.discriminatedUnion('sorte', [
  z.strictObject({ sorte: z.literal('pages'), pages: pageSizesSchema }),
  /** A PNG in base64; `null` when the page cannot be drawn. */
  z.strictObject({ sorte: z.literal('image'), png: z.string().nullable() }),
  z.strictObject({ sorte: z.literal('lectures'), lectures: lecturesSchema }),
]);
export type ViewAnswer = z.infer<typeof viewAnswerSchema>;
