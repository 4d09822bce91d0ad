import { z } from 'zod';
import { conventionExportSchema, montantStringSchema } from '../../src/model/contract.ts';
import {
  baseSchema,
  graviteSchema,
  natureDocumentSchema,
  natureProgrammeSchema,
  periodeSchema,
  porteeSchema,
  rubriqueSchema,
  sectionSchema,
  statutProgrammeSchema,
  statutTotalSchema,
  taxeSchema,
} from '../../src/model/vocabulary.ts';

/**
 * The truth about one sample, in the shape of the export less what a person cannot write down: ids, boxes, confidences, proofs.
 *
 * - `montants` lists the cells of a line where something is printed, `-` included (its `montant` is null); blank cells are left out.
 * - `colonne` is the lowest heading of the column; the export may put the headings above it in front.
 * - `libelle` of a total may be a list: the page prints that total under each of these names. `null`: no name at all.
 * - `colonne` and `rubrique` of a total are null where it sums several columns.
 * - `totaux_toleres` are printed figures that may be told apart as totals of their own, or may be left out as repetitions.
 */

const texteSchema = z.string().min(1);
const pageSchema = z.int().min(1);

export const montantAttenduSchema = z.strictObject({
  rubrique: rubriqueSchema,
  colonne: texteSchema,
  periode: periodeSchema.nullable(),
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  montant: montantStringSchema.nullable(),
  texte: texteSchema,
  page: pageSchema,
});

export const ligneAttendueSchema = z.strictObject({
  ordre: z.int().min(1),
  section: sectionSchema.nullable(),
  axe_texte: texteSchema.nullable(),
  action_texte: texteSchema.nullable(),
  description: texteSchema.nullable(),
  calendrier: texteSchema.nullable(),
  axe: z.int().min(1).max(8).nullable(),
  action: z.string().nullable(),
  action_suggeree: z.string().nullable(),
  taux: z.string().nullable(),
  page: pageSchema,
  montants: z.array(montantAttenduSchema),
});

export const totalAttenduSchema = z.strictObject({
  portee: porteeSchema,
  cle: z.string().nullable(),
  libelle: z.union([texteSchema, z.array(texteSchema).min(2)]).nullable(),
  colonne: texteSchema.nullable(),
  rubrique: rubriqueSchema.nullable(),
  periode: periodeSchema.nullable(),
  declare: montantStringSchema,
  recalcule: montantStringSchema.nullable(),
  ecart: montantStringSchema.nullable(),
  statut: statutTotalSchema,
  page: pageSchema,
});

export const programmeAttenduSchema = z.strictObject({
  nature: natureProgrammeSchema,
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
  commune: texteSchema.nullable(),
  code_insee: z.string().nullable(),
  quartier: texteSchema.nullable(),
  code_qp: z.string().nullable(),
  bailleur: texteSchema.nullable(),
  siren: z.string().nullable(),
  nombre_logements: z.int().nullable(),
  pages: z.array(pageSchema),
  lignes: z.array(ligneAttendueSchema),
  totaux: z.array(totalAttenduSchema),
  totaux_toleres: z.array(totalAttenduSchema),
  statut: statutProgrammeSchema,
});

export const documentAttenduSchema = z.strictObject({
  fichier: texteSchema,
  pages: z.int().min(1),
  statut: z.literal('importe'),
  nature: natureDocumentSchema,
  convention: conventionExportSchema.nullable(),
  programmes: z.array(programmeAttenduSchema),
  /** Only those of gravity `erreur`: what else an auditor may be told is not pinned down here. */
  constats: z.array(z.strictObject({ code: texteSchema, gravite: graviteSchema, page: pageSchema })),
});

export type MontantAttendu = z.infer<typeof montantAttenduSchema>;
export type LigneAttendue = z.infer<typeof ligneAttendueSchema>;
export type TotalAttendu = z.infer<typeof totalAttenduSchema>;
export type ProgrammeAttendu = z.infer<typeof programmeAttenduSchema>;
export type DocumentAttendu = z.infer<typeof documentAttenduSchema>;
