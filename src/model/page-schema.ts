import { z } from 'zod';
import type { NonEmpty } from './collections.ts';
import { boiteSchema } from './contract.ts';
import type { Page, Reading } from './page.ts';

/** Pages as they cross between processes and lie in the database. */

const readingSchema = z.strictObject({ text: z.string(), cost: z.number() });

const wordSchema = z.strictObject({
  box: boiteSchema,
  readings: z
    .array(readingSchema)
    .min(1)
    .transform((list) => list as unknown as NonEmpty<Reading>),
  size: z.number(),
  bold: z.boolean(),
  direction: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  struck: z.boolean().optional(),
  cut: z.boolean().optional(),
});

export const PAGE_DEFECTS = ['page_sans_texte', 'page_blanche', 'texte_sans_unicode', 'page_illisible', 'reconnaissance_echouee'] as const;

export const pageSchema: z.ZodType<Page> = z.strictObject({
  number: z.int().min(1),
  width: z.number(),
  height: z.number(),
  source: z.enum(['texte', 'ocr', 'mixte']),
  words: z.array(wordSchema),
  rules: z.array(z.strictObject({ orientation: z.enum(['horizontal', 'vertical']), box: boiteSchema })),
  fills: z.array(z.strictObject({ box: boiteSchema, shade: z.number() })),
  defect: z.enum(PAGE_DEFECTS).nullable(),
  lay: z.strictObject({ turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]), tilt: z.number() }).optional(),
});

/**
 * What a look at a page's picture gave: the page read from it, or `null` when its text layer says all that the picture shows.
 */
export const recognisedSchema = pageSchema.nullable();
export type Recognised = Page | null;
