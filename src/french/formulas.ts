import { Decimal } from 'decimal.js';
import { FIGURE, readFigure, type Unit } from './figures.ts';
import { CURRENCY, unitOf } from './marks.ts';

const FACTOR = String.raw`(?<figure>${FIGURE}) ?(?<currency>${CURRENCY})?(?<rest>[ /]?[\p{L}/. ()]{0,30})?`;
const ONE_FACTOR = new RegExp(`^${FACTOR}$`, 'iu');
const TIMES = / ?(?:×|\*|(?<=[\d€ ])x(?=[\d ])) ?/iu;
const MAX_TERMS = 8;

/**
 * A calculation written out: products, sums of products, an optional `= result`. `12 × 366 €`, `2 000 + 12 x 500 €`,
 * `61 pers. × 10 h × 24,50 €/h = 14 945 €`. `null` when the text is none.
 */
export function readFormula(flat: string, unit: Unit): { kind: 'formula'; value: Decimal | null; stated: Decimal | null } | null {
  const [expression = '', result, ...more] = flat.split(/ ?(?:=|\bsoit\b) ?/iu);
  if (more.length > 0 || !/^[\d(€]/u.test(expression)) return null;
  const terms = expression.split(/ ?\+ ?/u);
  if (terms.length > MAX_TERMS || !terms.some((term) => TIMES.test(term)) || !terms.every((term) => /\d/u.test(term))) return null;
  const values = terms.map((term) => product(term, unit));
  if (values.some((value) => value === undefined)) return null;
  const known = values.filter((value) => value instanceof Decimal);
  return {
    kind: 'formula',
    value: known.length === values.length ? known.reduce((sum, value) => sum.plus(value)) : null,
    stated: result === undefined ? null : (factor(result, unit, true) ?? null),
  };
}

/** `undefined`: not of this form; `null`: of this form, not computable. The column's unit counts once in a product, on its last factor. */
function product(term: string, unit: Unit): Decimal | null | undefined {
  const factors = term.split(TIMES);
  const values = factors.map((text, index) => factor(text, unit, index === factors.length - 1));
  if (values.some((value) => value === undefined)) return undefined;
  const known = values.filter((value) => value instanceof Decimal);
  return known.length === values.length ? known.reduce((all, value) => all.times(value)) : null;
}

function factor(text: string, unit: Unit, carriesUnit: boolean): Decimal | null | undefined {
  const groups = ONE_FACTOR.exec(text.trim())?.groups;
  const figure = groups?.['figure'];
  if (groups === undefined || figure === undefined) return undefined;
  const written = groups['currency'] === undefined ? (carriesUnit ? unit : 'euro') : unitOf(groups['currency']);
  return written === null ? null : readFigure(figure, written);
}
