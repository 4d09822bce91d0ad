import type { Repere } from '../../model/correction.ts';
import { overlap, type Box } from '../../model/geometry.ts';
import { stableId } from '../../model/ids.ts';
import type { LigneExport, ProgrammeExport } from '../../model/contract.ts';
import type { SorteCible } from '../../model/vocabulary.ts';
import { idOf, type Found, type WorkingCopy } from './working-copy.ts';

/** Share of the smaller box that two boxes of the same thing have in common at least. */
const SAME_PLACE = 0.5;

/** What a programme holds, in figures: it is the same as long as no amount, no total and nothing of what totals sum changes. */
export function digestOf({ lignes, totaux }: ProgrammeExport): string {
  return stableId(
    JSON.stringify([
      lignes.map(({ montants }) => montants.map(({ rubrique, periode, montant }) => [rubrique, periode?.debut, periode?.fin, montant])),
      totaux.map(({ portee, cle, rubrique, declare, termes }) => [portee, cle, rubrique, declare, termes.length]),
    ]),
  );
}

/** What a line held before readers corrected its amounts: a line that is to be divided, joined or removed must still be the line that was seen. */
export function lineDigest({ montants }: LigneExport): string {
  const read = montants.map(({ rubrique, periode, montant, corrige }) => [
    rubrique,
    periode?.debut,
    periode?.fin,
    corrige?.par === 'relecture' ? corrige.avant : montant,
  ]);
  return stableId(JSON.stringify(read));
}

/** Where something stands and what it holds. A programme is told by its first line. */
export function repereOf(found: Found): Repere {
  const id = idOf(found);
  switch (found.sorte) {
    case 'programme': {
      const [first] = found.programme.lignes;
      const page = first?.page ?? found.programme.pages[0] ?? null;
      return { sorte: 'programme', id, page, boite: first?.boite ?? null, rubrique: null, valeur: digestOf(found.programme) };
    }
    case 'ligne':
      return { sorte: 'ligne', id, page: found.ligne.page, boite: found.ligne.boite, rubrique: null, valeur: lineDigest(found.ligne) };
    case 'montant': {
      const { page, boite, rubrique, montant } = found.montant;
      return { sorte: 'montant', id, page, boite, rubrique, valeur: montant };
    }
    case 'total': {
      const { page, boite, rubrique, declare } = found.total;
      return { sorte: 'total', id, page, boite, rubrique, valeur: declare };
    }
  }
}

/** Whether two places are one, as far as what stands there tells. */
export function isSamePlace(
  a: { readonly page: number; readonly boite: Box },
  b: { readonly page: number | null; readonly boite: Box | null },
): boolean {
  return a.page === b.page && b.boite !== null && shared(a.boite, b.boite) >= SAME_PLACE;
}

/** How much two boxes have in common, as a share of the smaller; boxes without area count when they are the same. */
function shared(a: Box, b: Box): number {
  if (a.every((edge, index) => edge === b[index])) return 1;
  const area = ([x0, y0, x1, y1]: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
  const smaller = Math.min(area(a), area(b));
  return smaller === 0 ? 0 : (overlap(a[0], a[2], b[0], b[2]) * overlap(a[1], a[3], b[1], b[3])) / smaller;
}

function nearness(found: Found, repere: Repere): number {
  if (repere.page === null) return 0;
  if (found.sorte === 'programme') {
    const { lignes, pages } = found.programme;
    const { boite } = repere;
    if (boite === null) return pages.includes(repere.page) ? 1 : 0;
    return Math.max(0, ...lignes.filter(({ page }) => page === repere.page).map((ligne) => shared(ligne.boite, boite)));
  }
  const here = repereOf(found);
  if (here.page !== repere.page || here.boite === null || repere.boite === null || here.rubrique !== repere.rubrique) return 0;
  return shared(here.boite, repere.boite);
}

/** Finds what corrections name in the present state of a reading, which may be another than the one they were made on. */
export class Finder {
  constructor(private readonly copy: WorkingCopy) {}

  /**
   * What `id` names now: the thing of that id, as long as it stands where it stood when the correction was made (ids count cells, and another reading may count
   * them otherwise); else the one thing of its kind that stands there; `null` when there is none.
   */
  find(sorte: SorteCible, id: string, reperes: readonly Repere[]): Found | null {
    const all = [...this.copy.all()].filter((found) => found.sorte === sorte);
    const same = all.find((found) => idOf(found) === id) ?? null;
    const repere = reperes.find((each) => each.sorte === sorte && each.id === id);
    if (repere === undefined) return same;
    if (same !== null && nearness(same, repere) >= SAME_PLACE) return same;
    // It was read, and a correction has taken it away: what stands beside it is something else.
    if (same === null && this.#wasRead(repere)) return null;
    const [best, next] = all
      .map((found) => ({ found, near: nearness(found, repere) }))
      .filter(({ near }) => near >= SAME_PLACE)
      .sort((a, b) => b.near - a.near);
    return best === undefined || next?.near === best.near ? null : best.found;
  }

  #wasRead(repere: Repere): boolean {
    for (const found of this.copy.allRead())
      if (found.sorte === repere.sorte && idOf(found) === repere.id) return nearness(found, repere) >= SAME_PLACE;
    return false;
  }
}
