import { randomUUID } from 'node:crypto';
import type { DocumentExport, LigneExport, MontantExport, ProgrammeExport } from '../../src/model/contract.ts';
import type { Correction, Demande, Geste } from '../../src/model/correction.ts';
import type { ProgrammeDraft } from '../../src/model/draft.ts';
import { applyCorrections } from '../../pipelines/correct-document.ts';
import { prepare } from '../../src/stages/correct/demand.ts';
import { decide } from '../support/programmes.ts';
import { exported } from '../support/published.ts';

/** Documents as they are published, and journals as a reader's page makes them, without a database. */

export function documentOf(...programmes: readonly ProgrammeDraft[]): DocumentExport {
  return exported(decide(...programmes));
}

export function only<T>(values: readonly T[]): T {
  const [value] = values;
  if (value === undefined) throw new Error('none');
  return value;
}

export function amountsOf(programme: ProgrammeExport): readonly MontantExport[] {
  return programme.lignes.flatMap(({ montants }) => montants);
}

export function linesOf({ programmes }: DocumentExport): readonly LigneExport[] {
  return programmes.flatMap(({ lignes }) => lignes);
}

let clock = Date.parse('2026-11-28T10:00:00.000Z');

/** The next entry of a journal, looked through as the database does. Throws what the reader is told when it is refused. */
export function entryOf(reading: DocumentExport, journal: readonly Correction[], demande: Omit<Demande, 'motif'>, par = 'Léa'): Correction {
  const current = applyCorrections(reading, journal);
  const prepared = prepare(current, journal, { motif: null, ...demande });
  if ('code' in prepared) throw new Error(prepared.message);
  const { demande: asked, ...change } = prepared;
  clock += 1000;
  return {
    ...asked,
    ...change,
    reperes: [...change.reperes],
    id: randomUUID(),
    document: reading.sha256 ?? '',
    par,
    date: new Date(clock).toISOString(),
  };
}

/** A journal of several demands, each made on what the ones before left. */
export function journalOf(reading: DocumentExport, ...demandes: readonly Omit<Demande, 'motif'>[]): readonly Correction[] {
  return demandes.reduce<readonly Correction[]>((journal, demande) => [...journal, entryOf(reading, journal, demande)], []);
}

export function corrected(reading: DocumentExport, ...demandes: readonly Omit<Demande, 'motif'>[]): DocumentExport {
  return applyCorrections(reading, journalOf(reading, ...demandes));
}

export function setAmount(id: string, montant: string | null): Omit<Demande, 'motif'> {
  return { cible: { sorte: 'montant', id }, geste: { type: 'corriger_montant', montant } };
}

export function onLine(id: string, geste: Geste): Omit<Demande, 'motif'> {
  return { cible: { sorte: 'ligne', id }, geste };
}

export function check(programme: ProgrammeExport, verifie = true): Omit<Demande, 'motif'> {
  return { cible: { sorte: 'programme', id: programme.id }, geste: { type: 'verifier', verifie } };
}

export function undo(correction: Correction): Omit<Demande, 'motif'> {
  return { cible: correction.cible, geste: { type: 'annuler', correction: correction.id } };
}
