import type { Decimal } from 'decimal.js';
import { FIGURE, readFigure, type Unit } from './figures.ts';
import { readFormula } from './formulas.ts';
import { remember } from './remember.ts';
import { BARE_MULTIPLE, CURRENCY, NO_COST, PER_PERIOD, PER_YEAR, TAX, taxOf, unitOf } from './marks.ts';

export { formatEuros, type Unit } from './figures.ts';

/** Why a cell holds no amount though it is not silent about it. None of these is a zero. */
export type BlankSign = 'vide' | 'dash' | 'neant' | 'sans_objet' | 'pour_memoire' | 'non_communique' | 'a_definir';

/** What one cell says. `value` is always in euros, exact. */
export type AmountReading =
  | AmountFound
  | { readonly kind: 'none'; readonly sign: BlankSign }
  /** `entre 5 000 et 7 000 €`: two bounds, no amount. */
  | { readonly kind: 'range' }
  /** Two amounts or more; which one counts is not for this module. */
  | { readonly kind: 'several'; readonly values: readonly Decimal[] }
  /** `12 × 366 €`: `value` is what it gives, `stated` what stands after `=`; `null` where not computable or absent. */
  | { readonly kind: 'formula'; readonly value: Decimal | null; readonly stated: Decimal | null }
  /** Words, a unit price, a rate, a date, a number of dwellings… `ambiguous`: it is a number, but of two possible values (`1,234 €`). */
  | { readonly kind: 'text'; readonly ambiguous: boolean };

export interface AmountFound {
  readonly kind: 'amount';
  readonly value: Decimal;
  readonly unit: Unit;
  /** The cell itself writes its unit (`€`, `EUR`, `k€`…). */
  readonly hasUnit: boolean;
  readonly taxe: 'ht' | 'ttc' | null;
  readonly base: 'an' | 'periode' | null;
  /** A bare `2010`…`2040`: a year as likely as an amount. */
  readonly looksLikeYear: boolean;
  /** `environ 5 000 €`, `≈ 5 000 €`. */
  readonly approximate: boolean;
}

export interface AmountContext {
  /** What the column's heading says amounts are in; a unit in the cell wins. Default: euros. */
  readonly unit?: Unit;
  /** Nothing else says that an amount is expected here: a number without currency is then text. */
  readonly lone?: boolean;
}

const MAX_LENGTH = 200;
/** The dots that lead to an amount, or on which a form has it written. */
const LEADERS = /^(?:[.…_·] ?){4,}(?=[\d€(+-])/u;
const BLANKS: readonly (readonly [BlankSign, RegExp])[] = [
  ['vide', /^(?:€|euros?)?$/iu],
  ['dash', /^[-/.…_]+ ?(?:€|euros?|k€)?$/iu],
  ['neant', /^(?:n[ée]ant|aucune?|aucun montant|rien)(?: (?:en|pour|au titre de) 20\d\d)?\.?$/iu],
  ['neant', new RegExp(`^(?!.*(?:\\d{3}|\\d[.,]\\d\\d))${NO_COST}\\.?$`, 'iu')],
  ['sans_objet', /^(?:s ?\/ ?o|s\. ?o\.?|so|sans objet|sans montant|n ?\/ ?a|n\. ?a\.?|na|non applicable|non concern[ée]e?s?)\.?$/iu],
  ['pour_memoire', /^(?:p\. ?m\.?|pm|p ?\/ ?m|pour m[ée]moire)\.?(?: ?€)?$/iu],
  [
    'non_communique',
    /^(?:n\. ?c\.?|nc|n ?\/ ?c|n\. ?d\.?|nd|non (?:communiqu[ée]|connu|chiffr[ée]|valoris[ée]|renseign[ée]|disponible|estim[ée])e?s?)\.?$/iu,
  ],
  [
    'a_definir',
    /^(?:[àa] (?:d[ée]finir|pr[ée]ciser|d[ée]terminer|chiffrer|venir|compl[ée]ter|estimer|confirmer)|en (?:attente|cours)(?: de chiffrage)?|en cours d['’](?:étude|estimation))\.?$/iu,
  ],
];

/** Two raised figures may as well be cents. */
const RAISED = '[¹²³⁴⁵⁶⁷⁸⁹](?![⁰¹²³⁴⁵⁶⁷⁸⁹])';
const FOOTNOTE = String.raw`(?: ?(?:\(\d{1,2}\)|\([a-d]\)|\[\d{1,2}\]|\*{1,4}|${RAISED}))*`;
const AFTER = String.raw`(?<tax> ?${TAX})?(?<base> ?(?:${PER_YEAR}|${PER_PERIOD}))?(?<tax2> ?${TAX})?`;
const WHOLE = new RegExp(
  String.raw`^(?<about>(?:environ|env\.?|approximativement|≈|~|autour de) ?)?(?<open>\( ?)?(?<sign>[-+] ?)?(?<before>(?:€|eur\b|euros?\b) ?)?` +
    `(?<figure>${FIGURE})(?:${RAISED}(?= ?${CURRENCY}))?` +
    String.raw`(?: ?(?<currency>${CURRENCY}|${BARE_MULTIPLE})(?<glued>\d)?)?${AFTER}(?<close> ?\))?${FOOTNOTE} ?[.;]?$`,
  'iu',
);
const RANGE = new RegExp(
  String.raw`^(?:entre|de|fourchette de)? ?${FIGURE} ?${CURRENCY}? ?(?:et|à|a|-|\/) ?${FIGURE} ?${CURRENCY}(?: ?${TAX})?(?: ?${PER_YEAR})?\.?$`,
  'iu',
);
/** In words that leave no doubt the currency may be missing: it stands in the heading. */
const RANGE_IN_WORDS = new RegExp(
  String.raw`^(?:(?:entre|de|fourchette de) ${FIGURE} ?${CURRENCY}? (?:et|à|a)|${FIGURE} ?${CURRENCY}? (?:à|a)) ${FIGURE}(?: ?${TAX})?(?: ?${PER_YEAR})?\.?$`,
  'iu',
);
const BARE_MULTIPLE_ALONE = new RegExp(`^${BARE_MULTIPLE}$`, 'iu');
const PER_YEAR_ALONE = new RegExp(`^${PER_YEAR}$`, 'iu');
const CURRENCY_BREAK = new RegExp(String.raw`(?<=${CURRENCY}(?: ?${TAX})?) ?(?:[/;+]|et|puis|soit|,)? ?(?=[-+\d€])`, 'iu');
const FIGURE_ALONE = new RegExp(`(?<![^ ])${FIGURE}(?![^ ])`, 'gu');
const DATE = /^\d{1,2} \d{1,2} (?:19|20)\d{2}$/u;
const YEAR = /^20(?:[123]\d|40)$/u;
const PIECE = new RegExp(String.raw`^(?:[-+] ?)?(?:€ ?)?${FIGURE}(?: ?${CURRENCY})?(?: ?${TAX})?$`, 'iu');

/**
 * Reads a cell that should hold one amount. Line breaks in `text` count: a figure is joined over them only where its parts are no amounts
 * by themselves. Never throws, never gives a value that the text does not say: in doubt the reading is `several` or `text`.
 */
export function readAmountCell(text: string, context: AmountContext = {}): AmountReading {
  return context.lone === true ? readAnew(text, context) : IN_UNIT[context.unit ?? 'euro'](text);
}

const inUnit = (unit: Unit): ((text: string) => AmountReading) => remember((text) => readAnew(text, { unit }));
const IN_UNIT = { euro: inUnit('euro'), kilo: inUnit('kilo'), million: inUnit('million') } as const;

function readAnew(text: string, context: AmountContext): AmountReading {
  const flat = flatten(text.replace(/[\r\n]+/gu, ' ')).replace(LEADERS, '');
  if (flat.length > MAX_LENGTH) return { kind: 'text', ambiguous: false };
  const blank = BLANKS.find(([, pattern]) => pattern.test(flat));
  if (blank !== undefined) return { kind: 'none', sign: blank[0] };
  if (!/\d/u.test(flat)) return { kind: 'text', ambiguous: false };

  const parts = text
    .split(/[\r\n]+/u)
    .map(flatten)
    .filter((part) => part !== '');
  const stacked = parts.length > 1 ? parts.map((part) => readWhole(part, context)) : [];
  if (stacked.length > 1 && stacked.every((reading) => reading?.kind === 'amount')) return several(stacked);

  const whole = readWhole(flat, context) ?? readWithShare(flat, context);
  if (whole !== null) return whole;
  if (RANGE.test(flat) || RANGE_IN_WORDS.test(flat)) return { kind: 'range' };
  const formula = readFormula(flat, context.unit ?? 'euro');
  if (formula !== null) return formula;
  return readSeveral(flat, context) ?? { kind: 'text', ambiguous: false };
}

/** The cell shows that it holds no amount: empty, a dash, `néant`… */
export function isBlankAmount(text: string): boolean {
  return readAmountCell(text).kind === 'none';
}

/** One spelling for spaces, dashes and the euro sign. */
export const flatten: (text: string) => string = remember((text) =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replace(/[\u20a0]/gu, '€')
    // "1 200,- €": a dash where the cents would stand.
    .replace(/(?<=\d),-{1,2}(?= ?(?:€|eur|$))/giu, '')
    .trim(),
);

function readWhole(flat: string, context: AmountContext): AmountFound | { kind: 'text'; ambiguous: true } | null {
  const groups = WHOLE.exec(flat)?.groups;
  const figure = groups?.['figure'];
  if (groups === undefined || figure === undefined) return null;
  const { currency, before, open, close, sign, glued } = groups;
  if ((open === undefined) !== (close === undefined)) return null;
  // `12 €5` is no footnote mark: twelve euros and five.
  if (glued !== undefined && !/^(?:€|k€|m€)$/iu.test(currency ?? '')) return null;
  if (currency !== undefined && before !== undefined) return null;

  const written = currency === undefined ? (before === undefined ? null : 'euro') : unitOf(currency);
  if (currency !== undefined && written === null) return { kind: 'text', ambiguous: true };
  const hasUnit = before !== undefined || (currency !== undefined && !BARE_MULTIPLE_ALONE.test(currency));
  const isFigureLike = hasUnit || groups['tax'] !== undefined || /[ ']\d{3}|[.,]\d{2}$/u.test(figure);
  if (!isFigureLike && (context.lone === true || (open !== undefined && figure.length < 3))) return null;

  const unit = written ?? context.unit ?? 'euro';
  const value = readFigure(figure, unit);
  if (value === null) return { kind: 'text', ambiguous: true };
  const bareYear = !hasUnit && YEAR.test(figure);
  if (open !== undefined && bareYear) return null;
  const negative = (open !== undefined) !== (sign?.startsWith('-') === true);
  const base = groups['base']?.trim();
  return {
    kind: 'amount',
    value: negative && !value.isZero() ? value.negated() : value,
    unit,
    hasUnit,
    taxe: taxOf((groups['tax'] ?? groups['tax2'])?.trim()),
    base: base === undefined ? null : PER_YEAR_ALONE.test(base) ? 'an' : 'periode',
    looksLikeYear: bareYear && base === undefined,
    approximate: groups['about'] !== undefined,
  };
}

/** `12 000 € (dont 4 000 € FIPD)`: what stands behind "dont" is a share of the amount before it. */
function readWithShare(flat: string, context: AmountContext): AmountFound | null {
  const before = /^(?<before>.*?\d.*?)[ ,;]*\(? ?dont\b[^()]*\)?$/iu.exec(flat)?.groups?.['before'];
  const reading = before === undefined ? null : readWhole(before, context);
  return reading?.kind === 'amount' && reading.hasUnit ? reading : null;
}

function several(readings: readonly (AmountReading | null)[]): AmountReading {
  return { kind: 'several', values: readings.flatMap((reading) => (reading?.kind === 'amount' ? [reading.value] : [])) };
}

/** Amounts one behind the other: `1 000 € 500 €`, `500 1 000`, `1 000 € HT / 1 200 € TTC`. Cut behind currencies, then at spaces. */
function readSeveral(flat: string, context: AmountContext): AmountReading | null {
  if (!/^[-+€\d]/u.test(flat) || DATE.test(flat)) return null;
  const behindCurrency = flat.split(CURRENCY_BREAK).map((piece) => piece.trim());
  const pieces = behindCurrency.length > 1 ? behindCurrency : cutAtSpaces(flat);
  if (pieces.length < 2 || !pieces.every((piece) => PIECE.test(piece))) return null;
  const readings = pieces.map((piece) => readWhole(piece, { ...context, lone: false }));
  return readings.every((reading) => reading?.kind === 'amount') ? several(readings) : null;
}

/** `500 1 000` → `500`, `1 000`; a figure takes all the groups of three that follow it. */
function cutAtSpaces(flat: string): string[] {
  const figures = flat.match(FIGURE_ALONE) ?? [];
  return figures.join(' ') === flat ? figures : [];
}
