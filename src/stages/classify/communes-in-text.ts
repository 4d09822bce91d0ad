import { matchesIn } from '../../french/matches.ts';
import { clean } from '../../french/text.ts';
import { communesByName, nameKey } from './commune-list.ts';
import { findCommune, type CommuneFound, type CommuneHint } from './find-commune.ts';

export interface CommuneInText extends CommuneFound {
  /** The words as they stand in `clean(text)`. */
  readonly texte: string;
  /** Introduced as a commune (`Ville de …`, `Commune : …`); otherwise only its name stands there. */
  readonly marked: boolean;
  /** Offsets into `clean(text)`, end excluded. */
  readonly at: number;
  readonly end: number;
}

const MARK = String.raw`(?:\bville|\bcommune|\bmairie|\bmunicipalit[ée])s?(?: nouvelle)?\s*`;
const MARK_BEFORE = new RegExp(String.raw`(?:${MARK}(?::|-|–|de |d['’]\s?)\s*|\b\d{5}\s+)$`, 'iu');
const MARK_BEFORE_ARTICLE = new RegExp(`${MARK}:?\\s*$`, 'iu');
/** `Villes de Lourches et de Denain`: a further name behind a marked one. */
const AND_BEFORE = /^\s*(?:,|et|\/)\s*(?:de |d['’]\s?)?$/iu;
const DEPARTEMENT_AFTER = /^\s*\((0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])\)/u;
/** A bare name is only looked for where it stands alone or first, and is a town's: small villages are called Ville, Bourg or Rue. */
const BARE_POPULATION = 1_500;
/** Characters looked at on either side of a name. */
const SIGHT = 40;
const WORD = /[\p{L}\p{N}]+/gu;
const LONGEST_NAME = 9;
/** Ordinary words of headings that are also names of towns. */
const ORDINARY = new Set(
  'angles avion bonne centre condom contes cours croix fosses gorges isle indre ville bourg plan marche parc port pont val tours die eu rue'.split(
    ' ',
  ),
);

/**
 * Communes named in a heading, left to right, longest name first: `LENS GRANDE RESIDENCE`, `Ville de Roubaix – Quartier X`. Unmarked names
 * count only at the start or behind a dash, comma or bracket, and capitalised.
 */
export function communeIn(text: string, hint: CommuneHint = {}): CommuneInText[] {
  const flat = clean(text);
  const found: CommuneInText[] = [];
  const tokens = matchesIn(flat, WORD);
  let index = 0;
  while (index < tokens.length) {
    const match = nameAt(flat, tokens, index, found.at(-1) ?? null, hint);
    if (match !== null) found.push(match.commune);
    index = match === null ? index + 1 : match.next;
  }
  return found;
}

function nameAt(
  flat: string,
  tokens: readonly RegExpMatchArray[],
  index: number,
  previous: CommuneInText | null,
  hint: CommuneHint,
): { commune: CommuneInText; next: number } | null {
  const at = tokens[index]?.index ?? 0;
  const before = flat.slice(Math.max(0, at - SIGHT), at);
  const isFirst = at === 0;
  const goesOn = previous?.marked === true && at - previous.end < SIGHT && AND_BEFORE.test(flat.slice(previous.end, at));
  // `Ville du Havre`: the article belongs to the name.
  const article = /^d(?:u|es)(?= )/u.exec(flat.slice(at, at + SIGHT))?.[0];
  const marked = goesOn || MARK_BEFORE.test(before) || (article !== undefined && MARK_BEFORE_ARTICLE.test(before));
  const isName = /^\p{Lu}/u.test(flat.slice(at, at + 2)) || (marked && article !== undefined);
  if (!isName || !(marked || isFirst || /(?:[–—,;:(/|]\s*|\s-\s)$/u.test(before))) return null;
  for (let last = Math.min(tokens.length, index + LONGEST_NAME) - 1; last >= index; last -= 1) {
    const token = tokens[last];
    const end = (token?.index ?? 0) + (token?.[0].length ?? 0);
    const texte = flat.slice(at, end);
    // A dash glued to both sides is part of a longer name.
    if (/[,;:()|]/u.test(texte) || /^[-'’]\p{L}/u.test(flat.slice(end, end + SIGHT))) continue;
    const name = article === undefined ? texte : texte.replace(/^du /u, 'le ').replace(/^des /u, 'les ');
    const [largest] = communesByName().get(nameKey(name)) ?? [];
    if (largest === undefined) continue;
    const isWhole = isFirst && end === flat.length;
    if (!marked && !isWhole && (ORDINARY.has(nameKey(name)) || largest.population < BARE_POPULATION)) continue;
    const departement = DEPARTEMENT_AFTER.exec(flat.slice(end, end + SIGHT))?.[1];
    const commune = findCommune(name, departement === undefined ? hint : { departement });
    if (commune !== null) return { commune: { ...commune, texte, marked, at, end }, next: last + 1 };
  }
  return null;
}
