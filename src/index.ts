/**
 * tfpb as a library: the same pipelines as the command.
 *
 * @example
 * ```ts
 * import { exportDocuments, importDocuments } from 'tfpb';
 *
 * const report = await importDocuments({ paths: ['programmes/'], base: 'programmes.sqlite' });
 * console.log(`${report.lus} fichiers lus, ${report.rejetes} rejetés`);
 *
 * for await (const document of exportDocuments({ base: 'programmes.sqlite' })) {
 *   for (const programme of document.programmes) console.log(programme.commune, programme.statut);
 * }
 * ```
 *
 * @example Reading bytes, without a database. Throws `DocumentRejected` when they cannot be read; runs in this process.
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { createHash } from 'node:crypto';
 * import { readDocument } from 'tfpb';
 *
 * const bytes = await readFile('lens-2023.pdf');
 * const sha256 = createHash('sha256').update(bytes).digest('hex');
 * const { programmes } = await readDocument(bytes, { maxPages: 500, sha256 });
 * console.log(programmes.length);
 * ```
 */
export {
  exportDocuments,
  exportText,
  writeExport,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportSource,
  type Filter,
  type FolderExport,
  type Profile,
} from '../pipelines/export-dataset.ts';
export { importDocuments } from '../pipelines/import-documents.ts';
export type { ImportEvent, ImportOptions, ImportReport } from '../pipelines/import-options.ts';
export { readDocument, type DocumentRead } from '../pipelines/read-document.ts';
export {
  exportSchema,
  type ConstatExport,
  type ConventionExport,
  type DocumentExport,
  type Export,
  type LigneExport,
  type MontantExport,
  type ProgrammeExport,
  type TotalExport,
} from './model/contract.ts';
export { CommandError, DocumentRejected, EXIT, RAISONS, type ExitCode } from './model/errors.ts';
export type {
  Gravite,
  NatureDocument,
  NatureProgramme,
  Periode,
  Portee,
  RaisonRejet,
  Rubrique,
  Section,
  StatutProgramme,
  StatutTotal,
} from './model/vocabulary.ts';
