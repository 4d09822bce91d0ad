import type { DocumentExport } from '../src/model/contract.ts';
import type { Correction, Demande } from '../src/model/correction.ts';
import type { Store } from '../src/store/open.ts';

/** A document as its corrections change it: without the names, which only the store knows. */
export type CorrectableDocument = Omit<DocumentExport, 'fichier' | 'noms'>;

/** Why a correction was not accepted. */
export type RefusCode =
  /** Somebody else corrected the document in between: read it again, then decide. */
  | 'document_change'
  | 'document_inconnu'
  | 'cible_inconnue'
  /** The geste does not go with its target, or names something that is not there. */
  | 'geste_refuse'
  /** The document was read by a version that did not note what totals sum: import it again first. */
  | 'sommes_inconnues';

/** A correction that was not accepted; nothing was written. The message is French and says what to do. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused';
  constructor(
    readonly code: RefusCode,
    message: string,
    /** The present version of the document. */
    readonly version: number,
  ) {
    super(message);
  }
}

export interface Corrected {
  readonly correction: Correction;
  /** The document's version now: what the next correction must expect. */
  readonly version: number;
  /** The document as corrected. */
  readonly document: DocumentExport;
}

/**
 * A reading as its journal changes it: pure. `document` is the reading, never a document corrected before; `corrections` are all of its journal, in order.
 * Amounts, totals, proofs, statuts and constats are consistent afterwards; `document.corrections` says what became of each correction.
 */
export function applyCorrections<T extends CorrectableDocument>(document: T, corrections: readonly Correction[]): T {
  if (corrections.length === 0) return document;
  throw new Error('not yet');
}

/** The journal of one document (its SHA-256), or of all of them: by document, then date. */
export async function listCorrections(_store: Store, _document?: string): Promise<readonly Correction[]> {
  return Promise.reject(new Error('not yet'));
}

/** The version of a document: the length of its journal. 0 for a document without corrections. */
export async function documentVersion(_store: Store, _document: string): Promise<number> {
  return Promise.reject(new Error('not yet'));
}

/**
 * Adds a correction to the journal of a document and corrects the document in the database, in one transaction. Throws {@link CorrectionRefused} when the
 * document is not of the `expected` version any more, or when the geste cannot be applied.
 *
 * @param par who corrects, as the journal shows it.
 */
export async function appendCorrection(
  _store: Store,
  _document: string,
  _demande: Demande,
  _by: { readonly par: string; readonly expected: number; readonly now: Date },
): Promise<Corrected> {
  return Promise.reject(new Error('not yet'));
}
