import type { StatutProgramme } from '../src/model/vocabulary.ts';
import type { Store } from '../src/store/open.ts';

/** What of the queue to show. Absent: everything that needs an eye. */
export interface QueueFilter {
  readonly statut?: readonly StatutProgramme[];
  /** Words of the landlord's, town's, quartier's or file's name, whatever case and accents. */
  readonly texte?: string;
  readonly bailleur?: string;
  readonly commune?: string;
  readonly annee?: number;
  /** Also programmes that need no eye any more: checked, or reconciled without doubt. */
  readonly tout?: boolean;
  /** Page of the list. Default: from 0, 100 of them. */
  readonly debut?: number;
  readonly limite?: number;
}

/** A programme that needs an eye, and why. */
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
  /** Of those, how many were checked by a reader, whatever `tout` says: the progress. */
  readonly verifies: number;
  readonly secondes: number;
  /** « 412 à relire, environ 3 h ». */
  readonly phrase: string;
}

/** What needs an eye, worst first, with how long it may take. */
export async function reviewQueue(_store: Store, _filter: QueueFilter = {}): Promise<ReviewQueue> {
  return Promise.reject(new Error('not yet'));
}
