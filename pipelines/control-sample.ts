import { openStore, type Store } from '../src/store/open.ts';
import {
  controlCandidates,
  readDraw,
  saveDraw,
  saveJudgement,
  STRATES,
  type ControlCandidate,
  type Judged,
} from '../src/store/controles.ts';
import { filePaths } from '../src/store/files.ts';
import { openDrawer } from './place-pictures.ts';
import type { Picture } from './pictures-job.ts';

/** A random sample of amounts for a person to judge, and what the judgements say of the base. */

/** Mulberry32: small, seeded, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const list = [...values];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [list[at], list[other]];
    if (a !== undefined && b !== undefined) [list[at], list[other]] = [b, a];
  }
  return list;
}

/** How many of `size` each stratum gets: at least a fifth each where it has as many, the rest by their share of the base. */
export function allotment(counts: readonly number[], size: number): readonly number[] {
  const total = counts.reduce((all, count) => all + count, 0);
  const wanted = Math.min(size, total);
  const floor = Math.floor(wanted / 5);
  const given = counts.map((count) => Math.min(count, floor));
  for (let left = wanted - given.reduce((all, count) => all + count, 0); left > 0; left -= 1) {
    // The stratum furthest below its share takes the next.
    const [best] = counts
      .map((count, index) => ({ index, room: count - (given[index] ?? 0), lack: (count * wanted) / total - (given[index] ?? 0) }))
      .filter(({ room }) => room > 0)
      .sort((a, b) => b.lack - a.lack);
    if (best === undefined) break;
    given[best.index] = (given[best.index] ?? 0) + 1;
  }
  return given;
}

export function drawSample(candidates: readonly ControlCandidate[], size: number, seed: number): readonly ControlCandidate[] {
  const random = generator(seed);
  const strata = STRATES.map((strate) => candidates.filter((candidate) => candidate.strate === strate));
  const given = allotment(
    strata.map((stratum) => stratum.length),
    size,
  );
  return strata.flatMap((stratum, index) => shuffled(stratum, random).slice(0, given[index] ?? 0));
}

/** An error rate with its interval at 95 % (Wilson): true of small samples and of none wrong. Shares, 0…1. */
export interface ErrorRate {
  readonly juges: number;
  readonly faux: number;
  readonly taux: number;
  readonly bas: number;
  readonly haut: number;
}

const Z = 1.959964;

export function errorRate(faux: number, juges: number): ErrorRate | null {
  if (juges === 0) return null;
  const share = faux / juges;
  const spread = Z * Math.sqrt((share * (1 - share)) / juges + Z ** 2 / (4 * juges ** 2));
  const centre = share + Z ** 2 / (2 * juges);
  const scale = 1 + Z ** 2 / juges;
  return {
    juges,
    faux,
    taux: share,
    bas: faux === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    haut: faux === juges ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

export interface Stratum {
  readonly strate: string;
  /** Of the base, not of the sample. */
  readonly part: number;
  readonly taux: ErrorRate | null;
}

export interface ControlReport {
  readonly strates: readonly Stratum[];
  /** Over the whole base, each stratum by its share; `null` until every stratum of the sample has judgements. */
  readonly ensemble: ErrorRate | null;
  /** Of the amounts that totals prove. */
  readonly prouves: ErrorRate | null;
}

/** What the judgements say. Strata are weighted by their share of the base: the sample takes more of the rare ones. */
export function reportOf(candidates: readonly ControlCandidate[], judged: readonly Judged[]): ControlReport {
  const done = judged.filter(({ juste }) => juste !== null);
  const wrong = (list: readonly Judged[]): number => list.filter(({ juste }) => juste === false).length;
  const strates = STRATES.map((strate): Stratum => {
    const own = done.filter((each) => each.strate === strate);
    const part = candidates.length === 0 ? 0 : candidates.filter((candidate) => candidate.strate === strate).length / candidates.length;
    return { strate, part, taux: errorRate(wrong(own), own.length) };
  }).filter(({ part, taux }) => part > 0 || taux !== null);
  const proven = done.filter(({ prouve }) => prouve);
  return { strates, ensemble: weighted(strates), prouves: errorRate(wrong(proven), proven.length) };
}

/** Strata put together; the interval by the normal law over their variances, never narrower than Wilson's on all judgements where none is wrong. */
function weighted(strates: readonly Stratum[]): ErrorRate | null {
  const known = strates.flatMap(({ part, taux }) => (taux === null ? [] : [{ part, taux }]));
  if (known.length === 0 || strates.some(({ part, taux }) => part > 0 && taux === null)) return null;
  const [juges, faux] = [known.reduce((all, { taux }) => all + taux.juges, 0), known.reduce((all, { taux }) => all + taux.faux, 0)];
  if (known.length === 1 || faux === 0) return errorRate(faux, juges);
  const taux = known.reduce((all, { part, taux: own }) => all + part * own.taux, 0);
  // Each stratum's half width stands for its doubt: wider than the plain variance where a stratum is small.
  const low = Math.sqrt(known.reduce((all, { part, taux: own }) => all + (part * (own.taux - own.bas)) ** 2, 0));
  const high = Math.sqrt(known.reduce((all, { part, taux: own }) => all + (part * (own.haut - own.taux)) ** 2, 0));
  return { juges, faux, taux, bas: Math.max(0, taux - low), haut: Math.min(1, taux + high) };
}

export interface ControlItem extends ControlCandidate {
  readonly rang: number;
  readonly juste: boolean | null;
  readonly picture: Picture | null;
}

export interface Control {
  readonly graine: number;
  readonly items: readonly ControlItem[];
  readonly report: ControlReport;
}

async function withPictures(
  store: Store,
  drawn: readonly (ControlCandidate & { rang: number; juste: boolean | null })[],
): Promise<ControlItem[]> {
  const paths = await filePaths(store);
  const drawer = openDrawer();
  try {
    const pictures = new Map<string, Picture | null>();
    for (const document of new Set(drawn.map((each) => each.document))) {
      const own = drawn.filter((each) => each.document === document);
      const found = await drawer.draw(
        paths.get(document) ?? [],
        document,
        own.map(({ page, boite }) => ({ page, box: boite })),
      );
      own.forEach(({ montant }, index) => pictures.set(montant, found[index] ?? null));
    }
    return drawn.map((each) => ({ ...each, picture: pictures.get(each.montant) ?? null }));
  } finally {
    await drawer.close();
  }
}

export interface ControlOptions {
  readonly base: string;
  readonly echantillon: number;
  readonly graine: number;
  /** Judgements given with the call, by rank. */
  readonly jugements?: ReadonlyMap<number, boolean>;
  readonly par?: string;
  readonly date: Date;
  /** Whether pictures are wanted: they take a process and a second or two a document. */
  readonly images: boolean;
}

/** Draws (or takes up again: the same seed gives the same sample) and keeps the judgements. */
export async function control({ base, echantillon, graine, jugements, par, date, images }: ControlOptions): Promise<Control> {
  const store = await openStore(base, 'ecriture');
  try {
    const candidates = await controlCandidates(store);
    const kept = await readDraw(store, graine);
    if (kept.length === 0) {
      const drawn = drawSample(candidates, echantillon, graine);
      await saveDraw(
        store,
        graine,
        drawn.map(({ montant, strate, prouve }, index) => ({ rang: index + 1, montant, strate, prouve })),
      );
    }
    for (const [rang, juste] of jugements ?? []) await saveJudgement(store, graine, rang, juste, par ?? 'inconnu', date.toISOString());
    const judged = await readDraw(store, graine);
    const byId = new Map(candidates.map((candidate) => [candidate.montant, candidate]));
    // What a later reading no longer gives cannot be shown; its judgement stays.
    const shown = judged.flatMap(({ rang, montant, juste }) => {
      const candidate = byId.get(montant);
      return candidate === undefined ? [] : [{ ...candidate, rang, juste }];
    });
    const items = images ? await withPictures(store, shown) : shown.map((each) => ({ ...each, picture: null }));
    return { graine, items, report: reportOf(candidates, judged) };
  } finally {
    await store.close();
  }
}
