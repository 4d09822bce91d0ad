import type { DocumentExport } from '../../../model/contract.ts';
import { bailleurOfficiel } from './bailleur-officiel.ts';
import { bilan } from './bilan.ts';
import type { CorpusFinding, CorpusRule, OfficialLists } from './corpus.ts';
import { parLogement } from './par-logement.ts';
import { quartierOfficiel } from './quartier-officiel.ts';
import { versions } from './versions.ts';

/** Rules over the whole database, in the order of the report. */
export const CORPUS_RULES: readonly CorpusRule[] = [versions, bilan, quartierOfficiel, bailleurOfficiel, parLogement];

/** What documents say only together, or beside the lists that the user has loaded. */
export function auditCorpus(documents: readonly DocumentExport[], lists: OfficialLists): readonly CorpusFinding[] {
  const programmes = documents.flatMap((document) => document.programmes.map((programme) => ({ document, programme })));
  return CORPUS_RULES.flatMap((rule) => rule.check(programmes, lists));
}
