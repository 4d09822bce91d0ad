import type { AmountDraft } from '../../model/draft.ts';
import type { RowItem } from './rows.ts';

const figures = (amounts: readonly AmountDraft[]): string =>
  amounts
    .filter(({ readings: [{ amount }] }) => amount !== null)
    .map(({ column: { header }, readings: [{ amount }] }) => `${header}|${amount?.toFixed(2) ?? ''}`)
    .join(';');

/**
 * Rows without a label taken for totals, that say the figures of the line above again while the row below goes on with lines or states the sum under its own
 * label: a table whose totals bear their name prints none without. Such a row is one more line, unless it is set off in bold.
 */
export function withRepeatedRows(items: readonly RowItem[]): readonly RowItem[] {
  const isNamed = (item: RowItem | undefined): boolean => item?.kind === 'total' && item.label !== null && item.entries.length > 0;
  if (!items.some(isNamed)) return items;
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
