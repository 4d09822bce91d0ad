import type { Constat, ReconciledDocument } from '../../model/reconciled.ts';
import type { AuditReference, ProgrammeRule } from './rule.ts';
import { aRelire } from './rules/a-relire.ts';
import { actionIncertaine } from './rules/action-incertaine.ts';
import { codeQpImpossible } from './rules/code-qp-impossible.ts';
import { enteteIncomplet } from './rules/entete-incomplet.ts';
import { montantCorrige } from './rules/montant-corrige.ts';
import { montantDouteux } from './rules/montant-douteux.ts';
import { montantNonLu } from './rules/montant-non-lu.ts';
import { sansTotal } from './rules/sans-total.ts';
import { totalEcart } from './rules/total-ecart.ts';
import { totalNonVerifiable } from './rules/total-non-verifiable.ts';

const RULES: readonly ProgrammeRule[] = [
  aRelire,
  totalEcart,
  totalNonVerifiable,
  montantDouteux,
  montantNonLu,
  montantCorrige,
  codeQpImpossible,
  enteteIncomplet,
  sansTotal,
  actionIncertaine,
];

/** Everything an auditor must look at, programme by programme, in the order of the rules. */
export function audit(document: ReconciledDocument, reference: AuditReference): readonly Constat[] {
  return document.programmes.flatMap((programme, index) => RULES.flatMap((rule) => rule(programme, index, reference)));
}
