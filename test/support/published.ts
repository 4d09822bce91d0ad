import { createHash } from 'node:crypto';
import { departementOfCodeQp, isPossibleCodeQp } from '../../src/stages/classify/codes-qp.ts';
import { classifyDocument } from '../../src/stages/classify/classify-document.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import type { ReconciledDocument } from '../../src/model/reconciled.ts';
import { audit } from '../../src/stages/audit/audit.ts';
import { DEFAULT_SETTINGS } from '../../src/stages/audit/settings.ts';
import { publish } from '../../src/stages/publish/publish.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import type { Item } from './grids.ts';
import { understand } from './understand.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A decided document as the export writes it, with the names that only the store knows. */
export function exported(document: ReconciledDocument, hash = sha256('x')): DocumentExport {
  const constats = audit(document, { isPossibleCodeQp, departementOfCodeQp, settings: DEFAULT_SETTINGS });
  return { fichier: 'x.pdf', noms: ['x.pdf'], statut: 'importe', raison: null, ...publish(document, constats, hash, 1) };
}

/** Pages of text and tables, through every stage after the tables are read. */
export function exportedPages(...items: readonly Item[]): DocumentExport {
  return exported(reconcile([{ value: classifyDocument(understand(...items)), cost: 0, because: [] }]));
}

/** Every id that a document gives out. */
export function idsOf(document: DocumentExport): string[] {
  return [
    ...document.programmes.flatMap((programme) => [
      programme.id,
      ...programme.totaux.map((total) => total.id),
      ...programme.lignes.flatMap((ligne) => [ligne.id, ...ligne.montants.map((montant) => montant.id)]),
    ]),
    ...document.constats.map((constat) => constat.id),
  ];
}
