import { matchesIn } from './matches.ts';
import { flatten } from './amounts.ts';
import { FIGURE } from './figures.ts';
import { CURRENCY, NO_COST, PER_PERIOD, PER_YEAR, TAX } from './marks.ts';
import { findAmounts } from './prose.ts';
import { remember } from './remember.ts';
import { clean } from './text.ts';

/** What an item of a list says: its words, and the text of its amount as printed (`pour mémoire` where it says that there is none). */
export interface Priced {
  readonly label: string;
  readonly amountText: string;
  /** Written with a currency, or one of the ways to say that there is no amount: else a figure that may count something else. */
  readonly sure: boolean;
}

/** All patterns read lower case: to ignore case costs much with letters of all alphabets. */
const LETTER = '[a-zà-öø-ÿœ]';
const AFTER = String.raw`(?: ?(?:${TAX}|${PER_YEAR}|${PER_PERIOD})){0,3}`;
const MONEY = String.raw`(?:(?:environ|env\.?|≈|~) ?)?(?:- ?)?(?:${FIGURE} ?${CURRENCY}|€ ?${FIGURE})${AFTER}`;
/** Without currency only what is written like money: its thousands or cents apart. */
const BARE = String.raw`(?:\d{1,3}(?:[ .]\d{3})+(?:[.,]\d{2})?|\d+[.,]\d{2})${AFTER}`;
/** A year, and the price of one thing counted before it, begin no range: "novembre 2025 – 10 400 €", "2 véhicules x 90 € – 500 €". */
const RANGE = String.raw`(?:(?:entre|de) ${FIGURE} ?(?:${CURRENCY})? ?(?:et|à) ${FIGURE} ?${CURRENCY}|(?<!(?:[x×*]|\d ${LETTER}{1,14} à) ?(?:\d{1,3}[ .]){0,2})(?!(?:19|20)\d\d ?-)${FIGURE} ?(?:${CURRENCY})? ?(?:-|à) ?${FIGURE} ?${CURRENCY})${AFTER}`;
const PRODUCT = String.raw`${FIGURE} ?(?:${CURRENCY})?(?: ${LETTER}{1,14})? ?[x×*] ?${FIGURE} ?${CURRENCY}${AFTER}(?: ?= ?${MONEY})?`;
const BLANK = String.raw`(?:n[ée]ant|pour m[ée]moire|p\.? ?m\.?|p\/m|[àa] (?:d[ée]finir|pr[ée]ciser|d[ée]terminer|chiffrer|estimer|venir)|en (?:attente|cours)(?: de chiffrage)?|non (?:chiffr|communiqu|valoris|renseign|connu|estim)[ée]e?s?|sans objet|s\.?o\.?|n\.?c\.?|${NO_COST}|-{1,3} ?€?)`;
const END = String.raw`(?<close> ?[)\]])? ?[.;,]?$`;

const ENDS = {
  money: new RegExp(`(?<value>${RANGE}|${PRODUCT}|${MONEY})${END}`, 'uy'),
  bare: new RegExp(`(?<value>${BARE})${END}`, 'uy'),
  blank: new RegExp(`(?<value>${BLANK})${END}`, 'uy'),
} as const;
const MONEY_AHEAD = new RegExp(MONEY, 'uy');

/** Words for money between what is done and what it costs. */
const COST = String.raw`(?:(?:co[ûu]ts?|montants?|budgets?|d[ée]penses?|total)(?: ${LETTER}+){0,3} ?(?::|=|de|d['’])? ?)?`;
const SEPARATOR = String.raw`(?::|=|→|➔|➜|⇒|\||…+|\.{2,}|_{2,}|-{2,}|(?:\. ){2,}\.?| - ?)[ .…_:]*`;
const AFTER_SEPARATOR = new RegExp(`${SEPARATOR}${COST}$`, 'u');
const IN_BRACKETS = new RegExp(`[([] ?${COST}$`, 'u');
/** Words that lead from what is done to what it costs; before them no word that makes it the price of one thing. */
const LEAD = new RegExp(
  `(?<! (?:unitaire|moyen|horaire)),? (?:(?:soit|(?:et )?pour)(?: une? (?:montant|co[ûu]t|budget|d[ée]pense|enveloppe)(?: ${LETTER}+){0,2} (?:de|d['’]))?|d['’]un (?:montant|co[ûu]t|budget)(?: ${LETTER}+){0,2} de|(?:estim|[ée]valu|chiffr)[ée]e?s? à) $`,
  'u',
);
/** The amount behind a word and nothing else: `Nettoyage des halls 12 500 €`; behind `à`, `de`… it is the price of something. */
const AFTER_WORD = new RegExp(
  `(?:${LETTER}|[)»"])(?<!(?:^|[ '’(])(?:à|a|de|des|du|d|et|ou|par|sur|dont|entre|x|au|aux|plus|moins)) $`,
  'u',
);
/** Behind the year that ends the words: "… échéance juin 2019 6 000 €", whose figures are no one number; right behind a bracket: "… (hors QPV)16 500 €". */
const AFTER_YEAR = new RegExp(`${LETTER} (?:19|20)\\d\\d $`, 'u');
const AFTER_BRACKET = /[)»]$/u;
/** Behind a sentence: "… reçu le 6 janvier 2021. 3 000 €"; a short word may be an abbreviation that goes with the figure. */
const AFTER_SENTENCE = new RegExp(`(?:${LETTER}{4}|(?<!\\d)\\d{4}|[)»"])\\. $`, 'u');
/** A short word that ends a sentence, before thousands that no abbreviation goes with: "… suivi par la CESF. 6 000 €", "… avec Solid’R. 6 000 €". */
const AFTER_SHORT = new RegExp(`(?<!${LETTER})(?!(?:env|max|min|art|al|vol|[pntc]|ch|moy)\\.)${LETTER}{1,3}\\. $`, 'u');
const IN_THOUSANDS = /^\d{1,3}(?:[ .]\d{3})+/u;
/** Set so close that no white parts it from a word ("… hors QPV6 000 €"), or from the price of one thing: "… estimé à 90 € HT3 664 €"; a letter or two may be a name with its number. */
const AGAINST_WORD = new RegExp(`(?:${LETTER}{3}(?<!(?<!${LETTER})(?:des|par|sur))|(?:€|euros?) ?(?:ht|ttc))$`, 'u');
const BEFORE_WORDS = new RegExp(`^(?: ?(?::|-|→|=|\\|) ?| pour (?:l[ae'’]s? ?)?| (?=\\p{Lu}))(?=\\p{L})`, 'u');
/** How far from its end a text is looked through for the beginning of its amount, and before that for what leads to it. */
const REACH = 75;

/** The number of a telephone: its figures are none of the amount behind it. */
const TELEPHONE = /(?<!\d[ .]?)0[1-9](?:[ .]\d{2}){4}(?![.,]?\d)/gu;

/** As {@link clean} gives it, in lower case and with one spelling of dashes and of the euro sign, telephone numbers as words; every sign stays in its place. */
function flat(text: string): string {
  const even = text
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replace(/\u20a0/gu, '€')
    .replace(TELEPHONE, (number) => 'o'.repeat(number.length));
  const lower = even.toLowerCase();
  return lower.length === even.length ? lower : even;
}

function trimmed(label: string): string {
  return label.replace(/[\s:=…_|→➔⇒-]+$|(?:\s*\.){2,}\s*$|\s+[–—]\s*$/u, '').trim();
}

interface Tail {
  readonly at: number;
  readonly value: string;
  readonly isClosed: boolean;
}

/** Dots that lead to an amount may touch it. */
const LEADER = /(?:\.|…)[.…]$/u;
const BEGINS_FIGURE = /[\d€≈~-]|entre |de \d|env/uy;

/** What ends a text and fits, begun as early as can be. */
function tailOf(text: string, kind: keyof typeof ENDS): Tail | null {
  const pattern = ENDS[kind];
  const end = text.slice(-REACH);
  if (kind === 'blank' ? /\d[)\]]?[.;,]?$/u.test(end) : !/\d/u.test(end) || (kind === 'money' && !/€|eur|ke\b/u.test(end))) return null;
  for (let at = Math.max(0, text.length - REACH); at < text.length; at++) {
    const isGlued = /[\d.,a-zà-öø-ÿœ]/u.test(text.charAt(at - 1)) && !LEADER.test(text.slice(Math.max(0, at - 2), at));
    if (at > 0 && isGlued && !(kind === 'money' && /^[a-zà-öø-ÿœ]\d/u.test(text.slice(at - 1)))) continue;
    // A dash parts words and amount, two that touch are one; it is a sign where something else has parted them.
    if (kind !== 'blank' && text.charAt(at) === '-' && text.charAt(at - 1) === '-') continue;
    if (kind !== 'blank' && text.charAt(at) === '-' && text.charAt(at + 1) === ' ' && !/(?:[:=(-]|\.{4}|…{2}) ?$/u.test(text.slice(0, at)))
      continue;
    BEGINS_FIGURE.lastIndex = at;
    if (kind !== 'blank' && !BEGINS_FIGURE.test(text)) continue;
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    if (groups?.['value'] !== undefined && isNumberOfWords(groups['value'], text.slice(0, at))) continue;
    if (groups?.['value'] !== undefined) return { at, value: groups['value'], isClosed: groups['close'] !== undefined };
  }
  return null;
}

/** What is told from others by its number. */
const NUMBERED =
  /(?<![a-zà-öø-ÿœ])(?:tours?|b[âa]t(?:iments?|\.)?|halls?|entr[ée]es?|escaliers?|cages?|[îi]lots?|lots?|immeubles?|all[ée]es?|r[ée]sidence|secteurs?|tranches?|phases?|cit[ée]|fosse|n°|num[ée]ros?) $/u;
/** Behind "axe" a single figure is the number of the axe, none of the thousands that follow: "Total axe 1 231 000 €". */
const AXE = /(?<![a-zà-öø-ÿœ])axe (?:n° ?)?$/u;
const AFTER_AXE = /(?<![a-zà-öø-ÿœ])axe (?:n° ?)?\d $/u;
const NUMBER_AND_THOUSANDS = /^\d \d{1,3}(?:[ .]\d{3}|,\d{2}| ?€)/u;
/** The ends of a range are never so many times apart. */
const FAR = 20;

/** "Tour 14 – 25 500 €" is no range: its first figure is far too small beside the second, and has no currency; nor is "Tour 14 – 36 k€", the number of a building. */
function isNumberOfWords(value: string, before: string): boolean {
  if (NUMBER_AND_THOUSANDS.test(value) && AXE.test(before)) return true;
  const match = /^(?<low>\d{1,3})(?<dash>\s?-\s?)(?<high>\d[\d .]*)/u.exec(value);
  const [low, high, dash] = [match?.groups?.['low'], match?.groups?.['high']?.replace(/\D/gu, ''), match?.groups?.['dash']];
  if (low === undefined || high === undefined) return false;
  return Number(high) >= FAR * Number(low) || (dash === ' - ' && NUMBERED.test(before));
}

/** Where the words end that an amount at `tail` belongs to; `null` where what stands before it makes it something else. */
function labelEnd(text: string, tail: Tail, kind: keyof typeof ENDS): number | null {
  const from = Math.max(0, tail.at - REACH);
  const before = text.slice(from, tail.at);
  const at = (pattern: RegExp): number | null => {
    const index = before.search(pattern);
    return index < 0 || from + index === 0 ? null : from + index;
  };
  if (tail.isClosed) return kind === 'bare' ? null : at(IN_BRACKETS);
  const separated = at(AFTER_SEPARATOR);
  if (separated !== null || kind !== 'money') return separated;
  const ends = IN_THOUSANDS.test(tail.value) && AFTER_SHORT.test(before);
  return (
    at(LEAD) ??
    (ends || [AFTER_WORD, AFTER_AXE, AFTER_YEAR, AFTER_BRACKET, AFTER_SENTENCE, AGAINST_WORD].some((pattern) => pattern.test(before))
      ? tail.at
      : null)
  );
}

/** The prices of one of something do not count: `24,50 € de l'heure`, `233 € par logement`. */
function isUnitPrice(behind: string): boolean {
  return /^ ?(?:\/ ?(?!an)|par (?!an\b)|de l['’]|l['’]unit|pi[èe]ce|chacun|chaque|le m|l['’]heure)/iu.test(flatten(behind));
}

/** The words and the amount of one item of a list; `null` where the text states no amount of its own, or leaves open which one it is. */
export function pricedText(printed: string): Priced | null {
  const text = clean(printed);
  const even = flat(text);
  for (const kind of ['money', 'bare', 'blank'] as const) {
    const tail = tailOf(even, kind);
    const end = tail === null ? null : labelEnd(even, tail, kind);
    if (tail === null || end === null || !/\S/u.test(text.slice(0, end))) continue;
    // A hyphen that closes a line is no sign for "nothing" unless one parts it from the words.
    if (/^-+ ?€?$/u.test(tail.value) && !tail.isClosed && !/[:=.…] ?$| - ?$/u.test(even.slice(0, tail.at))) continue;
    const amountText = text.slice(tail.at, tail.at + tail.value.length).trim();
    return { label: trimmed(text.slice(0, end)), amountText, sure: kind !== 'bare' };
  }
  return ahead(text, even) ?? amid(text, even);
}

function ahead(text: string, even: string): Priced | null {
  MONEY_AHEAD.lastIndex = 0;
  const value = MONEY_AHEAD.exec(even)?.[0];
  if (value === undefined || isUnitPrice(text.slice(value.length))) return null;
  const rest = text.slice(value.length);
  const mark = BEFORE_WORDS.exec(flat(rest) === rest ? rest : rest.replace(/[\u2010-\u2015]/gu, '-'))?.[0];
  return mark === undefined ? null : { label: rest.slice(mark.length), amountText: text.slice(0, value.length), sure: true };
}

function amid(text: string, even: string): Priced | null {
  const [only, another] = findAmounts(text).filter(({ per }) => per === null);
  if (only === undefined || another !== undefined || isUnitPrice(text.slice(only.end))) return null;
  const from = Math.max(0, only.at - REACH);
  const index = even.slice(from, only.at).search(new RegExp(`(?::|=|→| -) ?${COST}$`, 'u'));
  const rest = text.slice(only.end);
  if (index < 0 || from + index === 0 || !/^[ ,;(–—-]/u.test(rest)) return null;
  return {
    label: `${trimmed(text.slice(0, from + index))} ${rest.replace(/^[\s,;–—-]+/u, '')}`,
    amountText: text.slice(only.at, only.end),
    sure: true,
  };
}

/** An amount that a word says the meaning of: `réalisé : 2 800 €`. */
export interface NamedAmount {
  readonly name: string;
  readonly amountText: string;
}

const MEANING = String.raw`(?:pr[ée]vu|pr[ée]visionnel|r[ée]alis|engag|valoris|report)${LETTER}*`;
const NAME = String.raw`(?:co[ûu]ts?|montants?|d[ée]penses?|budgets?|surco[ûu]ts?|${MEANING})(?: (?!de\b|à\b)${LETTER}[a-zà-öø-ÿœ'’]*){0,4}`;
const NAMED = new RegExp(`(?<!${LETTER})(?<name>${NAME}) ?(?::|=|de|à)? ?(?<value>${MONEY})(?!${LETTER})`, 'gu');
/** The name behind its amount: `13 000 € prévus et 12 000 € réalisés`. */
const NAMED_AFTER = new RegExp(`(?<![a-zà-ÿ\\d])(?<value>${MONEY}) (?<name>${MEANING})`, 'gu');
const BETWEEN = /^(?: ?[;,/|)(-] ?| et | ){1,3}$/u;

/** The amounts at the end of an item that says what each is: `prévu : 3 000 € ; réalisé : 2 800 €`. `null` unless there are two, each by another name. */
export function namedAmounts(printed: string): { readonly label: string; readonly amounts: readonly NamedAmount[] } | null {
  const text = clean(printed);
  const even = flat(text);
  if (!/€|euro/u.test(even)) return null;
  const after = matchesIn(even, NAMED_AFTER);
  const found = after.length > 1 ? after : matchesIn(even, NAMED);
  const last = found.at(-1);
  if (last === undefined || !/^ ?[)\].;]{0,2}$/u.test(text.slice(last.index + last[0].length))) return null;
  let first = found.length - 1;
  for (; first > 0; first--) {
    const before = found[first - 1];
    const own = found[first];
    if (before === undefined || own === undefined || !BETWEEN.test(even.slice(before.index + before[0].length, own.index))) break;
  }
  const tail = found.slice(first);
  const names = new Set(tail.map((match) => match.groups?.['name']));
  if (tail.length < 2 || names.size < tail.length) return null;
  return {
    label: trimmed(text.slice(0, tail[0]?.index ?? 0)).replace(/\s*[([]$|,$/u, ''),
    amounts: tail.map((match) => {
      const { value = '', name = '' } = match.groups ?? {};
      const at = match.index + match[0].indexOf(value);
      const nameAt = match.index + (match[0].startsWith(name) ? 0 : match[0].lastIndexOf(name));
      return { name: text.slice(nameAt, nameAt + name.length), amountText: text.slice(at, at + value.length).trim() };
    }),
  };
}

const LEADS = new RegExp(`^(?:${SEPARATOR} ?)?[([]? ?`, 'u');

/** The amount of a text that is nothing else, dots before it and brackets around it apart; `null` for any other. */
export const amountAlone: (printed: string) => string | null = remember((printed) => {
  const text = clean(printed);
  const even = flat(text);
  if (even.length > 2 * REACH || !/\d|^\W*[a-zà-ÿ-]/u.test(even)) return null;
  const patterns = /\d/u.test(even) ? Object.values(ENDS) : [ENDS.blank];
  for (const start of new Set([0, LEADS.exec(even)?.[0].length ?? 0])) {
    for (const pattern of patterns) {
      pattern.lastIndex = start;
      const value = pattern.exec(even)?.groups?.['value'];
      if (value !== undefined) return text.slice(start, start + value.length).trim();
    }
  }
  return null;
});
