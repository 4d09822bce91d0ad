/** Where each stem stands in a text. */
export type Positions = ReadonlyMap<string, readonly number[]>;

export interface Term {
  readonly stems: readonly string[];
  readonly weight: number;
  /** Where its words stand in several phrases, each of which may stand anywhere (`vigile` … `chantier`). */
  readonly parts?: readonly (readonly string[])[];
}

/** How many other words may stand inside a term: `bornes (dites semi-) enterrées`. */
const SLACK = 2;

export function positionsOf(stems: readonly string[]): Positions {
  const positions = new Map<string, number[]>();
  stems.forEach((stem, index) => {
    const list = positions.get(stem);
    if (list === undefined) positions.set(stem, [index]);
    else list.push(index);
  });
  return positions;
}

/** The positions a term takes, its words near one another in any order; `null` when it is not there. */
export function findTerm(stems: readonly string[], positions: Positions): readonly number[] | null {
  const [first, ...others] = stems;
  if (first === undefined) return null;
  const starts = positions.get(first);
  if (starts === undefined) return null;
  if (others.length === 0) return starts.slice(0, 1);
  for (const start of starts) {
    const taken = [start];
    for (const other of others) {
      const at = nearestTo(start, positions.get(other) ?? [], taken);
      if (at === null) break;
      taken.push(at);
    }
    if (taken.length === stems.length && Math.max(...taken) - Math.min(...taken) < stems.length + SLACK) return taken;
  }
  return null;
}

function findParts(parts: readonly (readonly string[])[], positions: Positions): readonly number[] | null {
  const found: number[] = [];
  for (const part of parts) {
    const places = findTerm(part, positions);
    if (places === null) return null;
    found.push(...places);
  }
  return found;
}

function nearestTo(start: number, places: readonly number[], taken: readonly number[]): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (taken.includes(place)) continue;
    if (best === null || Math.abs(place - start) < Math.abs(best - start)) best = place;
  }
  return best;
}

/** Terms by their first stem, so that a text meets only those it may hold. */
export function indexTerms<T extends Term>(terms: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const term of terms) {
    const [first] = term.stems;
    if (first === undefined) continue;
    const list = index.get(first);
    if (list === undefined) index.set(first, [term]);
    else list.push(term);
  }
  return index;
}

export interface TermHit<T extends Term> {
  readonly term: T;
  readonly places: readonly number[];
}

export function findTerms<T extends Term>(positions: Positions, index: ReadonlyMap<string, readonly T[]>): TermHit<T>[] {
  const hits: TermHit<T>[] = [];
  for (const stem of positions.keys()) {
    for (const term of index.get(stem) ?? []) {
      const places = term.parts === undefined ? findTerm(term.stems, positions) : findParts(term.parts, positions);
      if (places !== null) hits.push({ term, places });
    }
  }
  return hits;
}

/** French puts the head of a phrase first: `navette pour les seniors` is about a shuttle. */
const HEAD_BONUS = 1.2;

/** At the start and in one piece: in `nettoyage des tags du hall`, `nettoyage … hall` is not the head. */
function isHead(places: readonly number[], head: number): boolean {
  return places.includes(head) && Math.max(...places) < head + places.length;
}

/** Weight of several hits of one class: heaviest first; words already counted count no more. `weight` gives what one term counts; `head`: where the text's first telling word stands. */
export function weigh<T extends Term>(hits: readonly TermHit<T>[], weight: (term: T) => number, head: number): number {
  const covered = new Set<number>();
  let sum = 0;
  const weighed = hits.map(({ term, places }) => ({ places, counts: weight(term) * (isHead(places, head) ? HEAD_BONUS : 1) }));
  for (const { places, counts } of weighed.sort((a, b) => b.counts - a.counts)) {
    const fresh = places.filter((place) => !covered.has(place));
    for (const place of fresh) covered.add(place);
    sum += (counts * fresh.length) / places.length;
  }
  return sum;
}
