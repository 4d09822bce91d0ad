import type { NonEmpty } from '../../../model/collections.ts';
import type { Reading } from '../../../model/page.ts';
import type { ReadLine } from './read-boxes.ts';

/** So many amounts with cents, and this share of all that are written out, make it the way a page writes amounts. */
const ENOUGH = 5;
const MOST = 0.8;
/** What it costs to find the cents where the page has them, and to take figures without a mark as they stand. */
const PAGE_STYLE = 0.3;
const AGAINST = 1.6;

const SIGN = '[-–−(]?';
const WITH_CENTS = new RegExp(`^${SIGN}\\d{1,3}(?:[ .]?\\d{3})*[.,]\\d{2}(?!\\d)`, 'u');
const WHOLE = new RegExp(`^${SIGN}(?:\\d{1,3}(?: \\d{3})+|\\d{3,4}) ?€?\\)?$`, 'u');
/** Figures in one piece, too many for thousands nobody parts, or two of them alone behind a space. */
const NO_MARK = new RegExp(`^(${SIGN})(?:(\\d{3,7})(\\d{2})|(\\d{1,3}(?: \\d{3})*) (\\d{2}))( ?€\\)?)$`, 'u');

/**
 * Lines of a page whose amounts have cents: a small dot is soon lost, and « 1334400 € » among amounts like « 13 344.00 € » is one of them. The figures stay as they
 * were seen; both values are kept, and neither is sure.
 */
export function inPageStyle(lines: readonly ReadLine[]): readonly ReadLine[] {
  const texts = lines.flatMap(({ numbers }) => (numbers === null ? [] : [numbers[0].text.replaceAll('\u00a0', ' ')]));
  const cents = texts.filter((text) => WITH_CENTS.test(text)).length;
  const whole = texts.filter((text) => WHOLE.test(text)).length;
  if (cents < ENOUGH || cents < MOST * (cents + whole)) return lines;
  return lines.map((line) => (line.numbers === null ? line : { ...line, numbers: withCents(line.numbers) }));
}

function withCents(readings: NonEmpty<Reading>): NonEmpty<Reading> {
  const [first, ...others] = readings;
  const [, sign = '', solid, solidCents, parted, partedCents, unit = ''] = NO_MARK.exec(first.text.replaceAll('\u00a0', ' ')) ?? [];
  const [figures, cents] = [solid ?? parted?.replaceAll(' ', ''), solidCents ?? partedCents];
  if (figures === undefined || cents === undefined) return readings;
  const text = `${sign}${figures.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' ')},${cents}${unit}`;
  const known = others.find((other) => other.text.replace(/\D/gu, '') === text.replace(/\D/gu, '') && WITH_CENTS.test(other.text));
  return [
    { text: known?.text ?? text, cost: first.cost + PAGE_STYLE },
    { text: first.text, cost: first.cost + AGAINST },
    ...others.filter((other) => other !== known),
  ];
}
