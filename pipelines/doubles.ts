import { identityOf } from '../src/stages/audit/corpus/versions.ts';
import type { HeadingRow } from '../src/store/sums.ts';

/** The lower, the rather it counts: what a reader has checked, then what its own totals confirm. */
function rank({ verifie, statut }: HeadingRow): number {
  return (verifie ? 0 : 10) + { reconcilie: 0, ecart: 1, non_verifiable: 2, a_relire: 3 }[statut];
}

/**
 * The ids of programmes that are in the base a further time, as a copy or as another version: same landlord, commune, quartier, years and nature, in another
 * file. Of each, one counts: the one a reader has checked, else the surest reading, else the first in the order of the export.
 */
export function doublesOf(headings: readonly HeadingRow[]): ReadonlySet<string> {
  const best = new Map<string, HeadingRow>();
  const doubles = new Set<string>();
  for (const heading of headings) {
    const identity = identityOf({ programme: heading });
    if (identity === null) continue;
    const key = `${identity}|${heading.nature}`;
    const other = best.get(key);
    if (other === undefined) best.set(key, heading);
    else if (other.document === heading.document) continue;
    else if (rank(heading) < rank(other)) {
      doubles.add(other.id);
      best.set(key, heading);
    } else doubles.add(heading.id);
  }
  return doubles;
}
