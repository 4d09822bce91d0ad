import { z } from 'zod';
import { recognisedSchema } from '../src/model/page-schema.ts';
import { raisonRejetSchema } from '../src/model/vocabulary.ts';
import { sourceJobSchema } from './source-job.ts';

/** What the parent asks of a page worker: look at one page's picture. */
export const pageJobSchema = sourceJobSchema.extend({
  page: z.int().min(1),
  /** Where the machine's own program finds its models; `null`: the embedded engine. */
  models: z.string().nullable(),
});
export type PageJob = z.infer<typeof pageJobSchema>;

/** What came of looking at one page's picture: what was read, or why nothing was. */
export const pageOutcomeSchema = z.union([
  z.strictObject({ page: z.int().min(1), recognised: recognisedSchema }),
  z.strictObject({ page: z.int().min(1), raison: raisonRejetSchema }),
]);
export type PageOutcome = z.infer<typeof pageOutcomeSchema>;

/** A document's scanned pages as read; `null` at first: then a worker only says which pages they are. */
export const scansSchema = z.array(pageOutcomeSchema).nullable();
