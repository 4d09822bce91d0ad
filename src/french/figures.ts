import { Decimal } from 'decimal.js';

/** What one amount is written in. */
export type Unit = 'euro' | 'kilo' | 'million';

/** Units as powers of ten: a figure is built from its text, never multiplied, so that nothing is ever rounded. */
const UNIT_EXPONENT: Readonly<Record<Unit, number>> = { euro: 0, kilo: 3, million: 6 };

/**
 * One written number without sign or unit. Groups are of exactly three digits behind one and the same mark. Used inside larger patterns;
 * what the marks mean is decided by {@link readFigure}.
 */
export const FIGURE = String.raw`(?:\d{1,3}(?:(?: \d{3})+|(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?:['’]\d{3})+)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+|\d+(?:[.,]\d+)?)`;

const SPACED = /^(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/u;
const APOSTROPHED = /^(\d{1,3}(?:['’]\d{3})+)(?:[.,](\d+))?$/u;
const DOTTED = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/u;
const DOTTED_WHOLE = /^(\d{1,3}(?:\.\d{3}){2,})$/u;
const COMMAED = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/u;
const COMMAED_WHOLE = /^(\d{1,3}(?:,\d{3}){2,})$/u;
const PLAIN = /^(\d+)(?:([.,])(\d+))?$/u;

/** `null` when the figure has two readings, or none: it is then for a person (or a sum) to decide. */
export function readFigure(text: string, unit: Unit): Decimal | null {
  const grouped =
    SPACED.exec(text) ??
    APOSTROPHED.exec(text) ??
    DOTTED.exec(text) ??
    DOTTED_WHOLE.exec(text) ??
    COMMAED.exec(text) ??
    COMMAED_WHOLE.exec(text);
  if (grouped !== null) {
    const whole = (grouped[1] ?? '').replace(/\D/gu, '');
    const decimals = grouped[2] ?? '';
    // `1 234,567`: a second group with the wrong mark, or thousandths of a euro?
    if (whole.startsWith('0') || (decimals.length === 3 && unit === 'euro')) return null;
    return exact(whole, decimals, unit);
  }
  const plain = PLAIN.exec(text);
  if (plain === null) return null;
  const [, whole = '', mark, decimals = ''] = plain;
  // `0123` is a number to call or a code, `000` the tail of a longer amount.
  if (whole.length > 1 && whole.startsWith('0')) return null;
  if (decimals.length !== 3) return exact(whole, decimals, unit);
  if (whole === '0' || unit === 'million') return exact(whole, decimals, unit);
  if (unit === 'kilo') return mark === ',' ? exact(whole, decimals, unit) : null;
  return mark === '.' && whole.length <= 3 ? exact(whole + decimals, '', unit) : null;
}

function exact(whole: string, decimals: string, unit: Unit): Decimal {
  return new Decimal(`${whole}.${decimals === '' ? '0' : decimals}e${String(UNIT_EXPONENT[unit])}`);
}

/** French writing of an amount for messages, exact: `13 568,00 €` with no-break spaces; at least two decimals, more when the value has more. */
export function formatEuros(value: Decimal): string {
  const places = Math.max(2, value.decimalPlaces());
  const [whole = '0', decimals = ''] = value.abs().toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return `${value.isNegative() && !value.isZero() ? '-' : ''}${grouped},${decimals}\u00a0€`;
}
