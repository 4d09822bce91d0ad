import type { DocumentExport } from '../../../model/contract.ts';
import { bailleurOfficiel } from './bailleur-officiel.ts';
import { bilan } from './bilan.ts';
import type { CorpusFinding, CorpusRule, OfficialLists, Placed } from './corpus.ts';
import { lacking } from '../rule.ts';
import { parLogement } from './par-logement.ts';
import { quartierOfficiel } from './quartier-officiel.ts';
import { versions } from './versions.ts';

/** Rules over the whole database, in the order of the report. */
export const CORPUS_RULES: readonly CorpusRule[] = [versions, bilan, quartierOfficiel, bailleurOfficiel, parLogement];

/** The rules that the database does not let judge, each with what it lacks: never passed over as kept. */
export function uncheckedCorpus(documents: readonly DocumentExport[], lists: OfficialLists): readonly string[] {
  const programmes = placed(documents);
  if (programmes.length === 0) return [];
  return CORPUS_RULES.flatMap((rule) => {
    const what = rule.lacks(programmes, lists);
    return what === null ? [] : [lacking(rule, what)];
  });
}

function placed(documents: readonly DocumentExport[]): readonly Placed[] {
  return documents.flatMap((document) => document.programmes.map((programme) => ({ document, programme })));
}

/** What documents say only together, or beside the lists that the user has loaded. */
export function auditCorpus(documents: readonly DocumentExport[], lists: OfficialLists): readonly CorpusFinding[] {
  const programmes = placed(documents);
  return CORPUS_RULES.flatMap((rule) => rule.check(programmes, lists));
}
