import { flatten, readAmountCell } from './amounts.ts';
import { FIGURE } from './figures.ts';
import { CURRENCY, PER_PERIOD, PER_YEAR, TAX } from './marks.ts';
import { findAmounts } from './prose.ts';
import { clean } from './text.ts';

/** What an item of a list says: its words, and the text of its amount as printed (`pour mémoire` where it says that there is none). */
export interface Priced {
  readonly label: string;
  readonly amountText: string;
  /** Written with a currency, or one of the ways to say that there is no amount: else a figure that may count something else. */
  readonly sure: boolean;
}

const AFTER = String.raw`(?: ?(?:${TAX}|${PER_YEAR}|${PER_PERIOD})){0,3}`;
const MONEY = String.raw`(?:(?:environ|env\.?|≈|~) ?)?(?:- ?)?(?:${FIGURE} ?${CURRENCY}|€ ?${FIGURE})${AFTER}`;
/** Without currency only what is written like money: its thousands or cents apart. */
const BARE = String.raw`(?:\d{1,3}(?:[ .]\d{3})+(?:[.,]\d{2})?|\d+[.,]\d{2})${AFTER}`;
const RANGE = String.raw`(?:(?:entre|de) ${FIGURE} ?(?:${CURRENCY})? ?(?:et|à) ${FIGURE} ?${CURRENCY}|${FIGURE} ?(?:${CURRENCY})? ?(?:-|à) ?${FIGURE} ?${CURRENCY})${AFTER}`;
const PRODUCT = String.raw`${FIGURE} ?(?:${CURRENCY})?(?: \p{L}{1,14})? ?[x×*] ?${FIGURE} ?${CURRENCY}${AFTER}(?: ?= ?${MONEY})?`;
/** Ways to say in an item that it has no cost of its own. */
const NO_COST = String.raw`(?:sans (?:co[ûu]t|surco[ûu]t|d[ée]pense|incidence|valorisation)[^:;€]{0,40}|co[ûu]t nul|gratuit|non valoris[ée]e?|inclus[^:;€]{0,40}|pas de (?:co[ûu]t|d[ée]pense|surco[ûu]t)[^:;€]{0,30})`;
const BLANK = String.raw`(?:n[ée]ant|pour m[ée]moire|p\.? ?m\.?|p\/m|[àa] (?:d[ée]finir|pr[ée]ciser|d[ée]terminer|chiffrer|estimer|venir)|en (?:attente|cours)(?: de chiffrage)?|non (?:chiffr|communiqu|valoris|renseign|connu|estim)[ée]e?s?|sans objet|s\.?o\.?|n\.?c\.?|${NO_COST}|-{1,3} ?€?)`;
const END = String.raw` ?[.;,]?$`;
/** Between an item's words and its amount. */
const SEPARATOR = String.raw`(?: ?(?::|=|→|➔|➜|⇒|\||…+|\.{2,}|_{2,}|-{2,}|(?:\. ){2,}\.?)[ .…_:]*| - )`;
/** Words that lead from what is done to what it costs. */
const LEAD = String.raw`(?:(?:,|;)? ?(?:soit|(?:et )?pour)(?: un(?:e)? (?:montant|co[ûu]t|budget|d[ée]pense|enveloppe)(?: \p{L}+){0,2} (?:de|d['’]))?|,? d['’]un (?:montant|co[ûu]t|budget)(?: \p{L}+){0,2} de|,? (?:estim|[ée]valu|chiffr)[ée]e?s? à)`;
const COST = String.raw`(?:(?:co[ûu]ts?|montants?|budgets?|d[ée]penses?|total)(?: \p{L}+){0,3} ?(?::|=|de|d['’])? ?)?`;
const VALUE = `${RANGE}|${PRODUCT}|${MONEY}`;

const TAIL = new RegExp(`^(?<label>.*?\\S)${SEPARATOR} ?${COST}(?<value>${VALUE}|${BARE}|${BLANK})${END}`, 'iu');
const BRACKETS = new RegExp(`^(?<label>.*?\\S) ?[([] ?${COST}(?<value>${VALUE}|${BLANK}) ?[)\\]]${END}`, 'iu');
const LED = new RegExp(`^(?<label>.*?[\\p{L}\\d)»"%](?<! (?:unitaire|moyen|horaire))),? ?${LEAD} (?<value>${VALUE})${END}`, 'iu');
/** The amount behind a word and nothing else: `Nettoyage des halls 12 500 €`; behind `à`, `de`… it is the price of something. */
const CLOSE = new RegExp(
  `^(?<label>.*?[\\p{L})»"](?<!(?:^|[ '’(])(?:à|a|de|des|du|d|et|ou|par|sur|dont|entre|x|au|aux|plus|moins))) (?<value>${MONEY})${END}`,
  'iu',
);
const AHEAD = new RegExp(`^(?<value>${MONEY})(?: ?(?::|-|→|=|\\|) ?| pour (?:l[ae'’]s? ?)?| (?=\\p{Lu}))(?<label>\\p{L}.*)$`, 'iu');
const AMID = new RegExp(`^(?<label>.*?\\S)(?: ?[:=→] ?| - )${COST}(?<value>${MONEY})(?<rest>[ ,;(-].*)$`, 'iu');
const ALONE = new RegExp(`^(?:${SEPARATOR} ?)?[([]? ?(?<value>${VALUE}|${BARE}|${BLANK}) ?[)\\]]?${END}`, 'iu');

/** Same length as {@link clean} gives, with one spelling of dashes and of the euro sign. */
function flat(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-').replace(/\u20a0/gu, '€');
}

function trimmed(label: string): string {
  return label.replace(/[\s:=…_|→➔⇒-]+$|(?:\s*\.){2,}\s*$|\s+[–—]\s*$/u, '').trim();
}

function isSure(value: string): boolean {
  return new RegExp(`${CURRENCY}|€`, 'iu').test(value) || !/\d/u.test(value);
}

/** The prices of one of something do not count: `24,50 € de l'heure`, `233 € par logement`. */
function isUnitPrice(text: string, value: string, at: number): boolean {
  const behind = flatten(text.slice(at + value.length));
  return /^ ?(?:\/ ?(?!an)|par (?!an\b)|de l['’]|l['’]unit|pi[èe]ce|chacun|chaque|le m|l['’]heure)/iu.test(behind);
}

/** The words and the amount of one item of a list; `null` where the text states no amount of its own, or leaves open which one it is. */
export function pricedText(printed: string): Priced | null {
  const text = clean(printed);
  const even = flat(text);
  for (const pattern of [TAIL, BRACKETS, LED, CLOSE]) {
    const groups = pattern.exec(even)?.groups;
    const value = groups?.['value'];
    const label = groups?.['label'];
    if (value === undefined || label === undefined) continue;
    const at = even.lastIndexOf(value);
    // A hyphen that closes a line is no sign for "nothing".
    if (/^-+ ?€?$/u.test(value) && pattern !== BRACKETS && !/[:=.…] ?$| -$/u.test(even.slice(0, at).trimEnd())) continue;
    const amountText = text.slice(at, at + value.length).trim();
    return { label: trimmed(text.slice(0, label.length)), amountText, sure: isSure(value) };
  }
  const ahead = AHEAD.exec(even)?.groups;
  if (ahead?.['value'] !== undefined && ahead['label'] !== undefined && !isUnitPrice(even, ahead['value'], 0))
    return { label: text.slice(text.length - ahead['label'].length), amountText: text.slice(0, ahead['value'].length), sure: true };
  const amid = AMID.exec(even)?.groups;
  const value = amid?.['value'];
  if (amid?.['label'] === undefined || value === undefined) return null;
  const at = even.indexOf(value, amid['label'].length);
  const whole = findAmounts(text).filter(({ per }) => per === null);
  if (whole.length !== 1 || isUnitPrice(even, value, at)) return null;
  return {
    label: `${trimmed(text.slice(0, amid['label'].length))} ${text.slice(at + value.length).replace(/^[\s,;–—-]+/u, '')}`,
    amountText: text.slice(at, at + value.length).trim(),
    sure: true,
  };
}

/** An amount that a word says the meaning of: `réalisé : 2 800 €`. */
export interface NamedAmount {
  readonly name: string;
  readonly amountText: string;
}

const NAME = String.raw`(?:co[ûu]ts?|montants?|d[ée]penses?|budgets?|pr[ée]vu\p{L}*|pr[ée]vision\p{L}*|r[ée]alis\p{L}*|engag\p{L}*|valoris\p{L}*|report\p{L}*|surco[ûu]ts?)(?: (?!de\b|à\b)\p{L}[\p{L}'’]*){0,4}`;
const NAMED = new RegExp(`(?<![\\p{L}])(?<name>${NAME}) ?(?::|=|de|à)? ?(?<value>${MONEY})(?!\\p{L})`, 'giu');
/** The name behind its amount: `13 000 € prévus et 12 000 € réalisés`. */
const NAMED_AFTER = new RegExp(
  `(?<![\\p{L}\\d])(?<value>${MONEY}) (?<name>(?:pr[ée]vu|pr[ée]visionnel|r[ée]alis|engag|valoris|report)\\p{L}*)`,
  'giu',
);
const BETWEEN = /^(?: ?[;,/|)(-] ?| et | ){1,3}$/u;

/** The amounts at the end of an item that says what each is: `prévu : 3 000 € ; réalisé : 2 800 €`. `null` unless there are two, each by another name. */
export function namedAmounts(printed: string): { readonly label: string; readonly amounts: readonly NamedAmount[] } | null {
  const text = clean(printed);
  const after = [...flat(text).matchAll(NAMED_AFTER)];
  const found = after.length > 1 ? after : [...flat(text).matchAll(NAMED)];
  const last = found.at(-1);
  if (last === undefined || !/^ ?[)\].;]{0,2}$/u.test(text.slice(last.index + last[0].length))) return null;
  let first = found.length - 1;
  for (; first > 0; first--) {
    const before = found[first - 1];
    const own = found[first];
    if (before === undefined || own === undefined || !BETWEEN.test(flat(text).slice(before.index + before[0].length, own.index))) break;
  }
  const tail = found.slice(first);
  const names = new Set(tail.map((match) => match.groups?.['name']?.toLowerCase()));
  if (tail.length < 2 || names.size < tail.length) return null;
  return {
    label: trimmed(text.slice(0, tail[0]?.index ?? 0)).replace(/\s*[([]$|,$/u, ''),
    amounts: tail.map((match) => {
      const value = match.groups?.['value'] ?? '';
      const at = match.index + match[0].indexOf(value);
      return { name: match.groups?.['name'] ?? '', amountText: text.slice(at, at + value.length).trim() };
    }),
  };
}

/** The amount of a text that is nothing else, dots before it and brackets around it apart; `null` for any other. */
export function amountAlone(printed: string): string | null {
  const text = clean(printed);
  const value = ALONE.exec(flat(text))?.groups?.['value'];
  return value === undefined ? null : text.slice(flat(text).lastIndexOf(value)).slice(0, value.length).trim();
}

/** Words that say there is no amount: not a doubt about one. */
export function saysNoCost(text: string): boolean {
  return readAmountCell(text).kind === 'none' || new RegExp(`^${NO_COST}$`, 'iu').test(flat(clean(text)));
}
