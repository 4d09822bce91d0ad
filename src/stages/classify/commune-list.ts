import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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

const require = createRequire(import.meta.url);

/** The official list by folded name. */
interface CommuneList {
  /** Present communes first, the largest first. */
  get(name: string): readonly Commune[] | undefined;
  keys(): Iterable<string>;
}

let list: CommuneList | null = null;

/** Every commune of the official list; read at the first call, as it was made when the product was built where it can be. */
export function communesByName(): CommuneList {
  list ??= communesOnFile() ?? compileCommunes();
  return list;
}

const FILE = fileURLToPath(new URL('../../../data/communes.tsv', import.meta.url));

/**
 * The list as `npm run build` writes it beside the built product: the version of the package it is from, then a row a name, taken apart when it is asked for.
 * `null` where there is none, or where the package installed is another.
 */
export function communesOnFile(file: string = FILE): CommuneList | null {
  if (!existsSync(file)) return null;
  const [version, ...rows] = readFileSync(file, 'utf8').split('\n');
  if (version !== packageVersion()) return null;
  const byName = new Map(
    rows.map((row) => {
      const at = row.indexOf('\t');
      return [row.slice(0, at), row.slice(at + 1)];
    }),
  );
  return { get: (name) => byName.get(name)?.split('\t').map(communeOf), keys: () => byName.keys() };
}

/** The text of such a file. */
export function communesFile(): string {
  const rows = [...compileCommunes()].map(([name, communes]) => [name, ...communes.map(rowOf)].join('\t'));
  return [packageVersion(), ...rows].join('\n');
}

function rowOf({ code, nom, departement, population, postcodes, former }: Commune): string {
  return [code, nom, departement ?? '', population, postcodes.join(' '), former ? 'x' : ''].join('|');
}

function communeOf(row: string): Commune {
  const [code = '', nom = '', departement = '', population = '0', postcodes = '', former = ''] = row.split('|');
  return {
    code,
    nom,
    departement: departement === '' ? null : departement,
    population: Number(population),
    postcodes: postcodes === '' ? [] : postcodes.split(' '),
    former: former !== '',
  };
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

function compileCommunes(): ReadonlyMap<string, readonly Commune[]> {
  const raw: unknown = JSON.parse(readFileSync(require.resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'));
  const byName = new Map<string, Commune[]>();
  for (const { code, nom, type, departement, population, codesPostaux } of communesSchema.parse(raw)) {
    const former = type === 'commune-deleguee' || type === 'commune-associee';
    const commune = { code, nom, departement: departement ?? null, population: population ?? 0, postcodes: codesPostaux ?? [], former };
    const key = nameKey(nom);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [commune]);
    else same.push(commune);
  }
  for (const communes of byName.values()) communes.sort((a, b) => Number(a.former) - Number(b.former) || b.population - a.population);
  return byName;
}

function packageVersion(): string {
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(require.resolve('@etalab/decoupage-administratif/package.json'), 'utf8')),
  );
  return version;
}

const packageSchema = z.object({ version: z.string() });

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
