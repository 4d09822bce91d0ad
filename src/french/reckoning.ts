import { matchesIn } from './matches.ts';
import { Decimal } from 'decimal.js';
import { flatten } from './amounts.ts';
import { expressionsIn, showFigure as show } from './expressions.ts';
import { readFigure } from './figures.ts';
import { findAmounts, type FoundAmount } from './prose.ts';

/**
 * The arithmetic that a description spells out beside its amount: `61 personnes - 10 h/an à 24,50 €/h`, `2 000 €/an + 500 €/kapseur (12
 * kapseurs)`, `366 € par mois`, `QPV : 1 258 €/logt - hors QPV : 470 €/logt`, `12 x 35 €`. What is recomputed is shown as a formula.
 */
export interface Calculation {
  /** As a person would write it: `61 × 10 × 24,50`. */
  readonly formula: string;
  readonly value: Decimal;
  /** The text leaves no other way to reckon: a difference is worth telling. Else only an agreement is. */
  readonly isCertain: boolean;
}

/** The difference of two unit costs, in and out of the quartier, that a number of things multiplies. */
export interface UnitDifference {
  readonly inside: Decimal;
  readonly outside: Decimal;
  /** `logement`, `attribution`… */
  readonly per: string;
}

interface Count {
  readonly value: Decimal;
  /** The noun counted, folded to its first letters. */
  readonly noun: string;
  readonly at: number;
}

/** `mois` without its last letter, as {@link root} gives it. */
const MONTHLY = /^moi$|^mensuel/u;
const MONTHS = new Decimal(12);
const COUNTED = /(?<![\d.,€\p{L}])(?<count>\d{1,3}(?:[  ]\d{3})+|\d{1,5})(?![\d.,]\d| ?€| ?%) ?(?<noun>m²|\p{L}[\p{L}-]*)/gu;
const YEARLIKE = /^(?:19|20)\d\d$/u;
const NO_COUNT =
  /^(?:an|ans|mois|er|ere|eme|e|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|rue|avenue|m|a|et|de|ou|au)$/u;

function root(word: string): string {
  const flat = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?:s|x)$/u, '');
  return SAME[flat] ?? flat;
}

/** Short and long forms of what landlords count. */
const SAME: Readonly<Record<string, string>> = {
  h: 'heure',
  heure: 'heure',
  logt: 'logement',
  lgt: 'logement',
  log: 'logement',
  pers: 'personne',
  personne: 'personne',
  jour: 'jour',
  j: 'jour',
  semaine: 'semaine',
  sem: 'semaine',
};

function countsOf(flat: string): Count[] {
  return matchesIn(flat, COUNTED).flatMap((match) => {
    const { count = '', noun = '' } = match.groups ?? {};
    const before = flat.slice(0, match.index);
    // `+ de 65 ans`, `rue`, a year: no number of things.
    if (YEARLIKE.test(count) || NO_COUNT.test(root(noun)) || /(?:plus|\+) de $/iu.test(before)) return [];
    const value = readFigure(count.replace(/ /gu, ' '), 'euro');
    return value === null || value.isZero() ? [] : [{ value, noun: root(noun), at: match.index }];
  });
}

function unique(counts: readonly Count[], noun: string): Count | null {
  const same = counts.filter((count) => count.noun === noun);
  const values = new Set(same.map(({ value }) => value.toString()));
  const [only] = same;
  return only !== undefined && values.size === 1 ? only : null;
}

function distinct(counts: readonly Count[]): number {
  return new Set(counts.map(({ noun, value }) => `${noun} ${value.toString()}`)).size;
}

/** What one price says, multiplied by what it is the price of. */
function priced(price: FoundAmount, counts: readonly Count[]): Calculation[] {
  const per = price.per === null ? null : root(price.per);
  if (per === null) return [];
  if (MONTHLY.test(per)) return [{ formula: `${show(price.value)} × 12`, value: price.value.times(MONTHS), isCertain: true }];
  const own = unique(counts, per);
  if (own === null) return [];
  const once: Calculation = {
    formula: `${show(own.value)} × ${show(price.value)}`,
    value: own.value.times(price.value),
    isCertain: distinct(counts) === 1,
  };
  if (!TIME.has(per)) return [once];
  // Hours, days or nights of each person, of each week: the others counted multiply too.
  const nouns = new Set(counts.map(({ noun }) => noun));
  const others = [...nouns].map((noun) => unique(counts, noun)).filter((count): count is Count => count !== null && count !== own);
  if (others.length === 0 || others.length > MOST_FACTORS) return [once];
  const product = (factors: readonly Count[]): Calculation => ({
    formula: [...factors, own].map(({ value }) => `${show(value)} × `).join('') + show(price.value),
    value: factors.reduce((all, { value }) => all.times(value), own.value.times(price.value)),
    isCertain: PEOPLE.has(others[0]?.noun ?? '') && distinct(counts) === 2,
  });
  const all = others.length > 1 ? [product(others)] : [];
  return [...all, ...others.map((other) => product([other])), { ...once, isCertain: false }];
}

/** What is paid by time. */
const TIME: ReadonlySet<string> = new Set(['heure', 'jour', 'nuit', 'soiree', 'vacation', 'semaine']);
/** What surely multiplies an hour. */
const PEOPLE: ReadonlySet<string> = new Set(
  'personne agent gardien jeune seance atelier semaine locataire menage logement mediateur'.split(' '),
);
const MOST_FACTORS = 3;

/** Without tax, what the column says may be more. */
function isTaxed(amounts: readonly FoundAmount[]): boolean {
  return amounts.length > 0 && amounts.every(({ taxe }) => taxe !== 'ht');
}

/** `12 x 35 €`, `26 tournées × 140 € + 1 200 €`: certain where nothing else of the text counts or costs. */
function written(flat: string, amounts: readonly FoundAmount[], counts: readonly Count[]): Calculation[] {
  const expressions = expressionsIn(flat);
  return expressions.map(({ formula, value, hasProduct, at, end }) => {
    const isInside = (each: { readonly at: number }): boolean => each.at >= at && each.at < end;
    const isAll = expressions.length === 1 && isTaxed(amounts) && amounts.every(isInside) && counts.every(isInside);
    return { formula, value, isCertain: hasProduct && isAll };
  });
}

/** A number of things right before what one costs: `7 enlèvements à 180 €`, `12 boîtiers à 35 € par mois`. */
const EACH = /(?<![\d.,])(?<count>\d{1,5}) (?<noun>\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,4}?) (?:à|au prix de|pour) $/iu;

function each(flat: string, amounts: readonly FoundAmount[], counts: readonly Count[]): Calculation[] {
  const isCertain = amounts.length === 1 && isTaxed(amounts) && distinct(counts) <= 1;
  return amounts.flatMap((price) => {
    const match = EACH.exec(flat.slice(0, price.at));
    const count = match?.groups?.['count'] ?? '';
    if (match === null || YEARLIKE.test(count) || NO_COUNT.test(root(match.groups?.['noun'] ?? ''))) return [];
    const isMonthly = price.per !== null && MONTHLY.test(root(price.per));
    const value = price.value.times(count);
    const formula = `${count} × ${show(price.value)}`;
    return [isMonthly ? { formula: `${formula} × 12`, value: value.times(MONTHS), isCertain } : { formula, value, isCertain }];
  });
}

/** A yearly base and a price for each: `2 000 €/an + 500 €/kapseur`. */
function sums(flat: string, amounts: readonly FoundAmount[], counts: readonly Count[]): Calculation[] {
  return amounts.flatMap((left, index) => {
    const right = amounts[index + 1];
    if (right === undefined || !/^[^\d]{0,12}\+ ?$/u.test(flat.slice(left.end, right.at))) return [];
    const [part] = right.per === null ? [] : priced(right, counts);
    if (part === undefined) return right.per === null && left.per === null ? [plain(left, right)] : [];
    return [{ formula: `${show(left.value)} + ${part.formula}`, value: left.value.plus(part.value), isCertain: part.isCertain }];
  });
}

function plain(left: FoundAmount, right: FoundAmount): Calculation {
  return { formula: `${show(left.value)} + ${show(right.value)}`, value: left.value.plus(right.value), isCertain: false };
}

/** `(montant du loyer × pourcentage de réduction) × 12`: the référentiel's own way for premises (7.5). */
function rents(flat: string, amounts: readonly FoundAmount[]): Calculation[] {
  if (!/loyer|rabais|minoration|location/iu.test(flat)) return [];
  const rates = matchesIn(flat, /(?<![\d.,])(\d{1,3}) ?%/gu).map((match) => Number(match[1]));
  return amounts
    .filter(({ base, per }) => base === null && (per === null || MONTHLY.test(root(per))))
    .flatMap(({ value }) => [
      { formula: `${show(value)} × 12`, value: value.times(MONTHS), isCertain: false },
      ...rates
        .filter((rate) => rate > 0 && rate < 100)
        .map((rate) => ({
          formula: `${show(value)} × ${String(rate)} % × 12`,
          value: value.times(rate).dividedBy(100).times(MONTHS),
          isCertain: false,
        })),
    ]);
}

/** Something else is paid too, of which the text gives no price: "12 tournées à 640 € l'une, plus la mise en décharge". */
const UNPRICED_MORE = /(?:[,;]? (?:plus|ainsi que)|[,;]? et en plus| ?\+) (?!de\b|d['’])\p{L}[^\d€]*$/iu;

/** Every way to reckon the amount that the text offers, the one that uses most of it first. */
export function calculationsIn(text: string): readonly Calculation[] {
  const found = everyCalculation(text);
  return UNPRICED_MORE.test(flatten(text)) ? found.map((one) => ({ ...one, isCertain: false })) : found;
}

function everyCalculation(text: string): readonly Calculation[] {
  const flat = flatten(text);
  const amounts = findAmounts(flat);
  const counts = countsOf(flat);
  const summed = sums(flat, amounts, counts);
  const single = amounts.flatMap((price) => priced(price, counts)).map((one) => (summed.length > 0 ? { ...one, isCertain: false } : one));
  const counted = each(flat, amounts, counts);
  const weaker = counted.length > 0 ? single.map((one) => ({ ...one, isCertain: false })) : single;
  return [...summed, ...counted, ...weaker, ...written(flat, amounts, counts), ...rents(flat, amounts)];
}

const OUTSIDE = /hors[ -]?(?:qpv|quartiers?)/iu;
const RIGHT_OUTSIDE = /^ ?(?:(?:\/|par) ?\p{L}+\.? ?)?\(?hors[ -]?(?:qpv|quartiers?)\)?(?! ?:)/iu;

/** Two unit costs of the same thing, told apart as in and out of the quartier; `null` when the text does not say so clearly. */
export function unitDifferenceIn(text: string): UnitDifference | null {
  const flat = flatten(text);
  const amounts = findAmounts(flat);
  const priced = amounts.filter(({ per }) => per !== null);
  // `1 850 € par logement en QPV contre 1 430 € hors QPV`: the second says what for with the first.
  const [first, second, third] = priced.length === 1 ? amounts : priced;
  if (first === undefined || second === undefined || third !== undefined) return null;
  const per = root(first.per ?? second.per ?? '');
  if ([first, second].some((price) => price.per !== null && root(price.per) !== per)) return null;
  const before = flat.slice(Math.max(0, first.at - 20), first.at);
  const between = flat.slice(first.end, second.at);
  if (OUTSIDE.test(before)) return { inside: second.value, outside: first.value, per };
  // `470 € par logement hors QPV et 1 258 € en QPV`: what follows a price at once is said of it.
  if (RIGHT_OUTSIDE.test(between)) return { inside: second.value, outside: first.value, per };
  if (OUTSIDE.test(between) || OUTSIDE.test(flat.slice(second.end, second.end + 30)))
    return { inside: first.value, outside: second.value, per };
  return null;
}

/** How many of them the text counts: `38 logements`; `null` when it does not say, or gives two numbers. */
export function countIn(text: string, noun: string): Decimal | null {
  return unique(countsOf(flatten(text)), root(noun))?.value ?? null;
}

export type Agreement = 'exact' | 'arrondi' | 'ecart';

/** A stated amount further than this from what its text gives is no rounding of it. */
const ROUNDING_MAX = 0.03;

/** `arrondi`: the amount is rounder than what the text gives, and no further from it than the last digit it keeps. */
export function agreementOf(value: Decimal, stated: Decimal): Agreement {
  const difference = value.minus(stated).abs();
  if (difference.isZero()) return 'exact';
  if (difference.lessThan(roundingOf(stated)) && difference.lessThanOrEqualTo(stated.abs().times(ROUNDING_MAX))) return 'arrondi';
  return 'ecart';
}

/** The step of the round numbers the amount belongs to: 50 for 12 750, 100 for 4 400, 1 000 for 15 000, 1 for 4 397, 0,01 for 12,34. */
function roundingOf(stated: Decimal): Decimal {
  const cents = stated.times(100).abs();
  let step = new Decimal(1);
  for (;;) {
    const five = step.times(5);
    const ten = step.times(10);
    if (cents.modulo(ten).isZero() && ten.lessThanOrEqualTo(cents)) step = ten;
    else return (cents.modulo(five).isZero() && !step.equals(1) ? five : step).dividedBy(100);
  }
}
