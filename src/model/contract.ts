import { z } from 'zod';
import {
  baseSchema,
  graviteSchema,
  natureDocumentSchema,
  natureProgrammeSchema,
  periodeSchema,
  porteeSchema,
  raisonRejetSchema,
  rubriqueSchema,
  sectionSchema,
  statutProgrammeSchema,
  statutTotalSchema,
  taxeSchema,
} from './vocabulary.ts';

/**
 * The public export, version 1: what `tfpb export --format json` prints. Keys may be added; a key that is here keeps its name and meaning.
 * Amounts are exact decimal strings in euros with two decimals; boxes are `[x0, y0, x1, y1]` in points from the top left.
 */

export const montantStringSchema = z.string().regex(/^-?\d+\.\d{2}$/u);
export const boiteSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const codeActionSchema = z.string().regex(/^[1-8]\.[1-5]$/u);
const axeSchema = z.int().min(1).max(8);
const confianceSchema = z.number().min(0).max(1);
const pageSchema = z.int().min(1);

export const montantExportSchema = z.strictObject({
  id: z.string(),
  rubrique: rubriqueSchema,
  colonne: z.string(),
  periode: periodeSchema.nullable(),
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  montant: montantStringSchema.nullable(),
  texte: z.string(),
  confiance: confianceSchema,
  preuves: z.array(z.string()),
  corrige: z.strictObject({ par: z.enum(['somme_de_controle', 'relecture']), avant: montantStringSchema.nullable() }).nullable(),
  page: pageSchema,
  boite: boiteSchema,
});

export const ligneExportSchema = z.strictObject({
  id: z.string(),
  ordre: z.int().min(1),
  section: sectionSchema.nullable(),
  axe_texte: z.string().nullable(),
  action_texte: z.string().nullable(),
  description: z.string().nullable(),
  calendrier: z.string().nullable(),
  axe: axeSchema.nullable(),
  action: codeActionSchema.nullable(),
  confiance_action: confianceSchema.nullable(),
  action_suggeree: codeActionSchema.nullable(),
  taux: z.string().nullable(),
  page: pageSchema,
  boite: boiteSchema,
  suites: z.array(z.strictObject({ page: pageSchema, boite: boiteSchema })),
  montants: z.array(montantExportSchema),
});

export const totalExportSchema = z.strictObject({
  id: z.string(),
  portee: porteeSchema,
  cle: z.string().nullable(),
  libelle: z.string().nullable(),
  colonne: z.string(),
  rubrique: rubriqueSchema,
  periode: periodeSchema.nullable(),
  declare: montantStringSchema,
  recalcule: montantStringSchema.nullable(),
  ecart: montantStringSchema.nullable(),
  statut: statutTotalSchema,
  page: pageSchema,
  boite: boiteSchema,
});

export const programmeExportSchema = z.strictObject({
  id: z.string(),
  nature: natureProgrammeSchema,
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
  commune: z.string().nullable(),
  code_insee: z.string().nullable(),
  quartier: z.string().nullable(),
  code_qp: z.string().nullable(),
  bailleur: z.string().nullable(),
  siren: z.string().nullable(),
  nombre_logements: z.int().nullable(),
  pages: z.array(pageSchema),
  lignes: z.array(ligneExportSchema),
  totaux: z.array(totalExportSchema),
  statut: statutProgrammeSchema,
});

export const constatExportSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  gravite: graviteSchema,
  message: z.string(),
  programme: z.string().nullable(),
  page: pageSchema.nullable(),
  boite: boiteSchema.nullable(),
});

export const conventionExportSchema = z.strictObject({
  bailleur: z.string().nullable(),
  epci: z.string().nullable(),
  communes: z.array(z.string()),
  quartiers: z.array(z.strictObject({ nom: z.string().nullable(), code_qp: z.string().nullable(), nombre_logements: z.int().nullable() })),
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
});

export const documentExportSchema = z.strictObject({
  fichier: z.string(),
  noms: z.array(z.string()),
  sha256: z.string().nullable(),
  pages: z.int().min(0).nullable(),
  statut: z.enum(['importe', 'rejete']),
  raison: raisonRejetSchema.nullable(),
  nature: natureDocumentSchema.nullable(),
  convention: conventionExportSchema.nullable(),
  programmes: z.array(programmeExportSchema),
  constats: z.array(constatExportSchema),
});

export const exportSchema = z.strictObject({ version: z.literal(1), documents: z.array(documentExportSchema) });

export type MontantExport = z.infer<typeof montantExportSchema>;
export type LigneExport = z.infer<typeof ligneExportSchema>;
export type TotalExport = z.infer<typeof totalExportSchema>;
export type ProgrammeExport = z.infer<typeof programmeExportSchema>;
export type ConstatExport = z.infer<typeof constatExportSchema>;
export type ConventionExport = z.infer<typeof conventionExportSchema>;
export type DocumentExport = z.infer<typeof documentExportSchema>;
export type Export = z.infer<typeof exportSchema>;
