import type { Constat, ReconciledDocument, ReconciledProgramme } from '../../model/reconciled.ts';
import type { Gravite } from '../../model/vocabulary.ts';
import type { AuditSettings } from './settings.ts';

/** What a rule may ask that the document does not say. */
export interface AuditReference {
  /** Whether a QPV code of this form can exist at all. */
  readonly isPossibleCodeQp: (code: string) => boolean;
  /** Its département (`62`, `2A`, `974`); `null` when the code cannot exist. */
  readonly departementOfCodeQp: (code: string) => string | null;
  readonly settings: AuditSettings;
}

/** One kind of finding on one programme: its code in the file's name, its cases in its tests. `index`: of the programme in its document. */
export type ProgrammeRule = (
  programme: ReconciledProgramme,
  index: number,
  reference: AuditReference,
  document: ReconciledDocument,
) => readonly Constat[];

/** A rule that lacks what it needs says so; never "fine". */
export interface NotVerifiable {
  readonly missing: string;
}

export type Verdict = readonly Constat[] | NotVerifiable;

export function isNotVerifiable(verdict: Verdict): verdict is NotVerifiable {
  return 'missing' in verdict;
}

/** What a rule is about, for the report: each of its codes, what it checks, and where that is written. */
export interface RuleCard {
  readonly codes: readonly string[];
  /** French, a noun phrase. */
  readonly titre: string;
  /** Document, and page, article or chapter. */
  readonly source: string;
  readonly gravite: Gravite;
}

/** A rule in a list of those that cannot be verified: what it checks, and what it lacks. */
export function lacking({ titre }: RuleCard, what: string): string {
  return `${titre.charAt(0).toLowerCase()}${titre.slice(1)} (${what})`;
}

/** A rule of the référentiel, of the law or of plain arithmetic over one programme. */
export interface CheckedRule extends RuleCard {
  check(programme: ReconciledProgramme, index: number, reference: AuditReference, document: ReconciledDocument): Verdict;
}

/** A rule over all programmes of a document together. */
export interface DocumentRule extends RuleCard {
  check(document: ReconciledDocument, reference: AuditReference): readonly Constat[];
  /** What the rule lacks to judge one programme, or (`index` null) the legal text; `null` when it lacks nothing or has nothing to judge. */
  lacks?(document: ReconciledDocument, index: number | null): string | null;
}
