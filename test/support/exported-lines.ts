import type { LigneExport, MontantExport } from '../../src/model/contract.ts';

/** An amount of 100 € as the export writes it, in what else a test says. */
export function montantExport(changes: Partial<MontantExport> & Pick<MontantExport, 'id'>): MontantExport {
  return {
    rubrique: 'prevu',
    colonne: '',
    periode: null,
    base: null,
    taxe: null,
    montant: '100.00',
    texte: '100 €',
    confiance: 0.9,
    preuves: [],
    corrige: null,
    page: 1,
    boite: [0, 0, 1, 1],
    ...changes,
  };
}

/** A line as the export writes it, in what else a test says. */
export function ligneExport(changes: Partial<LigneExport> & Pick<LigneExport, 'id' | 'montants'>): LigneExport {
  return {
    ordre: 1,
    section: null,
    axe_texte: null,
    action_texte: null,
    description: 'Nettoyage',
    calendrier: null,
    axe: 3,
    action: '3.1',
    confiance_action: 0.9,
    action_suggeree: null,
    taux: null,
    page: 1,
    boite: [0, 0, 1, 1],
    suites: [],
    ...changes,
  };
}
