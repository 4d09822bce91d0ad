import { z } from 'zod';
import { DIMENSIONS } from '../../../pipelines/review/corpus.ts';
import { demandeSchema } from '../../model/correction.ts';
import { graviteSchema, statutProgrammeSchema } from '../../model/vocabulary.ts';

/** What the page may ask, and in which form: everything a request holds is checked here. */

const words = z.string().max(200);
const count = (most: number) => z.coerce.number().int().min(0).max(most);
const MOST_ROWS = 500;

const listOf = <T extends z.ZodType>(each: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(each).max(10));

export const queueQuerySchema = z.strictObject({
  statut: listOf(statutProgrammeSchema).exactOptional(),
  gravite: graviteSchema.exactOptional(),
  texte: words.exactOptional(),
  bailleur: words.exactOptional(),
  commune: words.exactOptional(),
  annee: z.coerce.number().int().min(1900).max(2200).exactOptional(),
  tout: z.literal('1').exactOptional(),
  debut: count(1e9).default(0),
  limite: count(MOST_ROWS).default(100),
});

export const findingsQuerySchema = z.strictObject({
  gravite: graviteSchema.exactOptional(),
  code: z
    .string()
    .regex(/^[a-z0-9_]{1,80}$/u)
    .exactOptional(),
  texte: words.exactOptional(),
  document: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/u)
    .exactOptional(),
  debut: count(1e9).default(0),
  limite: count(MOST_ROWS).default(100),
});

export const corpusQuerySchema = z.strictObject({
  par: z.enum(DIMENSIONS).default('axe'),
  statut: listOf(statutProgrammeSchema).exactOptional(),
  doubles: z.literal('1').exactOptional(),
});

export const correctionBodySchema = z.strictObject({
  demande: demandeSchema,
  /** Who corrects, as the journal shows it. */
  par: z.string().trim().min(1).max(80),
  /** The version the reader has before the eyes. */
  version: z.int().min(0),
});

export const uploadQuerySchema = z.strictObject({ nom: z.string().min(1).max(500) });
