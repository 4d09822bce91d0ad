import type { ConstatExport, DocumentExport } from '../src/model/contract.ts';
import { DEFAULT_SETTINGS, SETTING_CODES, type AuditSettings } from '../src/stages/audit/settings.ts';
import { principlesMet } from '../src/stages/classify/principes.ts';
import { asReconciled } from '../src/stages/correct/as-reconciled.ts';
import { findings } from './correct-document.ts';

/**
 * The findings of a stored document, those that hang on a threshold found anew with these: documents are stored with the findings of the default ones. Finding
 * them takes nothing that the database does not hold.
 */
export function constatsWith(document: DocumentExport, settings: AuditSettings): readonly ConstatExport[] {
  const isDefault = (Object.keys(settings) as (keyof AuditSettings)[]).every((key) => settings[key] === DEFAULT_SETTINGS[key]);
  if (isDefault || document.programmes.length === 0) return document.constats;
  const { constats } = document;
  const decided = asReconciled(document, { constats, settled: new Set(), principles: principlesMet });
  return [
    ...constats.filter(({ code }) => !SETTING_CODES.has(code)),
    ...findings(document, decided, settings).filter(({ code }) => SETTING_CODES.has(code)),
  ];
}
