import { readAmountCell } from '../../french/amounts.ts';
import type { Cell, Table } from '../../model/grid.ts';
import { cellText } from '../../model/grid.ts';
import { totalLabel } from './labels.ts';
import { isMoney, trailingAmount } from './sentences.ts';

/** The same cell with this for its text. */
function saying(cell: Cell, text: string, from: Cell): Cell {
  const [line] = from.lines;
  return {
    ...cell,
    bold: from.bold,
    lines: line === undefined ? [] : [{ ...line, place: cell.place, text }],
    readings: [{ text, cost: from.readings[0].cost }],
  };
}

/** "Sous-total : 62,3" in a table in k€: the colon parts them where the figure alone is no more than a number. */
const PARTED = /^(?<label>[^:\d]*):\s*(?<amount>\d[\d\s.]*(?:,\d+)?)$/u;

const isBareAmount = (text: string): boolean => {
  const reading = readAmountCell(text);
  return reading.kind === 'amount' && !reading.looksLikeYear;
};

function partedByColon(cell: Cell): ReturnType<typeof labelled> {
  const { label, amount } = PARTED.exec(cellText(cell))?.groups ?? {};
  if (cell.columnSpan > 1 || cell.lines.length !== 1 || cell.readings.length > 1 || label === undefined || amount === undefined)
    return null;
  return totalLabel(label) !== null && isBareAmount(amount) ? { label: label.trim(), amountText: amount } : null;
}

/** So many figures, and nothing else, make a column of amounts beside which a label is parted by its colon. */
const FEWEST_FIGURES = 3;

/** Whether a column holds such totals and nothing else but figures. */
function isOfFigures(table: Table, column: number): boolean {
  const written = table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1 && cellText(cell) !== '');
  const others = written.filter((cell) => partedByColon(cell) === null);
  const words = others.filter((cell) => !isBareAmount(cellText(cell)));
  // The column's heading is of words.
  return others.length - words.length >= FEWEST_FIGURES && words.length <= 1;
}

/** "Total 135 959 €" in a column of amounts, in one line and one way to read it: its label and its amount. */
function labelled(cell: Cell): { readonly label: string; readonly amountText: string } | null {
  if (cell.columnSpan > 1 || cell.lines.length !== 1 || cell.readings.length > 1) return null;
  const stated = trailingAmount(cellText(cell));
  return stated === null || stated.label === '' || totalLabel(stated.label) === null ? null : stated;
}

/**
 * The table in which the label of a total, set to the right so near its amount that both were read as one cell, stands in the empty cell before it: where that column holds amounts, and
 * others stand behind it, or a colon parts them in a column of bare figures.
 */
export function withLabelsApart(table: Table): Table {
  const changed = new Map<Cell, Cell>();
  for (const cell of table.cells) {
    const isFigure = partedByColon(cell) !== null && isOfFigures(table, cell.column);
    const stated = labelled(cell) ?? (isFigure ? partedByColon(cell) : null);
    if (stated === null) continue;
    const row = table.cells.filter((other) => other.row === cell.row && other.rowSpan === cell.rowSpan && other !== cell);
    const before = row.find((other) => other.column + other.columnSpan === cell.column && cellText(other) === '');
    const isOfSeveral = row.some((other) => other.column > cell.column && isMoney(cellText(other)));
    const isOfAmounts = table.cells.some((other) => other.column === cell.column && other.columnSpan === 1 && isMoney(cellText(other)));
    if (before === undefined || !(isFigure || (isOfSeveral && isOfAmounts))) continue;
    changed.set(before, saying(before, stated.label, cell));
    changed.set(cell, saying(cell, stated.amountText, cell));
  }
  return changed.size === 0 ? table : { ...table, cells: table.cells.map((cell) => changed.get(cell) ?? cell) };
}
