import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import type { DocumentExport } from '../src/model/contract.ts';
import type { Correction, Demande } from '../src/model/correction.ts';
import { correct } from '../src/stages/correct/correct.ts';
import { prepare, type Prepared } from '../src/stages/correct/demand.ts';
import { appendToJournal, applyJournal, type JournalState } from '../src/store/append-correction.ts';
import { allJournals, journalOf, pendingDocuments } from '../src/store/corrections.ts';
import type { Store } from '../src/store/open.ts';
import type { CorrectableDocument } from './correct-document.ts';
import { corrector } from './corrector.ts';
import { knowledge } from './knowledge.ts';
import { learn } from './learn.ts';

export { applyCorrections, type CorrectableDocument } from './correct-document.ts';

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

/** The journal of one document (its SHA-256), or of all of them: by document, then date. */
export async function listCorrections(store: Store, document?: string): Promise<readonly Correction[]> {
  return document === undefined ? allJournals(store) : journalOf(store.db, document);
}

/** The version of a document: the length of its journal. 0 for a document without corrections. */
export async function documentVersion(store: Store, document: string): Promise<number> {
  return (await journalOf(store.db, document)).length;
}

/** Who corrects, and what of the document they saw. */
export interface CorrectedBy {
  /** As the journal shows it. */
  readonly par: string;
  /** The version of the document that the reader saw. */
  readonly expected: number;
  readonly now: Date;
}

/**
 * Adds a correction to the journal of a document and corrects the document in the database, in one transaction. Where the référentiel files a line is learned: the
 * next import files the same text the same way. Throws {@link CorrectionRefused} when the document is not of the `expected` version any more, or when the geste
 * cannot be applied.
 */
export async function appendCorrection(store: Store, document: string, demande: Demande, by: CorrectedBy): Promise<Corrected> {
  let added: Correction | null = null;
  const corrected = await appendToJournal(
    store,
    document,
    async (state, trx) => {
      if (state === null || state.current.statut === 'rejete')
        throw new CorrectionRefused('document_inconnu', "Ce document n'est pas dans la base, ou n'a pas pu être lu.", 0);
      const correction = correctionFor(state, document, demande, by);
      await learn(trx, state, correction);
      added = correction;
      return correction;
    },
    corrector(),
  );
  if (added === null) throw new Error('no correction was added');
  return { correction: added, version: by.expected + 1, document: corrected };
}

function correctionFor({ journal, reading, current }: JournalState, document: string, demande: Demande, by: CorrectedBy): Correction {
  const version = journal.length;
  if (version !== by.expected) {
    const last = journal.at(-1)?.par ?? '';
    const message = `Le document a été corrigé entre-temps (en dernier par ${last}) : il est montré à nouveau, rien n'a été écrasé.`;
    throw new CorrectionRefused('document_change', message, version);
  }
  if (!knowsItsSums(reading))
    throw new CorrectionRefused(
      'sommes_inconnues',
      'Ce document a été lu par une version de tfpb qui ne notait pas ce que les totaux additionnent. Importez-le de nouveau, puis corrigez-le.',
      version,
    );
  const prepared = prepare(current, journal, withCodeInsee(demande, current));
  if ('code' in prepared) throw new CorrectionRefused(prepared.code, prepared.message, version);
  const correction = entry(prepared, document, by, journal.at(-1)?.date ?? null);
  const after = correct(reading, [...journal, correction]).document.corrections.at(-1);
  if (after?.etat !== 'appliquee')
    throw new CorrectionRefused('geste_refuse', "Cette correction ne peut pas s'appliquer à ce document.", version);
  return correction;
}

/** Dates give the order of a journal: each is later than the one before, even where clocks are not. */
function entry({ demande, ...change }: Prepared, document: string, { par, now }: CorrectedBy, last: string | null): Correction {
  const time = last === null ? now.getTime() : Math.max(now.getTime(), Date.parse(last) + 1);
  return { ...demande, ...change, reperes: [...change.reperes], id: randomUUID(), document, par, date: new Date(time).toISOString() };
}

/** Whether what totals sum, as it was noted, gives what they were recomputed to. */
function knowsItsSums({ programmes }: CorrectableDocument): boolean {
  const lignes = programmes.flatMap((programme) => programme.lignes);
  const amounts = new Map(lignes.flatMap(({ montants }) => montants.map(({ id, montant }) => [id, montant] as const)));
  return programmes.every(({ totaux }) =>
    totaux.every(
      ({ termes, recalcule }) =>
        recalcule === null || termes.reduce((sum, id) => sum.plus(amounts.get(id) ?? 0), new Decimal(0)).equals(recalcule),
    ),
  );
}

/** A town that a reader names gets its official name and code, as one that is read does. */
function withCodeInsee(demande: Demande, { programmes }: DocumentExport): Demande {
  const { geste, cible } = demande;
  if (
    geste.type !== 'corriger_entete' ||
    geste.valeurs.commune === undefined ||
    geste.valeurs.commune === null ||
    'code_insee' in geste.valeurs
  )
    return demande;
  const programme = programmes.find(({ id }) => id === cible.id);
  const codeQp = geste.valeurs.code_qp ?? programme?.code_qp ?? null;
  const found = knowledge.commune(geste.valeurs.commune, codeQp === null ? null : knowledge.departementOfCodeQp(codeQp));
  if (found === null) return demande;
  return { ...demande, geste: { ...geste, valeurs: { ...geste.valeurs, commune: found.nom, code_insee: found.codeInsee } } };
}

/** Applies the journals that came from elsewhere and were not applied yet. Gives how many documents that were. */
export async function applyPendingJournals(store: Store): Promise<number> {
  const documents = await pendingDocuments(store);
  for (const document of documents) await applyJournal(store, document, corrector());
  return documents.length;
}
