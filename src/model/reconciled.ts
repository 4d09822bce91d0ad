import type { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { AmountDraft, Convention, Heading, LineDraft, ProgrammeDraft, RoleMark, Scope, TotalDraft, Unread } from './draft.ts';
import type { Fait } from './fait.ts';
import type { Place } from './geometry.ts';
import type { Reason } from './hypothesis.ts';
import type { Principe } from './principe.ts';
import type { douteSchema, Gravite, NatureDocument, NatureProgramme, StatutProgramme, StatutTotal } from './vocabulary.ts';

/** Where the référentiel files a line. */
export interface Classification {
  readonly axe: number | null;
  readonly action: string | null;
  readonly confidence: number | null;
  readonly suggested: string | null;
  /** What the référentiel says of a line so worded and so filed. */
  readonly principes: readonly Principe[];
  readonly because: readonly Reason[];
}

/** A programme whose lines and totals know their codes; still before any arithmetic. */
export interface ClassifiedProgramme {
  readonly draft: ProgrammeDraft;
  /** By line, in the order of the draft's lines. */
  readonly classifications: readonly Classification[];
  /** By total and scope, in the order of the draft: the axe's number, the section's name, or `null`. */
  readonly cles: readonly (readonly (string | null)[])[];
}

export interface ClassifiedDocument {
  readonly nature: NatureDocument;
  readonly convention: Convention | null;
  readonly faits: readonly Fait[];
  readonly programmes: readonly ClassifiedProgramme[];
  readonly roles: readonly RoleMark[];
  readonly unreadPages: readonly Place[];
}

/** Figures of one row that add up: its parts and their whole. */
export interface RowEquation {
  readonly whole: Decimal;
  readonly parts: readonly Decimal[];
}

export interface ReconciledAmount {
  readonly draft: AmountDraft;
  readonly amount: Decimal | null;
  readonly text: string;
  readonly confidence: number;
  /** Ids of the totals that prove this reading. */
  readonly proofs: readonly string[];
  /** The surest reading before the sums decided otherwise; `null` when they changed nothing. */
  readonly corrected: { readonly before: Decimal | null; readonly row?: RowEquation } | null;
}

export interface ReconciledLine {
  readonly draft: LineDraft;
  readonly classification: Classification;
  readonly amounts: readonly ReconciledAmount[];
}

export interface ReconciledTotal {
  readonly draft: TotalDraft;
  readonly scope: Scope;
  /** The axe's number or the section's name. */
  readonly cle: string | null;
  readonly declared: Decimal;
  readonly recomputed: Decimal | null;
  readonly difference: Decimal | null;
  readonly statut: StatutTotal;
  /** The sum itself made the reader choose this scope, so it proves nothing. */
  readonly choseScope: boolean;
}

/** Why the reading of a programme is in doubt. */
export type ProgrammeDoubt = z.infer<typeof douteSchema>;

export interface ReconciledProgramme {
  readonly nature: NatureProgramme;
  readonly heading: Heading;
  readonly pages: readonly number[];
  readonly lines: readonly ReconciledLine[];
  readonly totals: readonly ReconciledTotal[];
  readonly unread: readonly Unread[];
  readonly statut: StatutProgramme;
  /** Empty unless the statut is `a_relire`. */
  readonly doubts: readonly ProgrammeDoubt[];
}

/** The decided reading of a document. `margin`: how much dearer the next best understanding is. */
export interface ReconciledDocument {
  readonly nature: NatureDocument;
  readonly convention: Convention | null;
  readonly faits: readonly Fait[];
  readonly programmes: readonly ReconciledProgramme[];
  readonly roles: readonly RoleMark[];
  readonly unreadPages: readonly Place[];
  readonly cost: number;
  readonly margin: number;
}

/** Something an auditor must look at. `programme` is its index in the document. */
export interface Constat {
  readonly code: string;
  readonly gravite: Gravite;
  readonly message: string;
  readonly programme: number | null;
  readonly place: Place | null;
}
