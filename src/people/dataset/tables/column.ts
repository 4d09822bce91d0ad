import type { Source } from '../../../model/field.ts';

/**
 * What a cell of a table may hold. `montant`: an exact decimal in euros, as the contract writes it (`"500.00"`); `nombre`: a real number; `liste`: a JSON
 * array written as text.
 */
export type CellType = 'texte' | 'entier' | 'nombre' | 'montant' | 'liste';

/** A value of a table: amounts and lists are text, empty is `null`. */
export type Cell = string | number | null;

/** One column of a table of the dataset. */
export interface Column {
  readonly nom: string;
  readonly type: CellType;
  /** Never `null`. A text may still be empty. */
  readonly rempli: boolean;
  /** The words it may hold, when they are few. */
  readonly valeurs: readonly string[] | null;
  /** A regular expression the whole text matches. */
  readonly motif: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly description: string;
  readonly unite: string | null;
  readonly source: Source;
  /** The table whose key it holds. */
  readonly reference: string | null;
}

export type ContractObject = Readonly<Record<string, unknown>>;

/** A column, and how its value is taken from the object of the contract that the row shows and from the key of what that object belongs to. */
export interface ReadColumn extends Column {
  read(value: ContractObject, owner: string): Cell;
}
