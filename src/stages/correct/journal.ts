import type { Correction } from '../../model/correction.ts';
import { stableId } from '../../model/ids.ts';

/** The corrections that a later one cancels. A cancellation may be cancelled too: it counts no more, and what it cancelled is back. */
export function cancelled(corrections: readonly Correction[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { id, geste } of [...corrections].reverse()) if (geste.type === 'annuler' && !out.has(id)) out.add(geste.correction);
  return out;
}

/** Ids of the lines and amounts that a correction makes, by their rank in it: the same whenever the journal is applied. */
export function madeId(correction: Pick<Correction, 'id'>, sorte: 'ligne' | 'montant', rank: string): string {
  return stableId(correction.id, sorte, rank);
}

/** All ids that a correction may make. */
export function madeIds(correction: Correction): readonly string[] {
  const { geste } = correction;
  const lines = geste.type === 'ajouter_ligne' ? [geste.ligne] : geste.type === 'diviser_ligne' ? geste.parties : [];
  return lines.flatMap(({ montants }, line) => [
    madeId(correction, 'ligne', String(line)),
    ...montants.map((_, index) => madeId(correction, 'montant', `${String(line)}.${String(index)}`)),
  ]);
}
