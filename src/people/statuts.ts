import type { Rubrique, StatutProgramme, StatutTotal } from '../model/vocabulary.ts';

/** The words of the contract for what the sums say and what an amount is, as people read them. */
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

export const RUBRIQUES: Readonly<Record<Rubrique, string>> = {
  prevu: 'prévu',
  total: 'total',
  valorise: 'valorisé',
  realise: 'réalisé',
  reporte: 'reporté',
  surcout: 'surcoût',
  abattement: 'abattement',
  autre: 'autre',
};
