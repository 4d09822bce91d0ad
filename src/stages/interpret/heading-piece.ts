import type { Place } from '../../model/geometry.ts';

/** A piece of a heading: a printed line or a cell. */
export interface Piece {
  readonly text: string;
  readonly place: Place;
  readonly size: number;
  readonly bold: boolean;
  /** The whole text of a cell, which goes on nowhere else. */
  readonly whole?: true;
}

/** Lines of one text are of one type; of a scan they may be measured a little apart: none is smaller than this share of another. */
export const SAME_TYPE = 0.85;

export type Field = 'periode' | 'commune' | 'quartier' | 'codeQp' | 'bailleur' | 'siren' | 'logements';

/** A labelled value of a heading. */
export interface Fact {
  readonly field: Field;
  readonly value: string;
  readonly place: Place;
  /** Where its label stands, over the value: the heading begins there. */
  readonly over?: Place;
}
