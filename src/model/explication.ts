import { z } from 'zod';
import {
  baseSchema,
  natureDocumentSchema,
  periodeSchema,
  porteeSchema,
  rubriqueSchema,
  statutProgrammeSchema,
  statutTotalSchema,
  taxeSchema,
} from './vocabulary.ts';

/**
 * What `tfpb tables --expliquer` says: how a document was understood, what else it might have been, and why not. Costs are natural units (−ln of
 * a probability): 0 is surest, they add up, and compare only within one list. Amounts are euros as exact text; pages count from 1, tables and columns from 0.
 */

export const raisonSchema = z.strictObject({ quoi: z.string(), cout: z.number() });

export const comprehensionSchema = z.strictObject({
  retenue: z.boolean(),
  /** Of the reading, of the totals that disagree with it, and together. */
  cout_lecture: z.number(),
  cout_sommes: z.number(),
  cout: z.number(),
  /** What sets it apart from the others. */
  raisons: z.array(raisonSchema),
});

export const colonneExpliqueeSchema = z.strictObject({
  /** `null` for figures found in running text. */
  page: z.int().nullable(),
  table: z.int().nullable(),
  colonne: z.int().nullable(),
  en_tete: z.string(),
  role: z.string(),
  rubrique: rubriqueSchema.nullable(),
  periode: periodeSchema.nullable(),
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  unite: z.enum(['euro', 'kilo', 'million']).nullable(),
  raison: z.string(),
});

export const perimetreSchema = z.strictObject({
  retenu: z.boolean(),
  portee: porteeSchema,
  /** Numbers (`ordre`) of the lines it sums. */
  lignes: z.array(z.int()),
  colonne: z.string(),
  /** `null` where its column has no line amounts. */
  somme: z.string().nullable(),
  ecart: z.string().nullable(),
  /** Of what speaks for it, of a sum that does not agree, and together. */
  cout_libelle: z.number(),
  cout_ecart: z.number(),
  cout: z.number(),
  raisons: z.array(z.string()),
});

export const totalExpliqueSchema = z.strictObject({
  libelle: z.string().nullable(),
  page: z.int(),
  colonne: z.string(),
  declare: z.string(),
  /** `null` where it repeats a total already counted. */
  statut: statutTotalSchema.nullable(),
  /** How much dearer the next best scope is; `null` where there is no other. */
  marge: z.number().nullable(),
  perimetres: z.array(perimetreSchema),
});

export const programmeExpliqueSchema = z.strictObject({
  titre: z.string(),
  pages: z.array(z.int()),
  lignes: z.int(),
  statut: statutProgrammeSchema,
  /** Why it is `a_relire`; empty otherwise. */
  doutes: z.array(z.string()),
  /** How much dearer another choice of readings would be; `null` where there is no other. */
  marge: z.number().nullable(),
  confiances: z.array(z.strictObject({ confiance: z.number(), prouves: z.boolean(), montants: z.int() })),
  totaux: z.array(totalExpliqueSchema),
  chiffres: z.array(
    z.strictObject({
      page: z.int(),
      retenu: z.string(),
      lectures: z.array(z.strictObject({ texte: z.string(), cout: z.number() })),
    }),
  ),
});

export const explicationSchema = z.strictObject({
  nature: natureDocumentSchema,
  /** What speaks for and against a programme, by weight: for it above 0. */
  indices: z.array(z.strictObject({ quoi: z.string(), poids: z.number() })),
  colonnes: z.array(colonneExpliqueeSchema),
  /** Cheapest first. */
  comprehensions: z.array(comprehensionSchema),
  /** How much dearer the next best understanding is; `null` where there is no other. */
  marge: z.number().nullable(),
  /** Below this margin a programme is `a_relire`. */
  marge_minimale: z.number(),
  programmes: z.array(programmeExpliqueSchema),
});

export type Explication = z.infer<typeof explicationSchema>;
export type ColonneExpliquee = z.infer<typeof colonneExpliqueeSchema>;
export type ProgrammeExplique = z.infer<typeof programmeExpliqueSchema>;
export type TotalExplique = z.infer<typeof totalExpliqueSchema>;
export type Perimetre = z.infer<typeof perimetreSchema>;
