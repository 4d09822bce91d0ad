import type { Random } from './random.ts';

/** How one document writes its amounts. */
export interface AmountStyle {
  readonly separator: string;
  readonly decimals: 'none' | ',' | '.';
  readonly suffix: string;
  /** Said in the column headings, for instance ` (en €)`; empty when every amount carries its unit or nobody says it. */
  readonly headingUnit: string;
  /** Cents in one printed unit of the last digit kept: 100 for whole euros, 1 with decimals, 10 000 for `12,5` k€. */
  readonly step: number;
  readonly thousands: boolean;
  /** Amounts in millions, three decimals: `0,125`. */
  readonly millions?: boolean;
  /** How a negative amount is written; `-` stuck to the figure unless said. */
  readonly negative?: 'stuck' | 'spaced' | 'minus' | 'brackets';
  readonly nothing: readonly string[];
}

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

export function pickAmountStyle(random: Random): AmountStyle {
  const nothing = random.weighted<readonly string[]>([
    [4, ['-']],
    [4, ['']],
    [2, ['', '-']],
    [1, ['- €']],
    [1, ['–']],
    [0.7, ['néant', '']],
    [0.5, ['s/o', '']],
    [0.5, ['pm', '-']],
  ]);
  const euro = (separator: string, decimals: AmountStyle['decimals'], suffix: string): AmountStyle => ({
    separator,
    decimals,
    suffix,
    headingUnit: '',
    step: decimals === 'none' ? 100 : 1,
    thousands: false,
    nothing,
  });
  const bare = (separator: string, decimals: AmountStyle['decimals']): AmountStyle => ({
    ...euro(separator, decimals, ''),
    headingUnit: random.pick([' (en €)', ' (€)', ' en euros', ' en €', ' (en euros)', '']),
  });
  return random.weighted<() => AmountStyle>([
    [8, () => euro(' ', 'none', ' €')],
    [3, () => euro(NO_BREAK, 'none', `${NO_BREAK}€`)],
    [2, () => euro(NARROW, 'none', `${NO_BREAK}€`)],
    [2, () => euro('', 'none', ' €')],
    [2, () => euro(' ', 'none', '€')],
    [5, () => euro(' ', ',', ' €')],
    [2, () => euro(NARROW, ',', `${NO_BREAK}€`)],
    [1, () => euro('.', ',', ' €')],
    [1, () => euro('', ',', '€')],
    [1, () => euro(' ', '.', ' €')],
    [0.7, () => euro('.', 'none', ' €')],
    [0.7, () => euro(' ', 'none', ' euros')],
    [0.5, () => euro(' ', ',', ' EUR')],
    [4, () => bare(' ', 'none')],
    [2, () => bare(' ', ',')],
    [1, () => bare('', 'none')],
    [
      1,
      () => ({ ...euro('', ',', ''), headingUnit: random.pick([' (k€)', ' en k€', ' (en K€)', ' (K€)']), step: 10_000, thousands: true }),
    ],
    [0.5, () => ({ ...euro('', ',', ' k€'), step: 10_000, thousands: true })],
  ])();
}

/** The style with amounts in thousands or millions of euros, the unit said by the headings. */
export function scaledStyle(style: AmountStyle, unit: 'k' | 'M', random: Random): AmountStyle {
  const bare = { ...style, separator: '', decimals: ',' as const, suffix: '' };
  const spelled = random.pick(
    unit === 'k'
      ? [' (k€)', ' en k€', ' (en K€)', ' (en milliers d’euros)', ' (milliers €)']
      : [' (M€)', ' en M€', ' (en M€)', ' (en millions d’euros)'],
  );
  return unit === 'k'
    ? { ...bare, headingUnit: spelled, step: 10_000, thousands: true }
    : { ...bare, headingUnit: spelled, step: 100_000, thousands: true, millions: true };
}

/** Cents in one unit of the last printed digit that errors and sums work with. */
function digitUnit(style: AmountStyle): number {
  return style.thousands ? style.step : 100;
}

/** An amount as the document writes it. */
export function formatAmount(cents: number, style: AmountStyle): string {
  if (cents < 0) {
    const positive = formatAmount(-cents, style);
    const written = { stuck: `-${positive}`, spaced: `- ${positive}`, minus: `\u2212${positive}`, brackets: `(${positive})` };
    return written[style.negative ?? 'stuck'];
  }
  if (style.millions === true) {
    const thousandths = Math.round(cents / 100_000);
    return `${Math.floor(thousandths / 1000)},${String(thousandths % 1000).padStart(3, '0')}${style.suffix}`;
  }
  if (style.thousands) {
    const tenths = Math.round(cents / 10_000);
    return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `,${tenths % 10}`}${style.suffix}`;
  }
  const whole = String(Math.floor(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/gu, style.separator);
  const decimals = style.decimals === 'none' ? '' : style.decimals + String(cents % 100).padStart(2, '0');
  return whole + decimals + style.suffix;
}

/** A plausible yearly cost in cents that the style can write without rounding. */
export function pickAmount(random: Random, style: AmountStyle): number {
  if (style.millions === true) return random.int(2, 400) * 100_000;
  if (style.thousands)
    return random.weighted<() => number>([
      [3, () => random.int(2, 90) * 100_000],
      [4, () => random.int(3, 400) * 10_000],
    ])();
  return random.weighted<() => number>([
    [4, () => random.int(1, 60) * 50_000],
    [4, () => random.int(2, 150) * 10_000],
    [3, () => random.int(120, 48_999) * 100],
    [2, () => random.int(2, 20) * 100_000],
    [0.4, () => random.int(100, 240) * 100_000],
    [1.5, () => (style.decimals === 'none' ? random.int(150, 9_999) * 100 : random.int(9_000, 3_200_000))],
  ])();
}

/** One digit of a printed amount replaced, so that the number of digits stays. */
export function changeDigit(cents: number, style: AmountStyle, random: Random): number {
  const unit = digitUnit(style);
  const digits = String(Math.floor(cents / unit));
  const at = random.int(0, digits.length - 1);
  const old = Number(digits.charAt(at));
  const choices = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].filter((digit) => digit !== old && (at > 0 || digit > 0));
  return Number(digits.slice(0, at) + String(random.pick(choices)) + digits.slice(at + 1)) * unit + (cents % unit);
}

/** Two neighbouring digits exchanged; null when no exchange changes the number and keeps its length. */
export function swapDigits(cents: number, style: AmountStyle, random: Random): number | null {
  const unit = digitUnit(style);
  const digits = String(Math.floor(cents / unit));
  const places = [...digits.slice(1)]
    .map((_, index) => index)
    .filter((at) => digits.charAt(at) !== digits.charAt(at + 1) && (at > 0 || digits.charAt(1) !== '0'));
  if (places.length === 0) return null;
  const at = random.pick(places);
  const swapped = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  return Number(swapped) * unit + (cents % unit);
}
