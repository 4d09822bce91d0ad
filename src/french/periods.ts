import { matchesIn } from './matches.ts';
import { flatten } from './amounts.ts';

/** Years a text speaks of, both included. */
export interface FoundPeriod {
  readonly debut: number;
  readonly fin: number;
  /** 0…1: low where a mark between two years had to be supposed. */
  readonly confidence: number;
  /** Offsets into `flatten(text)`, end excluded. */
  readonly at: number;
  readonly end: number;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2049;
const LONGEST_SPAN = 15;

const YEAR = String.raw`20[0-4]\d`;
const MONTH = String.raw`(?:janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\.?`;
const DAY = String.raw`(?:\d{1,2}|1 ?er)`;
const DATE = String.raw`(?:${DAY} ?[/.-] ?\d{1,2} ?[/.-] ?|${DAY} \d{1,2} |(?:${DAY} )?${MONTH} |\d{1,2}/)(?<![\d])`;
/** A point right behind a word is no decimal point: a speck, or an abbreviation's ("Réalisé.2021"). */
const LEFT = String.raw`(?<![\p{L}\d,°-])(?<!(?<!\p{L}{4})\.)`;
/** No amount, no number of something, no longer number, no code. */
const RIGHT = String.raw`(?![\d\p{L}]|[.,-]\d| \d{3}(?!\d)| ?(?:€|%|euros?|eur\b|k€|logements?|logts?|lgts?|habitants|m²|m2))`;

/** A date at each end makes a period of its years: `du 1er janvier 2024 au 31 décembre 2026`. */
const DATED = new RegExp(
  String.raw`${LEFT}${DATE}(?<from>${YEAR}) ?(?:au|à|a|jusqu['’]au|jusqu['’]à|-|et le|inclus au) ?(?:le |fin )?(?:${DATE})?(?<to>${YEAR})${RIGHT}`,
  'giu',
);
const LIST = new RegExp(
  String.raw`${LEFT}(?<list>${YEAR}(?:(?: ?, ?| ?; ?| et | ?\/ ?| ?\+ ?| ?& ?)${YEAR})+|${YEAR}(?: ?- ?${YEAR}){2,})${RIGHT}`,
  'giu',
);
const SPAN = new RegExp(
  String.raw`${LEFT}(?<from>${YEAR})(?: ?(?:-|>|→|➔|à|a|jusqu['’]en|jusqu['’]à|au) ?|-)(?<to>${YEAR})${RIGHT}`,
  'giu',
);
const SHORT = new RegExp(String.raw`${LEFT}(?<from>${YEAR}) ?[-/] ?(?<short>\d{2})${RIGHT}`, 'giu');
const GLUED = new RegExp(String.raw`${LEFT}(?<from>${YEAR})(?<to>${YEAR})${RIGHT}`, 'giu');
const BETWEEN = new RegExp(String.raw`${LEFT}entre (?<from>${YEAR}) et (?<to>${YEAR})${RIGHT}`, 'giu');
const SINGLE = new RegExp(String.raw`${LEFT}(?<from>${YEAR})${RIGHT}`, 'giu');
/** Years that date something else than the programme: a day, a law, a base of calculation, a deadline. */
const OTHER = [
  new RegExp(String.raw`${LEFT}${DATE}${YEAR}(?!\d)`, 'giu'),
  new RegExp(
    String.raw`(?:base|valeur|r[ée]f[ée]rence|indice|donn[ée]es|d['’]ici|avant|depuis|jusqu['’]en|jusqu['’]à|à partir de|d[èe]s|horizon|loi de finances(?: pour)?|plf|lfi|d[ée]cret|loi|circulaire|ordonnance)(?: l['’]année| fin| de)? ${YEAR}(?!\d)`,
    'giu',
  ),
  new RegExp(String.raw`n ?[°o] ?${YEAR}[- /]\d+`, 'giu'),
];

/** The periods of a text, left to right, none overlapping. Dates, law numbers and bases of calculation are no periods, nor is `N-1`. */
export function findPeriods(text: string): FoundPeriod[] {
  // Asked of every text of a page, most of which hold no year: its two signs tell that sooner than ten patterns.
  if (!text.includes('20')) return [];
  const flat = flatten(text);
  const taken: [number, number][] = [];
  const found: FoundPeriod[] = [];
  const take = (match: RegExpMatchArray, periods: readonly (readonly [number, number])[], confidence: number): void => {
    const at = match.index ?? 0;
    const end = at + match[0].length;
    if (taken.some(([from, to]) => at < to && from < end)) return;
    const possible = periods.filter(([from, to]) => from <= to && to - from <= LONGEST_SPAN && from >= FIRST_YEAR && to <= LAST_YEAR);
    taken.push([at, end]);
    for (const [debut, fin] of possible) found.push({ debut, fin, confidence, at, end });
  };
  for (const match of matchesIn(flat, DATED)) take(match, [between(match)], 0.99);
  for (const match of matchesIn(flat, BETWEEN)) take(match, [between(match)], 0.99);
  for (const match of matchesIn(flat, LIST)) take(match, listed(match), 0.97);
  for (const match of matchesIn(flat, SPAN)) take(match, [between(match)], 0.99);
  for (const match of matchesIn(flat, GLUED)) take(match, [between(match)], 0.6);
  for (const match of matchesIn(flat, SHORT)) {
    const from = Number(match.groups?.['from']);
    const to = Math.floor(from / 100) * 100 + Number(match.groups?.['short']);
    if (to > from && to - from <= LONGEST_SPAN) take(match, [[from, to]], 0.95);
  }
  for (const pattern of OTHER) for (const match of matchesIn(flat, pattern)) take(match, [], 0);
  for (const match of matchesIn(flat, SINGLE)) take(match, [[Number(match.groups?.['from']), Number(match.groups?.['from'])]], 0.97);
  return found.sort((a, b) => a.at - b.at || a.debut - b.debut);
}

function between(match: RegExpMatchArray): readonly [number, number] {
  return [Number(match.groups?.['from']), Number(match.groups?.['to'])];
}

/** `2024, 2025 et 2026`, `2022/2023`: one period where the years follow one another, else one for each. */
function listed(match: RegExpMatchArray): readonly (readonly [number, number])[] {
  const years = (match[0].match(/\d{4}/gu) ?? []).map(Number);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  const isRun = years.every((year, index) => year === first + index);
  const isSlashed = years.length === 2 && match[0].includes('/') && last > first;
  return isRun || isSlashed ? [[first, last]] : years.map((year) => [year, year]);
}

const ANNUAL = /(?:\/|\bpar|\bchaque) ?an(?:née)?\b|\bannuel|\bannualis|\bl['’]an\b/iu;
const WHOLE_PERIOD =
  /\b(?:sur|pour|pendant|durant) (?:la|toute la|l['’]ensemble de la) (?:période|durée)|\b(?:bi|tri)ennal|\b(?:bi|tri)annuel|\bpluriannuel|\b(?:sur|pour) (?:les )?(?:\d{1,2}|deux|trois|quatre|cinq|six) (?:ans|années)\b|\bcumul/iu;

/** Whether a heading counts per year or for the whole period. Both words (`moyenne / an pour la période 2023`): per year. */
export function readBase(text: string): 'an' | 'periode' | null {
  const flat = flatten(text);
  if (ANNUAL.test(flat.replace(/\b(?:bi|tri|pluri)annuel/giu, ''))) return 'an';
  return WHOLE_PERIOD.test(flat) ? 'periode' : null;
}

/** `HT`, `TTC` in a heading; `null` when neither or both. */
export function readTaxe(text: string): 'ht' | 'ttc' | null {
  const flat = flatten(text);
  const ttc = /(?<![\p{L}\d])t\.? ?t\.? ?c(?![\p{L}\d])|toutes taxes/iu.test(flat);
  const ht = /(?<![\p{L}\d])(?:H\.? ?T|h\.t\.?)(?![\p{L}\d])|hors taxe/u.test(flat) || /hors tax/iu.test(flat);
  return ttc === ht ? null : ttc ? 'ttc' : 'ht';
}

/** The unit a heading gives for its amounts: `(en k€)`, `en milliers d'euros`, `M€`, `en euros`; `null` when it says none. */
export function readUnit(text: string): 'euro' | 'kilo' | 'million' | null {
  const flat = flatten(text);
  if (/(?<!\p{L})(?:k ?€|k ?euros?|keur|ke(?!\p{L})|kilo-?euros?)|milliers? (?:d['’] ?euros?|€|d['’]€)|en milliers\b/iu.test(flat))
    return 'kilo';
  if (/(?<!\p{L})(?:M ?€|Meuros?|MEUR)|\bmillions? (?:d['’] ?euros?|€)|\ben millions\b/u.test(flat)) return 'million';
  return /€|\beuros?\b|\bEUR\b/iu.test(flat) ? 'euro' : null;
}
