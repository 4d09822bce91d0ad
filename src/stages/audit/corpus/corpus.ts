import { fold } from '../../../french/text.ts';
import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import { identityOf } from '../../../model/identity.ts';
import type { Gravite } from '../../../model/vocabulary.ts';
import type { RuleCard } from '../rule.ts';

/** What is found by setting documents beside each other, or beside an official list: never stored with one document. */
export interface CorpusFinding {
  readonly code: string;
  readonly gravite: Gravite;
  readonly message: string;
  readonly document: DocumentExport;
  readonly programme: ProgrammeExport;
  readonly page: number;
  readonly boite: readonly [number, number, number, number] | null;
}

/** One programme with the document it stands in. */
export interface Placed {
  readonly document: DocumentExport;
  readonly programme: ProgrammeExport;
}

/** A quartier of the official list, as its publisher gives it. */
export interface OfficialQuartier {
  readonly code: string;
  readonly nom: string;
  readonly communes: readonly { readonly codeInsee: string; readonly nom: string | null }[];
}

export interface OfficialLists {
  /** By code; `null` when the user has loaded none. */
  readonly quartiers: ReadonlyMap<string, OfficialQuartier> | null;
  /** SIREN by folded name; `null` when none is loaded. */
  readonly bailleurs: ReadonlyMap<string, { readonly siren: string; readonly nom: string }> | null;
}

/** Whose programme it is (`identityOf`), a landlord under any of the names that the loaded list gives it. */
export function identityIn(programme: ProgrammeExport, { bailleurs }: OfficialLists): string | null {
  const { bailleur } = programme;
  return identityOf({ ...programme, bailleur: bailleur === null ? null : (bailleurs?.get(fold(bailleur))?.nom ?? bailleur) });
}

export interface CorpusRule extends RuleCard {
  /** What the database lacks for this rule to judge, as the end of a sentence; `null` when nothing is. */
  lacks(programmes: readonly Placed[], lists: OfficialLists): string | null;
  check(programmes: readonly Placed[], lists: OfficialLists): readonly CorpusFinding[];
}

export function at(placed: Placed, code: string, gravite: Gravite, message: string): CorpusFinding {
  const { document, programme } = placed;
  const [line] = programme.lignes;
  const page = programme.pages[0] ?? line?.page ?? 1;
  return { code, gravite, message, document, programme, page, boite: null };
}

/** Lens, Grande Résidence, 2023. */
export function nameOf({ programme }: Placed): string {
  const years =
    programme.annee_debut === null
      ? null
      : programme.annee_fin === programme.annee_debut
        ? String(programme.annee_debut)
        : `${String(programme.annee_debut)}-${String(programme.annee_fin)}`;
  return [programme.commune, programme.quartier ?? programme.code_qp, years].filter((part) => part !== null).join(', ');
}
