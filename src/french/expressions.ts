import { matchesIn } from './matches.ts';
import type { Decimal } from 'decimal.js';
import { FIGURE, readFigure } from './figures.ts';

/** A calculation that prose writes out with its signs: `14 agents x 320 €`, `26 tournées × 140 € + 1 200 €`, `(1 850 € − 1 430 €) × 38`. */
export interface Expression {
  /** As printed, without nouns: `26 × 140 + 1 200`. */
  readonly formula: string;
  readonly value: Decimal;
  readonly hasProduct: boolean;
  /** Offsets into the text, end excluded. */
  readonly at: number;
  readonly end: number;
}

interface Part {
  readonly value: Decimal;
  readonly formula: string;
  readonly operators: number;
  readonly hasProduct: boolean;
  readonly isMoney: boolean;
  /** A price for one of something, which alone is no sum of money: `500 €/kapseur`. */
  readonly isPrice: boolean;
  readonly end: number;
}

const NUMBER = new RegExp(
  String.raw`(?<figure>${FIGURE})(?![\d,%]| ?%)(?<money> ?(?:€|euros?\b|eur\b))?(?<per> ?(?:/|par ) ?\p{L}[\p{L}.²]*)?`,
  'iuy',
);
const OPEN = /\( ?/uy;
const CLOSE = / ?\)/uy;
/** What is counted, before the sign that follows it: `14 agents`, `6 heures de visite`. */
const NOUN = /(?: (?:ttc|ht))?(?: ?\p{L}[\p{L}.'’²]*(?: \p{L}[\p{L}.'’²]*){0,3}?)?/iuy;
const TIMES = / ?(?:×|\*|x(?= ?[\d(])) ?/iuy;
/** `8 ateliers de 150 €`: each at that price. */
const EACH = / (?:à|de|au prix de|au tarif de) /iuy;
const PLUS = / ?\+ ?/uy;
/** A minus stands apart from both figures; glued to one it is a dash of `2-3 agents`. */
const MINUS = / [−–-] /uy;
const MONEY_NEXT = new RegExp(String.raw`${FIGURE} ?(?:€|euros?\b|eur\b)`, 'iuy');
const YEARLIKE = /^(?:19|20)\d\d$/u;
const STARTS = /(?<![\d.,\p{L}/°-]|[°/] |\d )[(\d]/gu;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function showFigure(value: Decimal): string {
  const [whole = '0', decimals] = value.toFixed(value.decimalPlaces() === 0 ? 0 : Math.max(2, value.decimalPlaces())).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ' ');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

function factor(text: string, at: number): Part | null {
  const open = matchAt(OPEN, text, at);
  if (open !== null) {
    const inner = sum(text, at + open[0].length, true);
    const close = inner === null ? null : matchAt(CLOSE, text, inner.end);
    if (inner === null || close === null || inner.operators === 0) return null;
    return { ...inner, formula: `(${inner.formula})`, end: inner.end + close[0].length };
  }
  const match = matchAt(NUMBER, text, at);
  const { figure = '', money, per } = match?.groups ?? {};
  const value = match === null ? null : readFigure(figure, 'euro');
  if (match === null || value === null || (money === undefined && YEARLIKE.test(figure))) return null;
  const isMoney = money !== undefined;
  return {
    value,
    formula: showFigure(value),
    operators: 0,
    hasProduct: false,
    isMoney,
    isPrice: isMoney && per !== undefined,
    end: at + match[0].length,
  };
}

/** Past a sign, with or without the noun that stands before it; `null` when no such sign follows. */
function past(text: string, at: number, sign: RegExp): number | null {
  const direct = matchAt(sign, text, at);
  if (direct !== null) return at + direct[0].length;
  const [noun = ''] = matchAt(NOUN, text, at) ?? [];
  // The noun is matched as short as can be: it is lengthened word by word until the sign follows.
  for (let end = at + noun.length, words = 0; words < LONGEST_NOUN; words++) {
    const after = matchAt(sign, text, end);
    if (after !== null) return end + after[0].length;
    const word = matchAt(WORD, text, end);
    if (word === null) return null;
    end += word[0].length;
  }
  return null;
}
const WORD = / ?\p{L}[\p{L}.'’²]*/uy;
const LONGEST_NOUN = 4;

function product(text: string, at: number): Part | null {
  const first = factor(text, at);
  if (first === null) return null;
  let all = first;
  for (;;) {
    const times = past(text, all.end, TIMES);
    const each = times === null && !all.isMoney ? past(text, all.end, EACH) : null;
    const next = times ?? (each !== null && matchAt(MONEY_NEXT, text, each) !== null ? each : null);
    const other = next === null ? null : factor(text, next);
    if (other === null) return all;
    all = {
      value: all.value.times(other.value),
      formula: `${all.formula} × ${other.formula}`,
      operators: all.operators + other.operators + 1,
      hasProduct: true,
      isMoney: all.isMoney || other.isMoney,
      isPrice: false,
      end: other.end,
    };
  }
}

function sum(text: string, at: number, isInner: boolean): Part | null {
  const first = product(text, at);
  if (first === null) return null;
  let all = first;
  for (;;) {
    const plus = past(text, all.end, PLUS);
    const minus = plus === null && (isInner || all.isMoney) ? past(text, all.end, MINUS) : null;
    const next = plus ?? minus;
    const other = next === null ? null : product(text, next);
    // Two prices for one of something are compared, or wait for their number: they are no sum.
    if (other === null || (!isInner && (all.isPrice || other.isPrice)) || (minus !== null && !other.isMoney && !isInner)) return all;
    all = {
      value: plus === null ? all.value.minus(other.value) : all.value.plus(other.value),
      formula: `${all.formula} ${plus === null ? '−' : '+'} ${other.formula}`,
      operators: all.operators + other.operators + 1,
      hasProduct: all.hasProduct || other.hasProduct,
      isMoney: all.isMoney || other.isMoney,
      isPrice: false,
      end: other.end,
    };
  }
}

/** Every calculation that the text writes out, from left to right, none within another. `flat`: one kind of space, as `flatten` gives it. */
export function expressionsIn(flat: string): readonly Expression[] {
  if (!/€|euro|eur\b/iu.test(flat)) return [];
  const found: Expression[] = [];
  for (const { index } of matchesIn(flat, STARTS)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const whole = sum(flat, index, false);
    if (whole === null || whole.operators === 0 || !(whole.isMoney || whole.hasProduct)) continue;
    const { value, formula, hasProduct, end } = whole;
    found.push({ value, formula, hasProduct, at: index, end });
  }
  return found;
}
