import { matchesIn } from './matches.ts';
import { clean } from './text.ts';

const COUNT =
  /(?<![\d.,]|\d['’])(\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’]\d{3})+|\d+)(?!\d|[.,]\d|['’]\d{3}| \d{3}| ?%| ?€)/gu;
const DWELLINGS = /^ ?(?:logements?|logts?|lgts?|log\b)/iu;

/** A number of dwellings: `1413`, `1 413`, `1'413`, `42 logements`, `Nombre de logements : 304`. `null` when none, or when several could be it. */
export function readCount(text: string): number | null {
  const flat = clean(text);
  const found = matchesIn(flat, COUNT).map((match) => ({
    value: Number((match[1] ?? '').replace(/[ .'’]/gu, '')),
    named: DWELLINGS.test(flat.slice(match.index + match[0].length)),
  }));
  const named = found.filter((count) => count.named);
  const candidates = named.length > 0 ? named : found;
  const distinct = new Set(candidates.map((count) => count.value));
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined && Number.isSafeInteger(only) ? only : null;
}
