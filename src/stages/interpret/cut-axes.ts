import type { Cell, Table } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** How surely each of two texts must name its axe. */
const SURE = 0.85;

const textOf = (lines: Cell['lines']): string => lines.map(({ text }) => text).join(' ');

/**
 * A table without the rows that a page break joined by mistake: a cell whose text on one page names an axe and whose text on the next names another is no cut cell. The
 * first keeps its amounts; the other axe states none, or its row would not have been taken for the rest of one.
 */
export function withAxesApart(table: Table, knowledge: Knowledge): Table {
  const axeOf = (text: string): number | null => {
    const found = text === '' ? null : knowledge.axe(text);
    return found !== null && found.confidence >= SURE ? found.axe : null;
  };
  const apart = (cell: Cell): Cell => {
    const own = cell.lines.filter(({ place }) => place.page === cell.place.page);
    const rest = cell.lines.filter(({ place }) => place.page !== cell.place.page);
    const text = textOf(own);
    const [axe, next] = [axeOf(text), axeOf(textOf(rest))];
    if (axe === null || next === null || axe === next) return cell;
    // What the pixels left in doubt stays so.
    return { ...cell, lines: own, continuations: [], readings: [{ text, cost: cell.readings[0].cost }] };
  };
  if (table.parts.length < 2) return table;
  return { ...table, cells: table.cells.map((cell) => (cell.continuations.length === 0 ? cell : apart(cell))) };
}
