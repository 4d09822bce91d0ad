import type { Table, TableCell } from '../typeset/model.ts';
import { placeCells } from '../typeset/layout.ts';

/** Rows of the body at which a table can be cut: only cells of its first columns (axe, action) may reach over the cut. */
export function cuttableRows(table: Table, firstColumns: number): readonly number[] {
  const header = table.headerRows ?? 0;
  return placeCells(table).flatMap(({ slots }, row) => {
    if (row <= header) return [];
    return slots.slice(firstColumns).every((slot) => slot !== null) ? [row] : [];
  });
}

/** The table in two, as a page break cuts it: what a merged cell says stays on the first part, the second shows it empty. */
export function splitTable(table: Table, at: number): readonly [Table, Table] {
  const placed = placeCells(table);
  const first = placed.slice(0, at).map(({ row, slots }, index) => ({
    ...row,
    cells: slots.flatMap((slot): TableCell[] => (slot === null ? [] : [{ ...slot.cell, rowSpan: Math.min(slot.rowSpan, at - index) }])),
  }));
  const open = new Map<number, TableCell>();
  for (const { slots } of placed.slice(0, at))
    for (const slot of slots)
      if (slot !== null && slot.row + slot.rowSpan > at)
        open.set(slot.column, { ...slot.cell, text: '', rowSpan: slot.row + slot.rowSpan - at });
  const rest = placed.slice(at).map(({ row, slots }, index) => ({
    ...row,
    cells: slots.flatMap((slot, column): TableCell[] => {
      if (slot !== null) return [slot.cell];
      const left = index === 0 ? open.get(column) : undefined;
      return left === undefined ? [] : [left];
    }),
  }));
  return [
    { ...table, rows: first, after: 0 },
    { ...table, rows: rest, headerRows: 0, repeatHeader: false },
  ];
}
