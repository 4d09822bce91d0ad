import { clean } from '../../french/text.ts';
import { communesByName, nameKey, type Commune } from './commune-list.ts';

export interface CommuneFound {
  /** Official spelling. */
  readonly nom: string;
  /** `null` when several communes have this name and nothing tells which is meant. */
  readonly codeInsee: string | null;
  readonly departement: string | null;
}

export interface CommuneHint {
  /** `62`, `2A`, `974`: from a code QP, a postal code… */
  readonly departement?: string;
}

/** Among namesakes, one this much larger than the next, and this large, is the one meant. */
const DOMINANCE = 10;
const DOMINANT_POPULATION = 8_000;
/** A quartier prioritaire has a thousand inhabitants at least: smaller namesakes do not count. */
const QUARTIER_POPULATION = 1_000;
/** A name against its département is still believed when it is a town's. */
const TOWN_POPULATION = 10_000;

const LEAD = /^(?:(?:la )?(?:ville|commune|mairie|municipalit[ée])s?(?: nouvelle)?\s*(?::|-|–|(?=d[eu]s? |d['’]))\s*)(?:la commune )?/iu;
const POSTCODE = /(?<![\d])(?<code>\d{5}|2[AB]\d{3})(?!\d)/u;
const DEPARTEMENT_BEHIND = /\s*[(–-]\s*(?<code>0?[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])\s*\)?$/u;
const ARRONDISSEMENT =
  /^(?<city>paris|lyon|marseille) (?:0?)(?<number>\d{1,2}) ?(?:er|e|eme|ieme|nd|d)?(?: (?:arrondissement|arr|ardt))?$/u;
const TAIL = /\s+cedex(?: \d+)?$/iu;

/**
 * The official commune behind a name as read: `LENS`, `Ville de Roubaix`, `ST-ETIENNE`, `93200 Saint-Denis`, `Paris 18e`. Letters are never
 * corrected, for the result may be another commune's name (Lourches and Louches both exist). `null` when the list has no such name.
 */
export function findCommune(text: string, hint: CommuneHint = {}): CommuneFound | null {
  const flat = clean(text);
  const bare = flat.replace(LEAD, '').replace(TAIL, '').trim();
  // "Ville-la-Grand" is a name, not a label before one.
  for (const name of bare === flat ? [flat] : [...withoutPreposition(bare), flat]) {
    const found = lookUp(name, hint);
    if (found !== null) return found;
  }
  return null;
}

/** Behind `Ville` or `Commune`: `de La Courneuve`, `du Havre`, `des Mureaux`, `d'Avion`, or the bare name. */
function withoutPreposition(name: string): string[] {
  return [
    name,
    ...(/^de /iu.test(name) ? [name.slice(3)] : []),
    ...(/^d['’]/iu.test(name) ? [name.slice(2).trim()] : []),
    ...(/^du /iu.test(name) ? [`Le ${name.slice(3)}`] : []),
    ...(/^des /iu.test(name) ? [`Les ${name.slice(4)}`] : []),
  ];
}

function lookUp(text: string, hint: CommuneHint): CommuneFound | null {
  let name = text;
  const postcode = POSTCODE.exec(name)?.groups?.['code'] ?? null;
  if (postcode !== null) name = name.replace(postcode, ' ').replace(/^[\s,(–-]+|[\s,()–-]+$/gu, '');
  const behind = DEPARTEMENT_BEHIND.exec(name);
  const written = behind?.groups?.['code'];
  if (behind !== null) name = name.slice(0, behind.index);
  const departement = written === undefined ? hint.departement : written.length === 1 ? `0${written}` : written.toUpperCase();

  const key = nameKey(name);
  const district = ARRONDISSEMENT.exec(key)?.groups;
  const namesakes = district === undefined ? communesByName().get(key) : districtOf(district['city'] ?? '', Number(district['number']));
  const [first] = namesakes ?? [];
  if (namesakes === undefined || first === undefined) return null;
  const chosen = choose(namesakes, departement, postcode);
  return chosen === null
    ? { nom: first.nom, codeInsee: null, departement: null }
    : { nom: chosen.nom, codeInsee: chosen.code, departement: chosen.departement };
}

function districtOf(city: string, number: number): readonly Commune[] | undefined {
  const byName = communesByName();
  return byName.get(`${city} ${String(number)}${number === 1 ? 'er' : 'e'} arrondissement`) ?? byName.get(city);
}

function choose(namesakes: readonly Commune[], departement: string | undefined, postcode: string | null): Commune | null {
  const [only, other] = presentOrFormer(
    postcode === null ? namesakes : narrow(namesakes, (commune) => commune.postcodes.includes(postcode)),
  );
  if (only !== undefined && other === undefined && postcode !== null && only.postcodes.includes(postcode)) return only;
  if (departement !== undefined) {
    const there = presentOrFormer(namesakes.filter((commune) => commune.departement === departement));
    if (there.length === 1) return there[0] ?? null;
    if (there.length > 1) return null;
  }
  const [first, second] = presentOrFormer(namesakes);
  if (first === undefined) return null;
  if (departement !== undefined && first.population < TOWN_POPULATION) return null;
  if (second === undefined || (first.population >= QUARTIER_POPULATION && second.population < QUARTIER_POPULATION)) return first;
  return first.population >= DOMINANT_POPULATION && first.population >= DOMINANCE * second.population ? first : null;
}

function narrow(communes: readonly Commune[], test: (commune: Commune) => boolean): readonly Commune[] {
  const kept = communes.filter(test);
  return kept.length > 0 ? kept : communes;
}

/** Former communes count only where no present one has the name. */
function presentOrFormer(communes: readonly Commune[]): readonly Commune[] {
  const present = communes.filter((commune) => !commune.former);
  return present.length > 0 ? present : communes;
}
