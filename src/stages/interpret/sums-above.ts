import { Decimal } from 'decimal.js';
import type { AmountDraft, LineDraft } from '../../model/draft.ts';
import type { RowItem } from './row-items.ts';

/** Fewer lines that state an amount than these make a sum that says one amount again. */
const FEWEST = 2;
/** One sum may be an accident; several different ones in one row are none. */
const DIFFERENT = 2;

function amountIn(line: LineDraft, { column }: AmountDraft): Decimal {
  return line.amounts.find((amount) => amount.column === column)?.readings[0].amount ?? new Decimal(0);
}

/** Whether the figures of a row, different ones among them, are each the exact sum in its own column of the lines printed since the last total. */
export function sumsLinesAbove(entries: readonly AmountDraft[], items: readonly RowItem[]): boolean {
  const lines = items
    .slice(items.findLastIndex(({ kind }) => kind === 'total') + 1)
    .flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const added = new Set<string>();
  for (const entry of entries) {
    const [{ amount }] = entry.readings;
    if (amount === null || amount.isZero()) continue;
    const terms = lines.map((line) => amountIn(line, entry)).filter((term) => !term.isZero());
    if (!terms.reduce((sum, term) => sum.plus(term), new Decimal(0)).equals(amount)) return false;
    if (terms.length >= FEWEST) added.add(amount.toFixed());
  }
  return added.size >= DIFFERENT;
}
