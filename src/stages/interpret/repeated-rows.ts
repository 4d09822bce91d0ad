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

/**
 * Rows without a label taken for totals, that say the figures of the line above again while the row below goes on with lines or states the sum under its own
 * label: a table whose totals bear their name prints none without, and one that sets them in bold none in plain. Such a row is one more line, unless it is set off in bold.
 */
function withRepeats(items: readonly RowItem[]): readonly RowItem[] {
  const isNamed = (item: RowItem | undefined): boolean => item?.kind === 'total' && item.label !== null && item.entries.length > 0;
  const isSetOff = (item: RowItem): boolean => item.kind === 'total' && item.isBolder === true;
  if (!items.some((item) => isNamed(item) || isSetOff(item))) return items;
  return items.map((item, at): RowItem => {
    const [above, below] = [items[at - 1], items[at + 1]];
    if (item.kind !== 'total' || item.label !== null || item.asLine === null || item.isBolder === true || above?.kind !== 'line')
      return item;
    const isInside = below?.kind === 'line' || isNamed(below);
    const again = figures(item.entries);
    return isInside && again !== '' && again === figures(above.line.amounts)
      ? { kind: 'line', line: item.asLine, sectionFrom: null }
      : item;
  });
}

/** The bands of a document with such rows read as lines (see `withRepeats`): a page may end between one and what tells, and the table go on without a header. */
export function withRepeatedRows<Part extends Band>(bands: readonly Part[]): readonly Part[] {
  const starts = bands.flatMap((band, at) => (band.hasHeader || at === 0 ? [at] : []));
  return starts.flatMap((start, index) => {
    const whole = bands.slice(start, starts[index + 1]);
    const items = withRepeats(whole.flatMap((band) => band.items));
    let at = 0;
    return whole.map((band): Part => ({ ...band, items: items.slice(at, (at += band.items.length)) }));
  });
}
