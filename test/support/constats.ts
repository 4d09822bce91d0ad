import type { ProgrammeDraft } from '../../src/model/draft.ts';
import type { Constat, ReconciledDocument } from '../../src/model/reconciled.ts';
import { audit } from '../../src/stages/audit/audit.ts';
import type { AuditReference } from '../../src/stages/audit/rule.ts';
import { DEFAULT_SETTINGS } from '../../src/stages/audit/settings.ts';
import { decide } from './programmes.ts';

const REFERENCE: AuditReference = {
  isPossibleCodeQp: (code) => ['QP001003', 'QN00103M'].includes(code),
  departementOfCodeQp: (code) => (code === 'QP001003' || code === 'QN00103M' ? '01' : null),
  settings: DEFAULT_SETTINGS,
};

/** Leaves out the list of the rules that lacked their data: {@link notVerifiableIn} gives it. */
export function constatsOfDocument(document: ReconciledDocument): readonly Constat[] {
  return audit(document, REFERENCE).filter(({ code }) => code !== 'regles_non_verifiables');
}

/** What no rule could check for want of data, in the words of the constat. */
export function notVerifiableIn(document: ReconciledDocument): string {
  return audit(document, REFERENCE)
    .filter(({ code }) => code === 'regles_non_verifiables')
    .map(({ message }) => message)
    .join('\n');
}

/** What the audit finds in one programme. Only `QP001003` and `QN00103M` are possible codes of a quartier here. */
export function constatsOf(draft: ProgrammeDraft): readonly Constat[] {
  return constatsOfDocument(decide(draft));
}

export function codesOf(draft: ProgrammeDraft): readonly string[] {
  return constatsOf(draft).map((constat) => constat.code);
}

/** The message of the only finding of this code, its no-break spaces shown as spaces. */
export function messageOf(draft: ProgrammeDraft, code: string): string {
  const [only, another] = constatsOf(draft).filter((constat) => constat.code === code);
  if (only === undefined || another !== undefined) throw new Error(`not exactly one ${code}`);
  return only.message.replaceAll('\u00a0', ' ');
}
