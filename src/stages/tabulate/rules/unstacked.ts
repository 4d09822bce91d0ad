import type { Lattice } from '../lattice.ts';
import { withoutIdleLines } from './idle-lines.ts';

/** Tables that only touch share no column edge; each has this many at least, or its widths say nothing (a total beside its label). */
const OWN_EDGES = 2;

interface Stretch {
  readonly from: number;
  to: number;
  readonly edges: Set<number>;
}

/** Rows that no cell ties together, each with the column edges drawn inside it. */
function stretchesOf({ ys, cells }: Lattice): Stretch[] {
  const stretches: Stretch[] = [];
  for (let row = 0; row < ys.length - 1; row += 1) {
    const last = stretches.at(-1);
    const isTied = cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);
    const stretch = isTied && last !== undefined ? last : { from: row, to: row, edges: new Set<number>() };
    if (stretch !== last) stretches.push(stretch);
    stretch.to = row;
    for (const cell of cells) if (cell.row === row && cell.column > 0) stretch.edges.add(cell.column);
  }
  return stretches;
}

/** Stretches that have a column edge in common are one table; a row without any is the title of the table below it. */
function tablesOf(stretches: readonly Stretch[]): Stretch[] {
  const tables: Stretch[] = [];
  let titles: number | null = null;
  for (const { from, to, edges } of stretches) {
    const table = tables.at(-1);
    if (edges.size === 0) {
      titles ??= from;
      continue;
    }
    const parts =
      table === undefined ||
      (table.edges.size >= OWN_EDGES && edges.size >= OWN_EDGES && ![...edges].some((edge) => table.edges.has(edge)));
    if (parts) tables.push({ from: titles ?? from, to, edges: new Set(edges) });
    else {
      table.to = to;
      for (const edge of edges) table.edges.add(edge);
    }
    titles = null;
  }
  const last = tables.at(-1);
  const foot = stretches.at(-1);
  if (last !== undefined && foot !== undefined) last.to = foot.to;
  return tables;
}

/** Tables drawn one right under the other, each with widths of its own, are as many tables: together they would be one grid of slivers. */
export function unstacked(lattice: Lattice): readonly Lattice[] {
  const tables = tablesOf(stretchesOf(lattice));
  if (tables.length < 2) return [lattice];
  return tables.map(({ from, to }, index) => {
    const cells = lattice.cells.filter((cell) => cell.row >= from && cell.row <= to).map((cell) => ({ ...cell, row: cell.row - from }));
    return {
      ...lattice,
      ...withoutIdleLines({ xs: lattice.xs, ys: lattice.ys.slice(from, to + 2), cells }),
      openTop: lattice.openTop && index === 0,
      openBottom: lattice.openBottom && index === tables.length - 1,
      endsRow: lattice.endsRow === true && index === tables.length - 1,
    };
  });
}
