import type { ConstatExport, CorrectionExport } from '../../model/contract.ts';
import type { Correction } from '../../model/correction.ts';
import type { EtatCorrection } from '../../model/vocabulary.ts';
import { constatsAfter, divergence, orphan } from './constats.ts';
import { aspectOf } from './describe.ts';
import { applyGeste } from './gestes.ts';
import { cancelled, madeIds } from './journal.ts';
import { Finder } from './reperes.ts';
import { decideStatut } from './statut.ts';
import { redoSums, touchSharedTotals } from './sums.ts';
import { idOf, WorkingCopy, type CorrectableDocument } from './working-copy.ts';

export type { CorrectableDocument } from './working-copy.ts';

/** A corrected document, and what else of its making the findings hang on. */
export interface CorrectedDocument<T extends CorrectableDocument> {
  readonly document: T;
  /** Ids of amounts and totals whose value a reader gave or confirmed. */
  readonly settled: ReadonlySet<string>;
}

/**
 * A reading as its journal changes it. Pure: `reading` stays as it is; the same journal always gives the same document.
 *
 * 1. See which corrections still count: a later one may cancel an earlier one. 2. Apply these in order, each where its target stands now; one that finds none is
 * an orphan, and said. 3. Redo the sums, the proofs and the statut of the programmes touched. Those that no correction touches stay as they were read.
 */
export function correct<T extends CorrectableDocument>(reading: T, corrections: readonly Correction[]): CorrectedDocument<T> {
  const copy = new WorkingCopy(reading);
  const finder = new Finder(copy);
  const out = cancelled(corrections);
  const known = new Set(corrections.map(({ id }) => id));
  const unmade = new Set(corrections.filter(({ id }) => out.has(id)).flatMap(madeIds));
  const latest = new Map<string, Correction>();
  const notes: ConstatExport[] = [];
  const journal = corrections.map((correction, index): CorrectionExport => {
    const numero = index + 1;
    const state = (etat: EtatCorrection, programme: string | null, cible: string): CorrectionExport =>
      exported(correction, numero, etat, programme, cible);
    const { cible, geste, reperes } = correction;
    if (out.has(correction.id) || unmade.has(cible.id)) return state('annulee', presentProgramme(copy, correction), cible.id);
    if (geste.type === 'annuler') {
      const there = finder.find(cible.sorte, cible.id, reperes);
      return state(
        known.has(geste.correction) ? 'appliquee' : 'orpheline',
        there?.programme.id ?? null,
        there === null ? cible.id : idOf(there),
      );
    }
    const { found } = applyGeste(copy, finder, correction);
    if (found === null) {
      notes.push(orphan(reading, correction, numero));
      return state('orpheline', null, cible.id);
    }
    const aspect = aspectOf(geste);
    if (aspect !== null) {
      const key = `${idOf(found)}|${aspect}`;
      const before = latest.get(key);
      if (before !== undefined && before.apres !== correction.avant && before.apres !== correction.apres)
        notes.push(divergence(reading, before, correction, found.programme.id));
      latest.set(key, correction);
    }
    return state('appliquee', found.programme.id, idOf(found));
  });
  const amounts = copy.amounts();
  touchSharedTotals(copy, amounts);
  for (const programme of copy.programmes) {
    if (!copy.touched.has(programme.id)) continue;
    redoSums(copy, programme, amounts);
    decideStatut(copy, programme);
  }
  const document = { ...reading, programmes: copy.programmes, corrections: journal, constats: [...constatsAfter(copy), ...notes] };
  return { document, settled: copy.settled };
}

function presentProgramme({ programmes }: WorkingCopy, { programme }: Correction): string | null {
  return programmes.some(({ id }) => id === programme) ? programme : null;
}

function exported(
  { id, geste, cible: { sorte }, avant, apres, par, date, motif }: Correction,
  numero: number,
  etat: EtatCorrection,
  programme: string | null,
  cible: string,
): CorrectionExport {
  return { id, numero, programme, geste: geste.type, cible_sorte: sorte, cible, avant, apres, par, date, motif, etat };
}
