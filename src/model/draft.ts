import type { Decimal } from 'decimal.js';
import type { NonEmpty } from './collections.ts';
import type { Fait } from './fait.ts';
import type { Place } from './geometry.ts';
import type { Hypothesis } from './hypothesis.ts';
import type { Base, NatureDocument, NatureProgramme, Periode, Portee, Rubrique, Section, Taxe } from './vocabulary.ts';

/** An understanding of a document before any arithmetic: everything still lists its alternatives. */

/** One way to read an amount cell. `amount` in euros, exact; `null` when the cell says there is none. */
export interface AmountReading {
  readonly text: string;
  readonly amount: Decimal | null;
  readonly cost: number;
}

/** The meaning of a column of amounts, from its whole header path. */
export interface AmountColumn {
  /** The header as read, groups first. */
  readonly header: string;
  readonly rubrique: Rubrique;
  /** As the column or its group says; `null` when only the programme can say. */
  readonly periode: Periode | null;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
  /** What its figures are printed in: a total in k€ may be off by rounding. */
  readonly unit: 'euro' | 'kilo' | 'million';
  /** The header names a figure in words of money, or only the cells do. */
  readonly sure: boolean;
}

/**
 * Why an amount cell with text in it gives no amount; `raye`: a line is drawn through it, and it may give one all the same; `coupe`: the side of the page runs
 * through it.
 */
export type AmountDoubt = 'fourchette' | 'plusieurs_montants' | 'formule' | 'texte' | 'raye' | 'coupe';

export interface AmountDraft {
  readonly id: string;
  readonly column: AmountColumn;
  readonly place: Place;
  readonly taxe: Taxe | null;
  readonly base: Base | null;
  readonly readings: NonEmpty<AmountReading>;
  readonly doubt: AmountDoubt | null;
}

export interface LineDraft {
  readonly id: string;
  readonly section: Section | null;
  readonly axeText: string | null;
  readonly actionText: string | null;
  readonly description: string | null;
  readonly calendrier: string | null;
  readonly taux: string | null;
  readonly place: Place;
  readonly continuations: readonly Place[];
  readonly amounts: readonly AmountDraft[];
}

/** What a stated total may cover. */
export interface Scope {
  readonly portee: Portee;
  /** The section of portee `section`. */
  readonly section: Section | null;
  /** The wording that names the axe of portee `axe`: a title, a label, or the cell of its lines. */
  readonly axeText: string | null;
  /** Ids of the amounts it should sum: never other totals. */
  readonly terms: readonly string[];
  /** The figure it sums: its own column, or the one that a column without telling header repeats. */
  readonly column: AmountColumn;
  /** Ids of all amounts of that column in the sections it covers: when none of them states an amount, nothing can be verified. */
  readonly columnAmounts: readonly string[];
}

export interface TotalDraft {
  readonly id: string;
  /** As printed; `null` for a total without a label. */
  readonly label: string | null;
  readonly column: AmountColumn;
  readonly place: Place;
  readonly readings: NonEmpty<AmountReading>;
  /** Cheapest first. */
  readonly scopes: NonEmpty<Hypothesis<Scope>>;
  /** A running total said again at the head of a page: one that is right says nothing new, and is no total of the programme. */
  readonly isRunning?: boolean;
}

/** Who and where: `null` where the page does not say. Texts as read. */
export interface Heading {
  readonly periode: Periode | null;
  readonly commune: string | null;
  readonly codeInsee: string | null;
  readonly quartier: string | null;
  readonly codeQp: string | null;
  readonly bailleur: string | null;
  readonly siren: string | null;
  readonly logements: number | null;
  /** Where the heading stands, first part. */
  readonly place: Place | null;
}

/** An amount that stands among the tables of a programme and found no place in it: a sign that rows or columns were misunderstood. */
export interface Unread {
  readonly text: string;
  readonly place: Place;
  /** Not an amount but a table of a header alone: its rows are not in the file. */
  readonly isEmptyTable?: true;
  /** Not an amount but a table of actions: none of its rows became lines. */
  readonly isUnreadTable?: true;
}

export interface ProgrammeDraft {
  readonly nature: NatureProgramme;
  readonly heading: Heading;
  readonly pages: readonly number[];
  readonly lines: readonly LineDraft[];
  readonly totals: readonly TotalDraft[];
  readonly unread: readonly Unread[];
  /** Amounts of other programmes of the same table that totals of this one sum: one total over several quartiers. */
  readonly elsewhere?: readonly AmountDraft[];
}

/** What the legal text of a convention says. */
export interface Convention {
  readonly bailleur: string | null;
  readonly epci: string | null;
  readonly communes: readonly string[];
  readonly quartiers: readonly { readonly nom: string | null; readonly codeQp: string | null; readonly logements: number | null }[];
  readonly periode: Periode | null;
}

/** How a cell was understood, for the overlay. */
export interface RoleMark {
  readonly cell: string;
  readonly role: string;
}

export interface DocumentDraft {
  readonly nature: NatureDocument;
  readonly convention: Convention | null;
  readonly faits: readonly Fait[];
  readonly programmes: readonly ProgrammeDraft[];
  readonly roles: readonly RoleMark[];
  /** Pages that look like a programme's, of which no programme holds anything. */
  readonly unreadPages: readonly Place[];
}
