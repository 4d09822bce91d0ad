import type { AmountDraft } from '../../model/draft.ts';
import type { RowItem } from './row-items.ts';

const figures = (amounts: readonly AmountDraft[]): string =>
  amounts
    .filter(({ readings: [{ amount }] }) => amount !== null)
    .map(({ column: { header }, readings: [{ amount }] }) => `${header}|${amount?.toFixed(2) ?? ''}`)
    .join(';');

/** The rows of a part of a table, and whether a header of its own stands over them. */
interface Band {
  readonly items: readonly RowItem[];
  readonly hasHeader: boolean;
}

const isNamed = (item: RowItem | undefined): boolean => item?.kind === 'total' && item.label !== null && item.entries.length > 0;

/** A total without a label that bold sets off from the line above it. */
function isBare(item: RowItem): boolean {
  return item.kind === 'total' && item.label === null && item.isBolder === true;
}

/** Whether a total without a label says the figures of the line above it again, and no bold sets it off. */
function repeatsLine(items: readonly RowItem[], at: number): boolean {
  const [above, item] = [items[at - 1], items[at]];
  if (item?.kind !== 'total' || item.label !== null || item.asLine === null || isBare(item) || above?.kind !== 'line') return false;
  const again = figures(item.entries);
  return again !== '' && again === figures(above.line.amounts);
}

/** How a document prints its totals: some without a label but bold; all with their names, but for rows that say a line again. */
interface Style {
  readonly hasBare: boolean;
  readonly isNamed: boolean;
}

const isNameless = (item: RowItem): boolean => item.kind === 'total' && item.label === null && item.entries.length > 0;

/** So many lines that are all said again are the items of as many axes, each with its subtotal. */
const EACH_OF_ONE = 2;

/** Whether a table prints subtotals without a label or bold: another sums several lines, or each line of it has one. */
function printsPlainTotals(items: readonly RowItem[]): boolean {
  const again = items.map((_, at) => repeatsLine(items, at));
  const lines = items.filter(({ kind }) => kind === 'line').length;
  return (
    items.some((item, at) => isNameless(item) && !isBare(item) && again[at] === false) ||
    (lines >= EACH_OF_ONE && again.filter(Boolean).length === lines)
  );
}

function styleOf(bands: readonly Band[]): Style {
  return {
    hasBare: bands.some(({ items }) => items.some(isBare)),
    isNamed:
      bands.some(({ items }) => items.some(isNamed)) &&
      bands.every(({ items }) => items.every((item, at) => !isNameless(item) || repeatsLine(items, at))),
  };
}

/**
 * Rows without a label taken for totals, that say the figures of the line above again while the row below goes on with lines or states the sum under its own
 * label: a table whose totals bear their name prints none without, and one that sets them in bold none in plain. Such a row is one more line, unless it is set off in bold. Where all totals of
 * the document have names, it is one at the end of several lines too, if a sum that follows (`isSummed`) can tell whether that is so.
 */
function withRepeats(items: readonly RowItem[], style: Style, isSummed: boolean): readonly RowItem[] {
  if (printsPlainTotals(items) || (!style.isNamed && !items.some((item) => isNamed(item) || isBare(item)))) return items;
  return items.map((item, at): RowItem => {
    if (item.kind !== 'total' || item.asLine === null || !repeatsLine(items, at)) return item;
    if (style.hasBare && item.isBolder === undefined) return item;
    const below = items[at + 1];
    const isAtEnd = below === undefined && style.isNamed && isSummed && items.filter(({ kind }) => kind === 'line').length > 1;
    return below?.kind === 'line' || isNamed(below) || isAtEnd ? { kind: 'line', line: item.asLine, sectionFrom: null } : item;
  });
}

/**
 * The bands of a document with such rows read as lines (see `withRepeats`): a page may end between one and what tells, and the table go on without a header. Where the document prints
 * totals without a label, one that stands alone on its page, with no line beside it that shows it bold, may be another.
 */
export function withRepeatedRows<Part extends Band>(bands: readonly Part[]): readonly Part[] {
  const style = styleOf(bands);
  const starts = bands.flatMap((band, at) => (band.hasHeader || at === 0 ? [at] : []));
  return starts.flatMap((start, index) => {
    const whole = bands.slice(start, starts[index + 1]);
    const items = withRepeats(
      whole.flatMap((band) => band.items),
      style,
      bands.slice(starts[index + 1] ?? bands.length).some((band) => band.items.some(isNamed)),
    );
    let at = 0;
    return whole.map((band): Part => ({ ...band, items: items.slice(at, (at += band.items.length)) }));
  });
}
