import { z } from 'zod';
import { boiteSchema } from './contract.ts';
import { explicationSchema } from './explication.ts';
import { raisonRejetSchema } from './vocabulary.ts';

/** What `tfpb tables --format json` prints: every table as read, programme or not. Rows, columns and tables count from 0, pages from 1. */

export const celluleSchema = z.strictObject({
  ligne: z.int().min(0),
  colonne: z.int().min(0),
  etendue_lignes: z.int().min(1),
  etendue_colonnes: z.int().min(1),
  texte: z.string(),
  boite: boiteSchema,
  confiance: z.number().min(0).max(1),
});

export const tableSchema = z.strictObject({
  boite: boiteSchema,
  lignes: z.int().min(0),
  colonnes: z.int().min(0),
  /** The part this one goes on from. */
  suite_de: z.strictObject({ page: z.int().min(1), table: z.int().min(0) }).nullable(),
  cellules: z.array(celluleSchema),
});

export const pageTablesSchema = z.strictObject({
  page: z.int().min(1),
  largeur: z.number(),
  hauteur: z.number(),
  source: z.enum(['texte', 'ocr', 'mixte']),
  tables: z.array(tableSchema),
});

/** `raison` is set, and `pages` empty, when the file could not be read. */
export const fichierTablesSchema = z.strictObject({
  fichier: z.string(),
  raison: raisonRejetSchema.nullable(),
  pages: z.array(pageTablesSchema),
  /** How it was understood, where that was asked for (`--expliquer`). */
  explication: explicationSchema.optional(),
});

export type PageTables = z.infer<typeof pageTablesSchema>;
export type FichierTables = z.infer<typeof fichierTablesSchema>;
