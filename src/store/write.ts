import type { Transaction } from 'kysely';
import type { DocumentExport, ProgrammeExport } from '../model/contract.ts';
import type { Correction } from '../model/correction.ts';
import { leftOut } from '../model/counted.ts';
import type { Precision } from '../model/vocabulary.ts';
import { journalOf, keepReading, type DocumentToSave } from './corrections.ts';
import { addName, rememberFile, type ReadFile } from './files.ts';
import { insertAll } from './insert-all.ts';
import { amountRow, constatRow, doubtRows, edges, etatRow, factRow, lineRow, programmeRow, proofRows, termRows, totalRow } from './rows.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';
import { isOfSameShape, writeChanges } from './write-changes.ts';

export type { DocumentToSave } from './corrections.ts';

/** What an import notes of a document beside what it says. */
export interface Marks {
  /** The state of the stages that had a say in it, for telling a reading that a newer version would make otherwise. */
  readonly etapes?: string;
  /** What a rejection says beyond its reason. */
  readonly precision?: Precision | null;
  /** Applies the document's journal, if it has one, to what was read; without it the journal waits. */
  readonly correct?: Corrector;
}

/** What applies journals, and its mark among the stages that made a document. */
export interface Corrector {
  readonly mark: string;
  /** A reading as its journal changes it. */
  apply(reading: DocumentToSave, corrections: readonly Correction[]): DocumentToSave;
}

/** Leaves journals for later. */
const NO_CORRECTOR: Corrector = { mark: '', apply: (reading) => reading };

/**
 * Writes one document and all that was read in it, in one transaction. An earlier reading under the same `id` is replaced; the names and files
 * it is known by stay. Rejected documents that no file leads to any more (the file was copied again, intact) are removed with it.
 *
 * @param lu_par the product and version that read it, for telling old readings from new ones.
 */
export async function saveDocument(
  store: Store,
  id: string,
  document: DocumentToSave,
  file: ReadFile,
  lu_par: string,
  { etapes = '', precision = null, correct = NO_CORRECTOR }: Marks = {},
): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const { sha256, pages, statut, raison, nature } = document;
    const columns = { sha256, pages, statut, raison, nature, lu_par, etapes: etapes === '' ? null : etapes, precision };
    await trx
      .insertInto('documents')
      .values({ id, fichier: file.nom, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await writeReading(trx, id, document, correct);
    await addName(trx, id, file.nom);
    await rememberFile(trx, id, file);
  });
}

/** What a document says, in place of what it said: its journal is applied, and the reading kept beside where there is one. */
export async function writeReading(trx: Transaction<Tables>, id: string, reading: DocumentToSave, correct: Corrector): Promise<void> {
  const corrections = await journalOf(trx, id);
  await trx.deleteFrom('lectures').where('document', '=', id).execute();
  if (corrections.length > 0) await keepReading(trx, id, reading);
  const document = corrections.length === 0 ? reading : correct.apply(reading, corrections);
  if (corrections.length > 0) await markCorrected(trx, id, correct.mark);
  await writeAnew(trx, id, document);
}

/** As {@link writeReading} of a reading that is kept beside already, where the database holds what `before` says: only what differs is written. */
export async function rewriteCorrected(
  trx: Transaction<Tables>,
  id: string,
  reading: DocumentToSave,
  correct: Corrector,
  before: DocumentToSave,
): Promise<void> {
  const document = correct.apply(reading, await journalOf(trx, id));
  await markCorrected(trx, id, correct.mark);
  if (isOfSameShape(before, document)) {
    await writeChanges(trx, id, before.programmes, document.programmes);
    await writeNotes(trx, id, document);
  } else await writeAnew(trx, id, document);
}

async function writeAnew(trx: Transaction<Tables>, id: string, document: DocumentToSave): Promise<void> {
  await trx.deleteFrom('conventions').where('document', '=', id).execute();
  await trx.deleteFrom('constats').where('document', '=', id).execute();
  await trx.deleteFrom('faits').where('document', '=', id).execute();
  await trx.deleteFrom('programmes').where('document', '=', id).execute();
  await insertConvention(trx, id, document.convention);
  await insertProgrammes(trx, id, document.programmes);
  await insertAll(
    trx,
    'faits',
    document.faits.map((fait, rang) => factRow(id, rang, fait)),
  );
  await writeNotes(trx, id, document);
}

/** What is said of the document: its findings, and what became of its corrections. */
async function writeNotes(trx: Transaction<Tables>, id: string, { constats, corrections }: DocumentToSave): Promise<void> {
  await trx.deleteFrom('constats').where('document', '=', id).execute();
  await trx.deleteFrom('corrections_etats').where('document', '=', id).execute();
  await insertAll(
    trx,
    'constats',
    constats.map((constat, rang) => constatRow(id, rang, constat)),
  );
  await insertAll(
    trx,
    'corrections_etats',
    corrections.map((correction) => etatRow(id, correction)),
  );
}

/** The stage that corrected a document is one of those that made it: when it changes, the next import makes the document again. */
async function markCorrected(trx: Transaction<Tables>, id: string, mark: string): Promise<void> {
  const { etapes } = await trx.selectFrom('documents').select('etapes').where('id', '=', id).executeTakeFirstOrThrow();
  if (etapes === null || mark === '') return;
  const [name = ''] = mark.split(':');
  const others = etapes.split(' ').filter((stage) => !stage.startsWith(`${name}:`));
  await trx
    .updateTable('documents')
    .set({ etapes: [...others, mark].join(' ') })
    .where('id', '=', id)
    .execute();
}

async function insertConvention(trx: Transaction<Tables>, document: string, convention: DocumentExport['convention']): Promise<void> {
  if (convention === null) return;
  const { communes, quartiers, ...columns } = convention;
  await trx
    .insertInto('conventions')
    .values({ document, ...columns })
    .execute();
  await insertAll(
    trx,
    'convention_communes',
    communes.map((nom, rang) => ({ document, rang, nom })),
  );
  await insertAll(
    trx,
    'convention_quartiers',
    quartiers.map((quartier, rang) => ({ document, rang, ...quartier })),
  );
}

async function insertProgrammes(trx: Transaction<Tables>, document: string, programmes: readonly ProgrammeExport[]): Promise<void> {
  const lines = programmes.flatMap(({ id, lignes }) => lignes.map((ligne, rang) => ({ programme: id, rang, ligne })));
  const amounts = lines.flatMap(({ ligne }) => ligne.montants.map((montant, rang) => ({ ligne: ligne.id, rang, montant })));
  const horsSomme = new Map(programmes.flatMap((programme) => [...leftOut(programme)]));
  const totals = programmes.flatMap(({ id, totaux }) => totaux.map((total, rang) => ({ programme: id, rang, total })));
  await insertAll(
    trx,
    'programmes',
    programmes.map((programme, rang) => programmeRow(document, rang, programme)),
  );
  await insertAll(
    trx,
    'programme_pages',
    programmes.flatMap(({ id, pages }) => pages.map((page, rang) => ({ programme: id, rang, page }))),
  );
  await insertAll(
    trx,
    'lignes',
    lines.map(({ programme, rang, ligne }) => lineRow(programme, rang, ligne)),
  );
  await insertAll(
    trx,
    'suites',
    lines.flatMap(({ ligne }) => ligne.suites.map(({ page, boite }, rang) => ({ ligne: ligne.id, rang, page, ...edges(boite) }))),
  );
  await insertAll(
    trx,
    'totaux',
    totals.map(({ programme, rang, total }) => totalRow(programme, rang, total)),
  );
  await insertAll(
    trx,
    'montants',
    amounts.map(({ ligne, rang, montant }) => amountRow(ligne, rang, montant, horsSomme)),
  );
  await insertAll(trx, 'doutes', programmes.flatMap(doubtRows));
  await insertAll(
    trx,
    'termes',
    totals.flatMap(({ total }) => termRows(total)),
  );
  await insertAll(
    trx,
    'preuves',
    amounts.flatMap(({ montant }) => proofRows(montant)),
  );
}
