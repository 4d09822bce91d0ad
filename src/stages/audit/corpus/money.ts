import { Decimal } from 'decimal.js';
import type { LigneExport, ProgrammeExport } from '../../../model/contract.ts';
import { oneSpending, summable } from '../../../model/counted.ts';
import type { Rubrique } from '../../../model/vocabulary.ts';

/** The sum of a programme's amounts of some kinds, for its own years (not the history it also tells). */
export function sumOf(programme: ProgrammeExport, ...rubriques: readonly Rubrique[]): Decimal {
  return programme.lignes.reduce((all, ligne) => all.plus(lineSum(programme, ligne, ...rubriques)), new Decimal(0));
}

/** What a line spends, as one figure: its amounts of the first of these kinds that it states. */
export function lineSum(programme: ProgrammeExport, ligne: LigneExport, ...rubriques: readonly Rubrique[]): Decimal {
  const own = ligne.montants.filter(
    ({ periode }) => periode === null || programme.annee_debut === null || periode.debut >= programme.annee_debut,
  );
  return oneSpending(own.map(summable), ...rubriques).reduce((all, { of }) => all.plus(of.montant ?? 0), new Decimal(0));
}

/** What the programme spends for its own years: planned (with the surcoût of the ordinary), else total, valued, spent. */
export function spendingOf(programme: ProgrammeExport): Decimal {
  const kinds: readonly (readonly Rubrique[])[] = [['prevu', 'surcout'], ['total'], ['valorise'], ['realise']];
  return kinds.map((kind) => sumOf(programme, ...kind)).find((sum) => sum.greaterThan(0)) ?? new Decimal(0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Median absolute deviation, scaled so that it compares with a standard deviation. */
export function spread(values: readonly number[]): number {
  const centre = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)));
}
