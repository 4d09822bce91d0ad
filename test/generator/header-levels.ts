import type { TableCell, TableRow } from '../typeset/model.ts';
import type { TableHabits } from './table.ts';

/** The heading of one column: the headings over it and its neighbours, from the top, then its own. */
export type HeadingLevels = readonly string[];

/** Header rows of any number of levels: equal headings of neighbours are one cell, a column without groups takes the whole height. */
export function levelledHeader(columns: readonly HeadingLevels[], habits: TableHabits): TableRow[] {
  const height = Math.max(...columns.map((levels) => levels.length));
  const style = {
    bold: habits.headerBold,
    align: habits.headerAlign,
    ...(habits.headerBackground === null ? {} : { background: habits.headerBackground }),
  };
  const rows: TableCell[][] = Array.from({ length: height }, () => []);
  const same = (a: HeadingLevels | undefined, b: HeadingLevels, depth: number): boolean =>
    a !== undefined && a.length === b.length && b.slice(0, depth + 1).every((text, level) => a[level] === text);
  columns.forEach((levels, index) => {
    levels.forEach((text, level) => {
      const own = level === levels.length - 1;
      if (!own && same(columns[index - 1], levels, level)) return;
      const after = own ? 1 : columns.slice(index).findIndex((other) => !same(other, levels, level));
      const colSpan = after < 0 ? columns.length - index : after;
      rows[level]?.push({
        text,
        ...style,
        ...(colSpan > 1 ? { colSpan } : {}),
        ...(own && level < height - 1 ? { rowSpan: height - level } : {}),
      });
    });
  });
  return rows.map((cells) => ({ cells }));
}
