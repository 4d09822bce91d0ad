import { z } from 'zod';
import { boiteSchema } from '../src/model/contract.ts';

const placeSchema = z.strictObject({ page: z.int().min(1), box: boiteSchema });

/** What the parent asks of a worker: a picture of each place of this file, whose bytes must be those that were read. */
export const picturesJobSchema = z.strictObject({ chemin: z.string(), sha256: z.string(), places: z.array(placeSchema) });
export type PicturesJob = z.infer<typeof picturesJobSchema>;

/** In the order of the places; `null` where nothing could be drawn. PNGs are base64. */
export const picturesReadSchema = z.array(z.strictObject({ png: z.string(), strip: boiteSchema, mark: boiteSchema }).nullable());
export type PicturesRead = z.infer<typeof picturesReadSchema>;
export type Picture = NonNullable<PicturesRead[number]>;
