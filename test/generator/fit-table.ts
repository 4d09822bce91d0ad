import type { Table } from '../typeset/model.ts';
import { sectionTable } from './table.ts';
import type { BodyItem, TableColumn, TableHabits } from './table.ts';

const LEAST_SIZE = 4.5;

/** The largest print, from the wanted size down, in which the columns fit the page: what "fit to one page wide" does. */
export function fittedTable(
  columns: readonly TableColumn[],
  items: readonly BodyItem[],
  habits: TableHabits,
  width: number,
  least = LEAST_SIZE,
): Table {
  for (let size = habits.size; ; size -= 0.5) {
    const built = sectionTable(columns, items, { ...habits, size, padding: Math.min(habits.padding, size < 7 ? 2 : 3) }, width);
    const texts = columns.flatMap((column, index) =>
      typeof column.content === 'string' && column.weight >= 10 ? [built.columns[index] ?? 0] : [],
    );
    // Text columns of two words a line are no table anyone would print.
    const roomy = texts.every((each) => each >= size * 2.2);
    const fits = built.columns.reduce((sum, each) => sum + each, 0) <= width + 0.5;
    if (size <= least || (fits && roomy)) return built;
  }
}
