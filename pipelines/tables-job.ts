import { z } from 'zod';
import { explicationSchema } from '../src/model/explication.ts';
import { pageTablesSchema } from '../src/model/tables-contract.ts';
import { scansSchema } from './page-job.ts';

/** What the parent asks of a worker: the tables of this file, and for the overlay their drawing. */
export const tablesJobSchema = z.strictObject({
  /** The path's bytes, one character a byte (`latin1`). */
  chemin: z.string(),
  fichier: z.string(),
  password: z.string().nullable(),
  maxPages: z.int().min(1),
  /** The overlay: not wanted, over the pages' pictures, or (where drawing them fails) over their words alone. */
  overlay: z.enum(['none', 'pictures', 'words']),
  /** Also say how the document was understood. */
  explain: z.boolean(),
  scans: scansSchema,
});
export type TablesJob = z.infer<typeof tablesJobSchema>;

/** `overlay` is the file's part of the overlay page, as HTML; it and `explication` are `null` when they were not asked for. */
export const tablesReadSchema = z.strictObject({
  pages: z.array(pageTablesSchema),
  overlay: z.string().nullable(),
  explication: explicationSchema.nullable(),
});
export type TablesRead = z.infer<typeof tablesReadSchema>;

/** What a worker answers: the tables, or the pages whose pictures must be read first. */
export const tablesAnswerSchema = z.union([z.strictObject({ scans: z.array(z.int().min(1)), sha256: z.string() }), tablesReadSchema]);
export type TablesAnswer = z.infer<typeof tablesAnswerSchema>;
