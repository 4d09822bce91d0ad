import { z } from 'zod';
import { documentExportSchema, exportSchema } from '../../model/contract.ts';

/** JSON Schema (2020-12) of the export: what `tfpb export --format json` prints, and one line of `--format jsonl`. Generated from the contract itself. */

const DESCRIPTION =
  "Programmes d'actions TFPB des bailleurs sociaux, tels que lus par tfpb. Les montants sont des nombres décimaux exacts en euros, écrits comme du texte ; les boîtes " +
  '[x0, y0, x1, y1] sont en points (1/72 de pouce) depuis le coin en haut à gauche de la page.';

export const DATASET_SCHEMA: Readonly<Record<string, unknown>> = {
  title: "Programmes d'actions TFPB",
  description: DESCRIPTION,
  ...z.toJSONSchema(exportSchema),
};

export const DOCUMENT_SCHEMA: Readonly<Record<string, unknown>> = {
  title: "Un document de programmes d'actions TFPB",
  description: DESCRIPTION,
  ...z.toJSONSchema(documentExportSchema),
};

/** As it is kept in files: two spaces, a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
