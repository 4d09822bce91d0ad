import { clean } from './text.ts';
import type { Unit } from './figures.ts';

/** What French tables write around an amount: unit, tax, per year or for the period, reference marks. Sources of regular expressions. */

const EURO = String.raw`(?:€|euros?\b|eur\b)`;
export const CURRENCY = String.raw`(?:(?:k ?|milliers? (?:d['’] ?|de )?|m ?|millions? (?:d['’] ?|de )?)?${EURO}|kilo-?euros?\b|ke\b)`;
/** `1,7 million`: a unit without its currency. */
export const BARE_MULTIPLE = String.raw`(?:millions?|milliers?)\b`;
export const TAX = String.raw`(?:t\.? ?t\.? ?c\b\.?|h\.? ?t\b\.?|toutes taxes comprises|hors taxes?)`;
export const PER_YEAR = String.raw`(?:(?:\/ ?|par |chaque )(?:an|année)\b|annuel(?:le)?s?\b|annuellement\b|l['’]an\b)`;
export const PER_PERIOD = String.raw`(?:(?:sur|pour) (?:la|toute la) (?:période|durée)(?: du contrat| de la convention)?|(?:sur|pour) (?:les )?(?:\d{1,2}|deux|trois|quatre|cinq|six) ans|au total|(?:bi|tri)ennal(?:e|es|s)?|(?:bi|tri)annuel(?:le)?s?)`;

/** Unit meant by a written currency. Lower-case `m€` is read by nobody the same way: `null`. */
export function unitOf(currency: string): Unit | null {
  const text = clean(currency);
  if (/^(?:k|milliers?)/iu.test(text)) return 'kilo';
  if (/^m ?(?:€|eur)/u.test(text)) return null;
  return /^m/iu.test(text) ? 'million' : 'euro';
}

export function taxOf(text: string | undefined): 'ht' | 'ttc' | null {
  if (text === undefined) return null;
  return /^(?:t|toutes)/iu.test(text) ? 'ttc' : 'ht';
}

/** Ways to say, in words of their own, that an action costs nothing or that another line holds its cost; in lower case. */
export const NO_COST = String.raw`(?:sans (?:co[ûu]t|surco[ûu]t|d[ée]pense|incidence|valorisation)[^:;€]{0,40}|co[ûu]t nul|gratuit|non valoris[ée]e?|inclus(?:es?)?(?![a-zà-ÿ])[^:;€]{0,40}|pas de (?:co[ûu]t|d[ée]pense|surco[ûu]t)[^:;€]{0,30})`;
