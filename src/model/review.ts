import type { Base, Rubrique, StatutProgramme, Taxe } from './vocabulary.ts';

/** A programme that needs an eye, and why. What stands here is what the review page is told: the recipes make it, the page shows it. */
export interface QueueItem {
  readonly document: string;
  readonly fichier: string;
  readonly programme: string;
  readonly bailleur: string | null;
  readonly commune: string | null;
  readonly quartier: string | null;
  readonly annee_debut: number | null;
  readonly annee_fin: number | null;
  readonly statut: StatutProgramme;
  /** Codes of what makes the reading doubtful. */
  readonly doutes: readonly string[];
  /** Its first page. */
  readonly page: number | null;
  readonly lignes: number;
  readonly montants: number;
  /** Amounts below the confidence that may be used unseen, and not settled by a reader. */
  readonly montants_douteux: number;
  readonly totaux_en_ecart: number;
  readonly erreurs: number;
  readonly alertes: number;
  /** How many corrections its journal holds. */
  readonly corrections: number;
  readonly verifie: { readonly par: string; readonly date: string } | null;
  /** How long a reader may need, in seconds. */
  readonly secondes: number;
}

export interface ReviewQueue {
  /** Worst first. */
  readonly items: readonly QueueItem[];
  /** Programmes that the filter takes, beyond the page of the list. */
  readonly nombre: number;
  /** Programmes that the filter takes and that need an eye. */
  readonly a_relire: number;
  /** Programmes that the filter takes and a reader has checked, whatever `tout` says: the progress. */
  readonly verifies: number;
  readonly secondes: number;
  /** « 412 à relire, environ 3 h ». */
  readonly phrase: string;
}

/** One row: amounts that may be added up (same rubrique, same base, same tax), of one axe, year, bailleur or commune. `cle` is `null` where the documents do not say. */
export interface CorpusRow {
  readonly cle: string | null;
  readonly rubrique: Rubrique;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
  readonly montant: string;
  readonly prouve: string;
  readonly montants: number;
  readonly programmes: number;
}

export interface Corpus {
  readonly lignes: readonly CorpusRow[];
  readonly programmes: number;
  /** Programmes left out because another file of the base holds the same one. */
  readonly ecartes: number;
  /** How many amounts of these programmes no sum counts, and why; `null` where all are counted. */
  readonly hors_somme: string | null;
}

/** How an import started from the page stands. `phrase` is what the command shows on its line. */
export interface ImportState {
  readonly etat: 'aucun' | 'en_cours' | 'termine' | 'interrompu' | 'refuse';
  readonly phrase: string;
  readonly total: number;
  readonly faits: number;
  readonly rejetes: readonly { readonly nom: string; readonly explication: string }[];
  /** Why it could not be done (another import holds the base). */
  readonly message: string | null;
}
