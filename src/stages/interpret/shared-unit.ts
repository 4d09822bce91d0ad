import { readAmountCell } from '../../french/amounts.ts';
import { readUnit } from '../../french/periods.ts';
import type { Column } from './columns.ts';

/** From so much on a figure of a table in thousands or millions is one in euros more likely, in the figure's own unit. */
const LARGE = 1000;

/** Whether a figure may be one in thousands or millions: no currency, not large. */
function isSmall(text: string): boolean {
  const reading = readAmountCell(text);
  return reading.kind !== 'amount' || (!reading.hasUnit && reading.value.abs().lessThan(LARGE));
}

/**
 * Columns of amounts under headings without a unit have that of the columns beside them, where all headings that say one say thousands (or millions) and most do: a heading that its row was
 * too low for loses its last line. `textsOf`: what the cells of a column say.
 */
export function withSharedUnit(columns: readonly Column[], textsOf: (column: number) => readonly string[]): readonly Column[] {
  const money = columns.filter(({ amount }) => amount !== null);
  const stated = money.flatMap(({ header }) => readUnit(header) ?? []);
  const [unit] = stated;
  if (unit === undefined || unit === 'euro' || stated.some((other) => other !== unit) || 2 * stated.length <= money.length) return columns;
  return columns.map((column): Column => {
    const { amount, header, index } = column;
    if (amount === null || readUnit(header) !== null || !textsOf(index).every(isSmall)) return column;
    return { ...column, amount: { ...amount, unit }, unit };
  });
}
