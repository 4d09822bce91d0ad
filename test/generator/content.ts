import type { Base, NatureProgramme, Periode, Portee, Rubrique, Section, Taxe } from '../../src/model/vocabulary.ts';
import type { AmountStyle } from './amounts.ts';
import type { Version } from './wording/referentiel.ts';

/** What a programme says, before any layout: both the page and its truth are made from this. Amounts are integer cents. */

export interface ColumnContent {
  /** As printed, unit included. */
  readonly heading: string;
  /** A heading over this column and its neighbours, if any. */
  readonly group: string | null;
  readonly rubrique: Rubrique;
  /** Null: the column says none, so the programme's holds. */
  readonly periode: Periode | null;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
}

export interface AmountContent {
  /** Null for a dash, a word or an empty cell. */
  readonly cents: number | null;
  /** As printed. */
  readonly text: string;
}

/** The column's whole heading, as the contract wants it. */
export function headingPath(column: ColumnContent): string {
  return column.group === null ? column.heading : `${column.group} ${column.heading}`;
}

export interface LineContent {
  /** Names the line in the scope of totals; a line printed twice keeps its key. */
  readonly key: number;
  readonly axe: number;
  readonly action: string;
  readonly axeText: string;
  /** Null where the layout has no cell for the action. */
  readonly actionText: string | null;
  /** Several where one amount stands for several descriptions. */
  readonly descriptions: readonly string[];
  /** Print each description in a row of its own, the amount merged over them. */
  readonly rowPerDescription: boolean;
  readonly calendrier: string | null;
  readonly observations: string | null;
  /** A count that stands in a column of its own and is no amount: dwellings, sessions, ETP. */
  readonly quantite: string | null;
  readonly taux: string | null;
  /** Where a box ticked in the line itself says its section. */
  readonly section?: Section;
  /** One a column of the section. */
  readonly amounts: readonly AmountContent[];
}

export interface SectionContent {
  readonly section: Section | null;
  readonly columns: readonly ColumnContent[];
  readonly lines: readonly LineContent[];
}

export interface TotalContent {
  readonly portee: Portee;
  readonly cle: string | null;
  readonly libelle: string | null;
  /** The columns that are summed: for each section in scope, one. */
  readonly terms: readonly { readonly section: number; readonly column: number }[];
  readonly keys: ReadonlySet<number>;
  readonly declared: number;
  /** Heading over the printed total and what it makes of it. */
  readonly colonne: string;
  readonly rubrique: Rubrique;
  readonly periode: Periode | null;
}

export interface HeadingContent {
  readonly commune: string;
  readonly codeInsee: string;
  readonly departement: string;
  readonly homonym: boolean;
  readonly quartier: string;
  readonly codeQp: string | null;
  readonly bailleur: string;
  readonly logements: number | null;
  readonly years: Periode;
}

export interface ProgrammeContent {
  readonly heading: HeadingContent;
  readonly nature: NatureProgramme;
  readonly sections: readonly SectionContent[];
  readonly totals: readonly TotalContent[];
}

/** Choices one document keeps from its first page to its last. */
export interface Habits {
  readonly version: Version;
  readonly style: AmountStyle;
  readonly upperAxes: boolean;
  readonly dropAccents: boolean;
  readonly axeNumbering: 'none' | 'axe' | 'dot' | 'dash';
  readonly actionNumbering: 'none' | 'model' | 'list';
  /** Amount cells out of the ordinary, a line or two of each kind. */
  readonly oddities?: readonly Oddity[];
  /** Several descriptions of one amount stay in one row: without rules around them, rows of their own would be read as lines. */
  readonly oneRow?: boolean;
}

/** A negative correction, a range that states no amount, a product that states one. */
export type Oddity = 'negatif' | 'fourchette' | 'produit';

export const PLANTED_KINDS = ['chiffre_change', 'chiffres_permutes', 'ligne_manquante', 'ligne_double'] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

export interface PlantedError {
  readonly kind: PlantedKind;
  readonly where: string;
}
