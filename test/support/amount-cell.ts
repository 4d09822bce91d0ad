import type { Cell } from '../../src/model/grid.ts';
import { placeAt } from './programmes.ts';

/** A cell of the first column after the labels, as a line drawn through it or the side of the page leaves it. */
export function amountCell(text: string, mark: Pick<Cell, 'struck' | 'cut'>): Cell {
  return {
    id: 'c',
    row: 1,
    column: 1,
    rowSpan: 1,
    columnSpan: 1,
    place: placeAt(1),
    continuations: [],
    lines: [],
    readings: [{ text, cost: 0 }],
    bold: false,
    shaded: false,
    ...mark,
  };
}
