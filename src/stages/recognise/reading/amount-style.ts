import { nonEmpty, type NonEmpty } from '../../../model/collections.ts';
import type { Reading } from '../../../model/page.ts';
import type { ReadLine } from './read-boxes.ts';
import { saidNumber, weigh } from './votes.ts';

/** So many amounts with cents, and this share of all that are written out, make it the way a page, or a column, writes amounts. */
const ENOUGH = 5;
const ENOUGH_OF_COLUMN = 4;
const MOST = 0.8;
/** What it costs to find the cents where the page has them, and to take figures without a mark as they stand. */
const PAGE_STYLE = 0.3;
const AGAINST = 1.6;
/** Fewer figures without a currency may be a year or a count. */
const FIGURES = 5;

const SIGN = '[-–−(]?';
const UNIT = ' ?(?:€|EUR|euros?)';
const WITH_CENTS = new RegExp(`^${SIGN}\\d{1,3}(?:[ .]?\\d{3})*[.,]\\d{2}(?!\\d)`, 'u');
/** Three noughts are nothing with cents, of which the mark was lost; four figures alone may be a year. */
const WHOLE = new RegExp(`^${SIGN}(?!0|20\\d\\d$)(?:\\d{1,3}(?: \\d{3})+|\\d{3,4})(?:${UNIT})?\\)?$`, 'u');
/** Figures in one piece, too many for thousands nobody parts, or two of them alone behind a space; dust between thousands looks like one more mark. */
const NO_MARK = new RegExp(`^(${SIGN})(?:(\\d{3,7}|0(?=00))(\\d{2})|(\\d{1,3}(?:[ .,]\\d{3})*|\\d{4,6}) (\\d{2}))((?:${UNIT})?\\)?)$`, 'u');

/**
 * Lines of a page whose amounts have cents: a small dot is soon lost, and « 1334400 € » among amounts like « 13 344.00 € » is one of them; so is « 1334400 » in a column
 * of such. What each recogniser said counts as it would with its mark. The figures stay as they were seen; both values are kept, and neither is sure.
 */
export function inPageStyle(lines: readonly ReadLine[]): readonly ReadLine[] {
  const amounts = lines.flatMap((line) => {
    const text = line.numbers?.[0].text.replaceAll('\u00a0', ' ') ?? '';
    return WITH_CENTS.test(text) ? [{ box: line.box, hasCents: true }] : WHOLE.test(text) ? [{ box: line.box, hasCents: false }] : [];
  });
  const isStyle = (own: typeof amounts, enough: number): boolean => {
    const cents = own.filter(({ hasCents }) => hasCents).length;
    return cents >= enough && cents >= MOST * own.length;
  };
  const isPageStyle = isStyle(amounts, ENOUGH);
  return lines.map((line) => {
    if (line.numbers === null) return line;
    const said = line.said ?? line.numbers.map(({ text }) => text);
    if (said.every((text) => withMark(text, false) === null)) return line;
    const isColumnStyle = isStyle(
      amounts.filter(({ box }) => box.x0 < line.box.x1 && box.x1 > line.box.x0),
      ENOUGH_OF_COLUMN,
    );
    if (!isPageStyle && !isColumnStyle) return line;
    const styled = said.map((text) => withMark(text, !isColumnStyle) ?? text);
    return styled.every((text, at) => text === said[at]) ? line : { ...line, numbers: inStyle(line.numbers, styled) };
  });
}

function inStyle(seen: NonEmpty<Reading>, styled: readonly string[]): NonEmpty<Reading> {
  const readings = (weigh(styled) ?? seen).map(({ text, cost }) => ({ text, cost: cost + PAGE_STYLE }));
  const [first] = seen;
  const isKept = readings.some(({ text }) => text === first.text);
  return (
    nonEmpty(isKept ? readings : [...readings.slice(0, 1), { text: first.text, cost: first.cost + AGAINST }, ...readings.slice(1)]) ?? seen
  );
}

/** What was said with the mark that it may have lost before its cents; `null` where it lost none. `hasUnit`: only where a currency follows. */
function withMark(text: string, hasUnit: boolean): string | null {
  const [, sign = '', solid, solidCents, parted, partedCents, unit = ''] = NO_MARK.exec(saidNumber(text).replaceAll('\u00a0', ' ')) ?? [];
  const [figures, cents] = [solid ?? parted?.replace(/[ .,]/gu, ''), solidCents ?? partedCents];
  if (figures === undefined || cents === undefined) return null;
  if (!/\p{L}|€/u.test(unit) && (hasUnit || figures.length + cents.length < FIGURES)) return null;
  return `${sign}${figures.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' ')},${cents}${unit}`;
}
