import type { ConstatExport, DocumentExport, MontantExport } from '../../../model/contract.ts';
import type { Base, Gravite, Rubrique, StatutProgramme } from '../../../model/vocabulary.ts';

/** What the server answers, as the page reads it. Types only; the server checks that it gives just this. */

export interface AxeAnswer {
  readonly numero: number;
  readonly libelle: string;
  readonly actions: readonly { readonly code: string; readonly libelle: string }[];
}

export interface StateAnswer {
  readonly base: string;
  readonly version: string;
  readonly lecteur: string;
  readonly resume: {
    readonly documents: number;
    readonly rejetes: number;
    readonly lignes: number;
    readonly montants: number;
    readonly programmes: Readonly<Record<StatutProgramme, number>>;
  };
  readonly referentiel: readonly AxeAnswer[];
}

export interface QueueItemAnswer {
  readonly document: string;
  readonly fichier: string;
  readonly programme: string;
  readonly bailleur: string | null;
  readonly commune: string | null;
  readonly quartier: string | null;
  readonly annee_debut: number | null;
  readonly annee_fin: number | null;
  readonly statut: StatutProgramme;
  readonly page: number | null;
  readonly lignes: number;
  readonly montants_douteux: number;
  readonly totaux_en_ecart: number;
  readonly erreurs: number;
  readonly alertes: number;
  readonly corrections: number;
  readonly verifie: { readonly par: string; readonly date: string } | null;
  readonly secondes: number;
}

export interface QueueAnswer {
  readonly items: readonly QueueItemAnswer[];
  readonly nombre: number;
  readonly a_relire: number;
  readonly verifies: number;
  readonly secondes: number;
  readonly phrase: string;
}

export interface FindingAnswer extends ConstatExport {
  readonly document: string;
  readonly fichier: string;
}

export interface FindingsAnswer {
  readonly constats: readonly FindingAnswer[];
  readonly nombre: number;
  readonly codes: readonly { readonly code: string; readonly gravite: Gravite; readonly nombre: number }[];
}

export interface CorpusRowAnswer {
  readonly cle: string | null;
  readonly rubrique: Rubrique;
  readonly base: Base | null;
  readonly montant: string;
  readonly prouve: string;
  readonly montants: number;
  readonly programmes: number;
}

export interface CorpusAnswer {
  readonly lignes: readonly CorpusRowAnswer[];
  readonly programmes: number;
  readonly ecartes: number;
}

export interface DocumentAnswer {
  readonly document: DocumentExport;
  readonly version: number;
}

export interface PagesAnswer {
  readonly pages: readonly { readonly largeur: number; readonly hauteur: number }[] | null;
}

export interface LectureAnswer {
  readonly texte: string;
  readonly montant: MontantExport['montant'];
  readonly cout: number;
}

export interface LecturesAnswer {
  readonly lectures: Readonly<Record<string, readonly LectureAnswer[]>> | null;
}

export interface ImportAnswer {
  readonly etat: 'aucun' | 'en_cours' | 'termine' | 'interrompu' | 'refuse';
  readonly phrase: string;
  readonly total: number;
  readonly faits: number;
  readonly rejetes: readonly { readonly nom: string; readonly explication: string }[];
  readonly message: string | null;
}

export interface UploadAnswer {
  readonly nom: string;
  readonly taille: number;
}
