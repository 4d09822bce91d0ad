import { z } from 'zod';
import { precisionSchema, raisonRejetSchema } from '../model/vocabulary.ts';

/** What the parent sends: one job. `id` comes back with its answer. */
export const requestSchema = z.strictObject({ id: z.int(), job: z.unknown() });
export type Request = z.infer<typeof requestSchema>;

/** What a worker process says: that it is ready for its first job, then one answer for each job. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('done'), id: z.int(), result: z.unknown() }),
  z.strictObject({
    kind: z.literal('rejected'),
    id: z.int(),
    raison: raisonRejetSchema,
    detail: z.string().nullable(),
    precision: precisionSchema.nullable(),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
