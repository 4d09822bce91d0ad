import type { ConstatExport, DocumentExport, MontantExport } from '../../../model/contract.ts';
import type { Gravite, StatutProgramme } from '../../../model/vocabulary.ts';

/** What the server answers beside what `src/model/review.ts` describes, as the page reads it. Types only; the server checks that it gives just this. */

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

export interface FindingAnswer extends ConstatExport {
  readonly document: string;
  readonly fichier: string;
}

export interface FindingsAnswer {
  readonly constats: readonly FindingAnswer[];
  readonly nombre: number;
  readonly codes: readonly { readonly code: string; readonly gravite: Gravite; readonly nombre: number }[];
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

export interface UploadAnswer {
  readonly nom: string;
  readonly taille: number;
}
