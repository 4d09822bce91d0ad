import { proposals } from '../src/stages/audit/corpus/bailleur-officiel.ts';
import { openStore } from '../src/store/open.ts';
import { programmeHeadings, type HeadingRow } from '../src/store/sums.ts';

/** A name asked for that no programme of the database has: surely mistyped, or spelt otherwise there. */
export interface UnknownName {
  readonly critere: 'bailleur' | 'commune';
  readonly valeur: string;
  /** Names of the database that look alike, the likest first. */
  readonly proches: readonly string[];
  /** All of them, in order. */
  readonly connus: readonly string[];
}

export interface NamesAsked {
  readonly bailleur?: readonly string[];
  readonly commune?: readonly string[];
}

type Has = (heading: HeadingRow, name: string) => boolean;

const MOST_PROPOSALS = 3;

/** The names asked for that nothing in the database has; none where it holds no programme at all. */
export async function unknownNames(
  base: string,
  asked: NamesAsked,
  has: Readonly<Record<UnknownName['critere'], Has>>,
): Promise<readonly UnknownName[]> {
  if ((asked.bailleur ?? []).length + (asked.commune ?? []).length === 0) return [];
  const store = await openStore(base, 'lecture');
  try {
    const headings = await programmeHeadings(store);
    if (headings.length === 0) return [];
    return (['bailleur', 'commune'] as const).flatMap((critere) => {
      const connus = [...new Set(headings.flatMap((heading) => heading[critere] ?? []))].sort((a, b) => a.localeCompare(b, 'fr'));
      const isKnown = (name: string): boolean => headings.some((heading) => has[critere](heading, name));
      return (asked[critere] ?? [])
        .filter((name) => !isKnown(name))
        .map((valeur) => {
          const near = proposals(
            valeur,
            connus.map((nom) => ({ nom })),
          );
          return { critere, valeur, proches: near.slice(0, MOST_PROPOSALS).map(({ nom }) => nom), connus };
        });
    });
  } finally {
    await store.close();
  }
}
