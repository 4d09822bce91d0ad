import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { fold } from '../../french/text.ts';

export interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly departement: string | null;
  readonly population: number;
  readonly postcodes: readonly string[];
  /** Part of another commune since a merger. */
  readonly former: boolean;
}

const communesSchema = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    departement: z.string().optional(),
    population: z.number().optional(),
    codesPostaux: z.array(z.string()).optional(),
  }),
);

const require = createRequire(import.meta.url);
let index: ReadonlyMap<string, readonly Commune[]> | null = null;

/** Every commune of the official list by folded name, present ones first; read at the first call. */
export function communesByName(): ReadonlyMap<string, readonly Commune[]> {
  if (index !== null) return index;
  const raw: unknown = JSON.parse(readFileSync(require.resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'));
  const byName = new Map<string, Commune[]>();
  for (const { code, nom, type, departement, population, codesPostaux } of communesSchema.parse(raw)) {
    const former = type === 'commune-deleguee' || type === 'commune-associee';
    const commune = { code, nom, departement: departement ?? null, population: population ?? 0, postcodes: codesPostaux ?? [], former };
    const key = nameKey(nom);
    const list = byName.get(key);
    if (list === undefined) byName.set(key, [commune]);
    else list.push(commune);
  }
  for (const list of byName.values()) list.sort((a, b) => Number(a.former) - Number(b.former) || b.population - a.population);
  index = byName;
  return byName;
}

/** `ST-ETIENNE`, `Saint Étienne` → `saint etienne`; `Hâvre (Le)` → `le havre`; `Chalon s/ Saône` → `chalon sur saone`. */
export function nameKey(name: string): string {
  const turned = /^(?<rest>.+?)\s*\((?<article>l[ea]s?|l['’])\)$/iu.exec(name)?.groups;
  const ordered = turned === undefined ? name : `${turned['article'] ?? ''} ${turned['rest'] ?? ''}`;
  return fold(ordered)
    .replace(/\bst\b/gu, 'saint')
    .replace(/\bste\b/gu, 'sainte')
    .replace(/\bsts\b/gu, 'saints')
    .replace(/\bs (?=[a-z])/gu, 'sur ');
}
