import type { Transaction } from 'kysely';
import type { DocumentExport } from '../model/contract.ts';
import type { Correction } from '../model/correction.ts';
import { addCorrection, journalOf, keptReading, type DocumentToSave } from './corrections.ts';
import type { Store } from './open.ts';
import { readDocument } from './read.ts';
import type { Tables } from './tables.ts';
import { rewriteCorrected, writeReading, type Corrector } from './write.ts';

/** A document as a correction finds it. */
export interface JournalState {
  readonly journal: readonly Correction[];
  /** As read, before any correction. */
  readonly reading: DocumentToSave;
  /** The reading stands beside the document already, which has been corrected before. */
  readonly isKept: boolean;
  /** As corrected so far. */
  readonly current: DocumentExport;
}

/**
 * Adds to the journal of a document what `decide` makes of its present state, and writes the document as corrected by it: one transaction, in which nobody else
 * writes. `state` is `null` for a document that is not there. What `decide` throws undoes everything. Gives the document as corrected.
 */
export async function appendToJournal(
  store: Store,
  document: string,
  decide: (state: JournalState | null, trx: Transaction<Tables>) => Promise<Correction>,
  correct: Corrector,
): Promise<DocumentExport> {
  return store.db.transaction().execute(async (trx) => {
    // The first statement writes: from here on no other process does, so that the state read is the state corrected.
    const { numUpdatedRows } = await trx
      .updateTable('documents')
      .set(({ ref }) => ({ lu_par: ref('lu_par') }))
      .where('id', '=', document)
      .executeTakeFirst();
    const state = numUpdatedRows === 0n ? null : await stateOf(trx, store, document);
    await addCorrection(trx, await decide(state, trx));
    if (state === null) throw new Error('a correction was decided for a document that is not there');
    if (state.isKept) await rewriteCorrected(trx, document, state.reading, correct, state.current);
    else await writeReading(trx, document, state.reading, correct);
    return readDocument(trx, store.connection, document);
  });
}

async function stateOf(trx: Transaction<Tables>, store: Store, document: string): Promise<JournalState> {
  const current = await readDocument(trx, store.connection, document);
  const journal = await journalOf(trx, document);
  const kept = await keptReading(trx, document);
  if (kept !== null) return { journal, reading: kept, isKept: true, current };
  const { fichier: _fichier, noms: _noms, ...reading } = current;
  return { journal, reading: { ...reading, corrections: [] }, isKept: false, current };
}

/** Applies the journal of a document anew: it was brought in from elsewhere. */
export async function applyJournal(store: Store, document: string, correct: Corrector): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const { reading } = await stateOf(trx, store, document);
    await writeReading(trx, document, reading, correct);
  });
}
