import { LEFT, rows, type Row, type TableSpec } from '../support/grids.ts';

/** Parts of an invented programme, for tests that need a whole document. */

export const TITLE = 'Programme d’actions TFPB';
export const HEADER: Row = ['Axe', 'Action', 'Description', 'Dépense prévisionnelle'];
export const HALLS: Row = ['Sur-entretien', 'Effacement de tags et graffitis', 'Peinture des halls', '800 €'];
export const PARKINGS: Row = ['Sur-entretien', 'Renforcement nettoyage', 'Lavage des parkings', '700 €'];
export const RONDES: Row = ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Rondes de nuit', '600 €'];
export const CAMERAS: Row = ['Tranquillité résidentielle', 'Vidéosurveillance (fonctionnement)', 'Trois caméras', '400 €'];

/** A row that spans the labels and states one amount. */
export function total(label: string, amount: string): Row {
  return [label, LEFT, LEFT, amount];
}

export function title(text: string): Row {
  return [{ text, bold: true }, LEFT, LEFT, LEFT];
}

export function actions(...content: readonly Row[]): TableSpec {
  return rows(HEADER, ...content);
}
