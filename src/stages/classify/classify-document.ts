import type { DocumentDraft, LineDraft, ProgrammeDraft, Scope } from '../../model/draft.ts';
import type { Classification, ClassifiedDocument, ClassifiedProgramme } from '../../model/reconciled.ts';
import { classifyAxe } from './axes.ts';
import type { Exemples } from './exemples.ts';
import { classifyLigne } from './lignes.ts';

function classificationOf(line: LineDraft, exemples: Exemples | null): Classification {
  const isPriced = line.amounts.some(({ readings: [first] }) => first.amount !== null);
  const { axe, action, confidence, suggested, principes, because } = classifyLigne({ ...line, isPriced }, exemples);
  return { axe, action, confidence, suggested, principes, because };
}

/** The axe's number that a scope is about: as its wording says, else the axe of all of its lines. */
function cleOf(scope: Scope, axes: ReadonlyMap<string, number | null>): string | null {
  if (scope.portee === 'section') return scope.section;
  if (scope.portee !== 'axe') return null;
  const own = new Set(scope.terms.map((id) => axes.get(id) ?? null));
  const [only] = own;
  if (own.size === 1 && only !== undefined && only !== null) return String(only);
  const named = scope.axeText === null ? null : classifyAxe(scope.axeText);
  return named === null ? null : String(named.axe);
}

function classifyProgramme(draft: ProgrammeDraft, exemples: Exemples | null): ClassifiedProgramme {
  const classifications = draft.lines.map((line) => classificationOf(line, exemples));
  const axes = new Map(
    draft.lines.flatMap((line, index) => line.amounts.map((amount) => [amount.id, classifications[index]?.axe ?? null] as const)),
  );
  return { draft, classifications, cles: draft.totals.map((total) => total.scopes.map((scope) => cleOf(scope.value, axes))) };
}

/** Gives every line its axe and action, and every total over an axe or a section its key. No arithmetic. `exemples`: decisions of readers. */
export function classifyDocument(document: DocumentDraft, exemples: Exemples | null = null): ClassifiedDocument {
  const { nature, convention, faits, programmes, roles, unreadPages } = document;
  return {
    nature,
    convention,
    faits,
    roles,
    unreadPages,
    programmes: programmes.map((programme) => classifyProgramme(programme, exemples)),
  };
}
