import type { ReconciledProgramme, Constat } from '../../model/reconciled.ts';

/** What a rule may ask that the document does not say. */
export interface AuditReference {
  /** Whether a QPV code of this form can exist at all. */
  readonly isPossibleCodeQp: (code: string) => boolean;
}

/** One kind of finding on one programme: its code in the file's name, its cases in its tests. `index`: of the programme in its document. */
export type ProgrammeRule = (programme: ReconciledProgramme, index: number, reference: AuditReference) => readonly Constat[];
