import { matchesIn } from '../../french/matches.ts';
import { clean, fold } from '../../french/text.ts';
import { codeQpIn, quartierName } from './heading-values.ts';
import type { Sentence } from './faits/sentences-of.ts';
import { PLACE_NAME } from './proper-name.ts';

/** A quartier as a convention gives it. */
export interface QuartierTold {
  readonly nom: string | null;
  readonly codeQp: string | null;
  readonly logements: number | null;
}

const CODE = /(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}(?![\p{L}\d])/gu;
const NUMBER = String.raw`(?<![\d.,])(?:\d{1,3}(?:[  .]\d{3})+|\d{1,6})`;
/** "612 logements"; "dont 41", "en possède 865", where the word is not said again. */
const COUNT = new RegExp(
  String.raw`${NUMBER}(?=\s+(?:logements?|logts?|lgts?)\b)|(?<=\b(?:dont|en\s+(?:poss[èe]de|compte|g[èe]re|d[ée]tient|comprend))\s+)${NUMBER}(?!\s*(?:%|€|eur|ans?\b))`,
  'giu',
);
const GENERIC = String.raw`[Qq]uartiers?(?:\s+[Pp]rioritaires?)?(?:\s+de\s+la\s+(?:[Pp]olitique\s+de\s+la\s+)?[Vv]ille)?(?:\s*\(?QPV\)?)?`;
const LINK = String.raw`(?:(?:suivants?|concern[ée]s?|dits?|d[ée]nomm[ée]s?)\s*)?(?:\s*:\s*)?(?:(?:de|du|des|d['’])\s*)?[«"“]?\s*`;
/** "le quartier de La Forge": the name right behind the word. */
const OF_QUARTIER = new RegExp(String.raw`(?:${GENERIC}|QPV)\s+${LINK}${PLACE_NAME}`, 'u');
const ONE_NAME = PLACE_NAME.replace('?<name>', '?:');
/** "le quartier Europe - Schweitzer (QN04901N)": all that stands between the word and the code, a dash of its own in it. */
const WITH_DASH = new RegExp(
  String.raw`(?:${GENERIC}|QPV)\s+${LINK}(?<name>${ONE_NAME}(?:\s+[-–—]\s+${ONE_NAME})+)\s*[»"”]?\s*\(?(?:code\s*:?\s*)?$`,
  'u',
);
/** The name that ends right before its code: "Les Sablons (QN07201M)", "La Forge, code QP001003". */
const BEFORE_CODE = new RegExp(String.raw`${PLACE_NAME}\s*[»"”]?[\s(,:–—-]*(?:(?:n ?°|code|QPV|QP|quartier prioritaire)[\s:]*)*$`, 'u');
/** "QP001003 – La Forge", "QP001003 (La Forge)" */
const BEHIND_CODE = new RegExp(String.raw`^\s*[(:–—-]\s*[«"“]?\s*${PLACE_NAME}`, 'u');
const NEXT_NAME = new RegExp(String.raw`^(?:\s*,\s*|\s+et\s+|\s*,\s*et\s+)(?:(?:de|du|des|d['’])\s*)?${PLACE_NAME}`, 'u');
const NO_NAME = /^(?:prioritaires?|politique|ville|qpv|\d)/iu;
/** The sentence behind one that presents a quartier counts what is there. */
const THERE = /\by (?:poss[èe]de|compte|d[ée]tient|g[èe]re|dispose|est propri[ée]taire)|\b(?:ce|du) quartier\b/iu;

/** Whether a text names a quartier, by its name or its code. */
export function namesQuartier(text: string): boolean {
  const name = OF_QUARTIER.exec(text)?.groups?.['name'];
  return codeQpIn(text) !== null || (name !== undefined && !NO_NAME.test(name));
}

interface Count {
  readonly at: number;
  readonly value: number;
}

function countsIn(text: string): Count[] {
  return matchesIn(text, COUNT).map((match) => ({ at: match.index, value: Number(match[0].replace(/\D/gu, '')) }));
}

/** One number of dwellings for each place (where in the sentence it is named); none where they cannot be paired off without choosing. */
function pairedOff(counts: readonly Count[], places: readonly number[], text: string): readonly (number | null)[] {
  const [first] = counts;
  const [place = 0] = places;
  const isWhole = first !== undefined && first.at < place && counts.length === places.length + 1;
  const each = isWhole ? counts.slice(1) : counts;
  const isParted = each.some(({ at }, index) => /\bdont\b/u.test(text.slice(at, places[index])));
  return places.map((_, index) => (each.length === places.length && !isParted ? (each[index]?.value ?? null) : null));
}

function nameAt(before: string, after: string): string | null {
  const found = WITH_DASH.exec(before) ?? OF_QUARTIER.exec(before) ?? BEFORE_CODE.exec(before) ?? BEHIND_CODE.exec(after);
  const name = found?.groups?.['name'];
  return name === undefined || NO_NAME.test(name) ? null : quartierName(clean(name));
}

function coded({ text }: Sentence, next: Sentence | undefined): QuartierTold[] {
  const codes = matchesIn(text, CODE);
  const [only, another] = codes;
  if (only === undefined) return [];
  let counts = countsIn(text);
  let counted = text;
  const [count, more] = next === undefined ? [] : countsIn(next.text);
  const goesOn = another === undefined && counts.length === 0 && next?.before?.text === text && THERE.test(next.text);
  if (goesOn && count !== undefined && more === undefined && codeQpIn(next.text) === null) {
    counts = [count];
    counted = '';
  }
  const logements = pairedOff(
    counts,
    codes.map(({ index }) => index),
    counted,
  );
  return codes.map((code, at) => {
    const previous = codes[at - 1];
    const before = text.slice(previous === undefined ? 0 : previous.index + previous[0].length, code.index);
    const after = text.slice(code.index + code[0].length, codes[at + 1]?.index);
    return { nom: nameAt(before, after), codeQp: codeQpIn(code[0]), logements: logements[at] ?? null };
  });
}

/** "La Plaine et du Montanou" is two names: the second begins behind its own small word. */
const AND = /\s+et\s+(?:(?:de|du|des|d['’])\s*)?(?=\p{Lu})/u;

/** Names behind the word "quartier", without codes: "les quartiers de La Forge, de La Plaine et du Montanou". */
function uncoded({ text, folded }: Sentence, communes: readonly string[]): QuartierTold[] {
  const first = OF_QUARTIER.exec(text);
  const name = first?.groups?.['name'];
  if (first === null || name === undefined || folded.startsWith('vu ')) return [];
  const found = [{ name, at: first.index + first[0].length - name.length }];
  for (let end = first.index + first[0].length; ;) {
    const next = NEXT_NAME.exec(text.slice(end));
    const other = next?.groups?.['name'];
    if (next === null || other === undefined) break;
    end += next[0].length;
    found.push({ name: other, at: end - other.length });
  }
  const each = found.flatMap(({ name, at }) => name.split(AND).map((part) => ({ name: part, at: at + name.indexOf(part) })));
  // "les quartiers prioritaires de Lens" are the town's, all of them.
  const towns = communes.map(fold);
  if (each.some((other) => NO_NAME.test(other.name) || towns.includes(fold(other.name)))) return [];
  const logements = pairedOff(
    countsIn(text),
    each.map(({ at }) => at),
    text,
  );
  return each.map((other, at) => ({ nom: quartierName(other.name.replace(/\.$/u, '')), codeQp: null, logements: logements[at] ?? null }));
}

/** The quartiers with their codes that the sentences of a convention tell. */
export function quartiersWithCodes(sentences: readonly Sentence[]): readonly QuartierTold[] {
  return sentences.flatMap((sentence, at) => coded(sentence, sentences[at + 1]));
}

/** Those that they tell by name alone. `communes`: the convention's. */
export function quartiersNamed(sentences: readonly Sentence[], communes: readonly string[]): readonly QuartierTold[] {
  return sentences.flatMap((sentence) => uncoded(sentence, communes));
}
