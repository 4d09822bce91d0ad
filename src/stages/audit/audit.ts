import type { Constat, ReconciledDocument, ReconciledProgramme } from '../../model/reconciled.ts';
import { isNotVerifiable, lacking, type AuditReference, type ProgrammeRule } from './rule.ts';
import { aRelire } from './rules/a-relire.ts';
import { actionIncertaine } from './rules/action-incertaine.ts';
import { CHECKED_RULES } from './rules/checked/index.ts';
import { codeQpImpossible } from './rules/code-qp-impossible.ts';
import { DOCUMENT_RULES } from './rules/document/index.ts';
import { ligneEcart } from './rules/ligne-ecart.ts';
import { enteteIncomplet } from './rules/entete-incomplet.ts';
import { montantCorrige } from './rules/montant-corrige.ts';
import { montantDouteux } from './rules/montant-douteux.ts';
import { montantNonLu } from './rules/montant-non-lu.ts';
import { sansTotal } from './rules/sans-total.ts';
import { totalEcart } from './rules/total-ecart.ts';
import { totalNonVerifiable } from './rules/total-non-verifiable.ts';

/** What the reading itself gives to look at, whatever the référentiel says. */
const READING_RULES: readonly ProgrammeRule[] = [
  aRelire,
  totalEcart,
  ligneEcart,
  totalNonVerifiable,
  montantDouteux,
  montantNonLu,
  montantCorrige,
  codeQpImpossible,
  enteteIncomplet,
  sansTotal,
  actionIncertaine,
];

/** The rules of the référentiel over one programme; those that lack their data are named in one constat, never passed over. */
function checked(
  programme: ReconciledProgramme,
  index: number,
  reference: AuditReference,
  document: ReconciledDocument,
): readonly Constat[] {
  const missing: string[] = [];
  const found = CHECKED_RULES.flatMap((rule): readonly Constat[] => {
    const verdict = rule.check(programme, index, reference, document);
    if (!isNotVerifiable(verdict)) return verdict;
    missing.push(lacking(rule, verdict.missing));
    return [];
  });
  for (const rule of DOCUMENT_RULES) {
    const what = rule.lacks?.(document, index) ?? null;
    if (what !== null) missing.push(lacking(rule, what));
  }
  if (missing.length === 0 || programme.lines.length === 0) return found;
  return [
    ...found,
    {
      code: 'regles_non_verifiables',
      gravite: 'info',
      message: `Non vérifiable sur ce programme, faute de données : ${missing.join(' ; ')}.`,
      programme: index,
      place: programme.heading.place ?? programme.lines[0]?.draft.place ?? null,
    },
  ];
}

/** What the rules over a whole document lack to judge its legal text. */
function uncheckedText(document: ReconciledDocument): readonly Constat[] {
  return DOCUMENT_RULES.flatMap((rule): readonly Constat[] => {
    const what = rule.lacks?.(document, null) ?? null;
    if (what === null) return [];
    const message = `Non vérifiable sur cette convention, faute de données : ${lacking(rule, what)}.`;
    return [{ code: 'regles_non_verifiables', gravite: 'info', message, programme: null, place: null }];
  });
}

/** Everything an auditor must look at: programme by programme, in the order of the rules, then what the programmes say together. */
export function audit(document: ReconciledDocument, reference: AuditReference): readonly Constat[] {
  return [
    ...document.programmes.flatMap((programme, index) => [
      ...READING_RULES.flatMap((rule) => rule(programme, index, reference, document)),
      ...checked(programme, index, reference, document),
    ]),
    ...DOCUMENT_RULES.flatMap((rule) => rule.check(document, reference)),
    ...uncheckedText(document),
  ];
}
