import type { StatutProgramme, StatutTotal } from '../model/vocabulary.ts';

/** The words of the contract for what the sums say, as people read them. */
export const STATUTS_PROGRAMME: Readonly<Record<StatutProgramme, string>> = {
  reconcilie: 'réconcilié',
  ecart: 'en écart',
  a_relire: 'à relire',
  non_verifiable: 'non vérifiable',
};

export const STATUTS_TOTAL: Readonly<Record<StatutTotal, string>> = {
  conforme: 'conforme',
  ecart: 'en écart',
  non_verifiable: 'non vérifiable',
};
