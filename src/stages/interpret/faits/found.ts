import type { Fait, Sujet } from '../../../model/fait.ts';

/** What one sentence tells. */
export type Found = Partial<Pick<Fait, 'montant' | 'nombre' | 'date' | 'periode'>> & {
  readonly sujet: Sujet;
  readonly valeur: string;
  /** Where a sentence tells several things, the words that are about this one: they may name its quartier. */
  readonly about?: string;
  /** The words that say so, where they are not this sentence alone. */
  readonly phrase?: string;
};
